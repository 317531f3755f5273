#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace confab {

/// Puts widgets in lines, as words are, and breaks lines at the width there is.
class FlowLayout : public QLayout
{
    Q_OBJECT
public:
    /// @param spacing between items and between lines, in device-independent pixels.
    explicit FlowLayout(int spacing, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    /// Puts a widget in front of the item at that index.
    void insertWidget(int index, QWidget *widget);
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// @return the height that the lines take. @param place whether to move the items.
    int arrange(const QRect &rect, bool place) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace confab
