#pragma once

#include "ui/models/recordfile.h"
#include "ui/views/exportdialog.h"

#include <QPointer>
#include <QTimer>

#include <memory>

namespace confab {

class ExportStrip;
class TrafficExport;

/// Leads an export of the traffic from the question where it goes to, to the line that says where it went.
/// One at a time.
class WireExport : public QObject
{
    Q_OBJECT
public:
    /// @param strip tells of it. @param parent asks for the file, and ends an export with itself.
    WireExport(ExportStrip &strip, QWidget *parent);
    ~WireExport() override;

    bool isRunning() const { return m_running != nullptr; }
    /// Where to begin to look for a place.
    void setFolder(const QString &folder) { m_folder = folder; }
    /// Asks for a file, and writes these records to it; does nothing if there are none, or while another
    /// export is running. @param shown what they have in common, in words, if they are not all.
    void ask(const TrafficRows &rows, const QString &shown = {});

Q_SIGNALS:
    void runningChanged();
    void folderChosen(const QString &folder);

private:
    void askAgain();
    void begin(const QString &path, ExportFormat format);
    void end(const RecordFileResult &result);

    ExportStrip &m_strip;
    QWidget *m_parent;
    QPointer<ExportDialog> m_dialog;
    QString m_folder;
    ExportFormat m_format = ExportFormat::JsonLines;
    TrafficRows m_rows; ///< that are to be written, as long as they may be
    QString m_shown;
    bool m_hasFailed = false; ///< the last one: they are kept for another place
    std::unique_ptr<TrafficExport> m_running;
    qsizetype m_written = 0;
    QTimer m_patience; ///< what takes less time shows no progress
};

} // namespace confab
