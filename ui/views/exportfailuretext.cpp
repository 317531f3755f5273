#include "ui/views/exportfailuretext.h"

#include <QCoreApplication>
#include <QDir>

namespace confab {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ExportFailureText)
};

} // namespace

ErrorText exportFailureText(const RecordFileResult &result, const QString &path)
{
    const QString what =
        Words::tr("The traffic could not be exported to %1.").arg(QDir::toNativeSeparators(path));
    switch (result.problem) {
    case RecordFileProblem::None:
    case RecordFileProblem::Cancelled:
        return {};
    case RecordFileProblem::NoFolder:
        return {what, Words::tr("There is no such folder."), Words::tr("Choose another folder.")};
    case RecordFileProblem::NotAllowed:
        return {what, Words::tr("The system does not allow writing there."),
                Words::tr("Choose another folder, or see who may write to this one.")};
    case RecordFileProblem::NoRoom:
        return {what, Words::tr("The disk is full, or you may not use more of it."),
                Words::tr("Make room there, or choose another disk.")};
    case RecordFileProblem::NotAFile:
        return {what, Words::tr("What has that name is not a file."), Words::tr("Choose another name.")};
    case RecordFileProblem::Other:
        return {what,
                result.detail.isEmpty() ? QString() : Words::tr("The system says: %1").arg(result.detail),
                Words::tr("Choose another place, and try again.")};
    }
    Q_UNREACHABLE();
}

} // namespace confab
