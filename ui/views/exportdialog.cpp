#include "ui/views/exportdialog.h"

#include <QDateTime>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr QLatin1StringView endings[exportFormatCount] = {".jsonl"_L1, ".txt"_L1};

QString existing(const QString &folder)
{
    return !folder.isEmpty() && QDir(folder).exists()
               ? folder
               : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

/// Whose ending the name has; exportFormatCount if it has none of them.
int formatOf(const QString &name)
{
    int format = 0;
    while (format < exportFormatCount && !name.endsWith(endings[format], Qt::CaseInsensitive))
        ++format;
    return format;
}

} // namespace

ExportDialog::ExportDialog(const QString &folder, ExportFormat format, QWidget *parent)
    : QFileDialog(parent, tr("Export the traffic"), existing(folder))
    , m_format(format)
{
    setObjectName(u"exportDialog"_s);
    setAcceptMode(AcceptSave);
    setFileMode(AnyFile);
    setNameFilters({tr("JSON Lines, complete, for programs") + " (*.jsonl)"_L1,
                    tr("Text, to read and to pass on") + " (*.txt)"_L1});
    selectNameFilter(nameFilters().at(int(format)));
    const QString time = QDateTime::currentDateTime().toString(u"yyyy-MM-dd-HHmm"_s);
    selectFile("confab-"_L1 + time + endings[int(format)]);
    connect(this, &QFileDialog::filterSelected, this, &ExportDialog::fitName);
    connect(this, &QFileDialog::fileSelected, this,
            [this](const QString &path) { Q_EMIT chosen(path, chosenFormat(path)); });
}

ExportFormat ExportDialog::chosenFormat(const QString &path) const
{
    const int format = formatOf(path);
    if (format < exportFormatCount)
        return ExportFormat(format);
    // The system's own dialog may know filters by other names.
    const auto filter = nameFilters().indexOf(selectedNameFilter());
    return filter < 0 ? m_format : ExportFormat(filter);
}

/// The proposal follows the file type.
void ExportDialog::fitName()
{
    QString name = selectedFiles().value(0);
    const int format = formatOf(name);
    const auto wanted = int(nameFilters().indexOf(selectedNameFilter()));
    if (format == exportFormatCount || wanted < 0 || format == wanted)
        return;
    name.chop(endings[format].size());
    selectFile(name + endings[wanted]);
}

} // namespace confab
