#pragma once

#include <QWidget>

#include <functional>

namespace confab {

/// A page whose content is made when it is first shown or asked for: what nobody looks at costs nothing.
/// Content that is made late speaks the language and wears the theme of that moment, and gets the page's
/// focus.
class LatePage : public QWidget
{
    Q_OBJECT
public:
    using Make = std::function<QWidget *(QWidget *parent)>;

    /// @param make is called once at most; what it makes belongs to the parent that it is given.
    explicit LatePage(Make make, QWidget *parent = nullptr);

    /// Makes the content if there is none yet.
    QWidget *content();
    bool isMade() const { return m_content; }

    void setVisible(bool visible) override;

private:
    Make m_make;
    QWidget *m_content = nullptr;
};

} // namespace confab
