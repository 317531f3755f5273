#pragma once

#include <QPersistentModelIndex>

class QAbstractItemModel;
class QAbstractItemView;

namespace confab {

/// Sets the view's model, in such a way that none of its rows becomes the current one by itself: when the
/// current row goes, there is none, where Qt would pass on to its neighbour.
void setModelWithoutSuccession(QAbstractItemView &view, QAbstractItemModel &model);

/// The row at the top of a view that scrolls by rows, for keeping it there while rows above it go.
class ReadingPlace
{
public:
    /// @param view outlives the place.
    explicit ReadingPlace(const QAbstractItemView &view);
    /// Scrolls to where the row is by now; to the top if it is gone.
    void restore() const;

private:
    const QAbstractItemView &m_view;
    QPersistentModelIndex m_top;
    bool m_isEmpty;
};

} // namespace confab
