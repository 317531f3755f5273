#include "ui/views/readingplace.h"

#include <QAbstractItemView>
#include <QScrollBar>

namespace confab {

void setModelWithoutSuccession(QAbstractItemView &view, QAbstractItemModel &model)
{
    // Connected in front of the view and its selection, which would look for another row.
    QObject::connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, &view,
                     [&view](const QModelIndex &, int first, int last) {
                         const QModelIndex current = view.currentIndex();
                         if (current.isValid() && current.row() >= first && current.row() <= last)
                             view.selectionModel()->clearCurrentIndex();
                     });
    view.setModel(&model);
}

ReadingPlace::ReadingPlace(const QAbstractItemView &view)
    : m_view(view)
    , m_top(view.model()->index(view.verticalScrollBar()->value(), 0))
    , m_isEmpty(!m_top.isValid())
{}

void ReadingPlace::restore() const
{
    if (!m_isEmpty)
        m_view.verticalScrollBar()->setValue(m_top.isValid() ? m_top.row() : 0);
}

} // namespace confab
