#include "ui/views/spokenroster.h"

#include "ui/views/memberdelegate.h"

using namespace Qt::StringLiterals;

namespace confab {

QVariant SpokenRoster::data(const QModelIndex &index, int role) const
{
    if (role == Qt::AccessibleTextRole && index.isValid())
        return MemberDelegate::fullText(member(index.row())).replace(u'\n', ", "_L1);
    return RosterModel::data(index, role);
}

} // namespace confab
