#pragma once

#include <QLabel>

#include <array>
#include <limits>

namespace confab {

/// A label of as many lines as its width asks for, which remembers how high it is at the widths that it was
/// last asked about: layouts ask for the same few dozens of times before they are settled, and each time a
/// QLabel breaks its text into lines anew. Its margin and indent stay as they are.
class WrappedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit WrappedLabel(QWidget *parent = nullptr);

    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Height
    {
        int width = std::numeric_limits<int>::min(); ///< nobody asks for this one
        int height = 0;
    };

    void forget() const;

    mutable QString m_text; ///< the one that the heights are of
    mutable std::array<Height, 8> m_heights;
    mutable std::size_t m_next = 0; ///< which of them is forgotten next
};

} // namespace confab
