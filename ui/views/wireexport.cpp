#include "ui/views/wireexport.h"

#include "ui/models/trafficexport.h"
#include "ui/models/trafficjson.h"
#include "ui/text/trafficreport.h"
#include "ui/views/exportstrip.h"

#include <QDateTime>
#include <QFileInfo>

#include <chrono>

using namespace std::chrono_literals;

namespace confab {

namespace {

constexpr auto patience = 400ms;

RecordFormat jsonLines()
{
    return {{}, [](const TrafficRecord &record) { return recordAsJson(record) + '\n'; }};
}

RecordFormat text(const TrafficRows &rows, const QString &shown)
{
    const auto report = std::make_shared<TrafficReport>(rows.number(rows.count() - 1));
    return {report->heading(rows.count(), QDateTime::currentDateTime(), shown).toUtf8(),
            [report](const TrafficRecord &record) { return report->entry(record).toUtf8(); }};
}

} // namespace

WireExport::WireExport(ExportStrip &strip, QWidget *parent)
    : QObject(parent)
    , m_strip(strip)
    , m_parent(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_running)
            m_strip.showProgress(m_written, m_running->total());
    });
    connect(&strip, &ExportStrip::cancelRequested, this, [this] {
        if (m_running)
            m_running->cancel();
    });
    connect(&strip, &ExportStrip::retryRequested, this, &WireExport::askAgain);
    connect(&strip, &ExportStrip::dismissed, this, [this] { m_rows.clear(); });
}

WireExport::~WireExport() = default;

void WireExport::ask(const TrafficRows &rows, const QString &shown)
{
    if (m_running || m_dialog || rows.count() == 0)
        return;
    m_rows = rows;
    m_shown = shown;
    m_hasFailed = false;
    m_strip.clear();
    askAgain();
}

void WireExport::askAgain()
{
    auto *dialog = new ExportDialog(m_folder, m_format, m_parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::chosen, this, &WireExport::begin);
    connect(dialog, &ExportDialog::rejected, this, [this] {
        if (!m_running && !m_hasFailed) // else they may go somewhere else
            m_rows.clear();
    });
    m_dialog = dialog;
    dialog->open();
}

void WireExport::begin(const QString &path, ExportFormat format)
{
    m_format = format;
    m_folder = QFileInfo(path).path();
    m_strip.clear();
    m_written = 0;
    m_running = std::make_unique<TrafficExport>(
        path, m_rows, format == ExportFormat::Text ? text(m_rows, m_shown) : jsonLines());
    connect(m_running.get(), &TrafficExport::ended, this, &WireExport::end);
    connect(m_running.get(), &TrafficExport::progressed, this, [this](qsizetype written) {
        m_written = written;
        if (!m_patience.isActive())
            m_strip.showProgress(written, m_running->total());
    });
    m_patience.start();
    Q_EMIT folderChosen(m_folder);
    Q_EMIT runningChanged();
}

void WireExport::end(const RecordFileResult &result)
{
    m_patience.stop();
    TrafficExport *ended = m_running.release();
    ended->deleteLater(); // it is the one that says so
    m_hasFailed = result.problem != RecordFileProblem::None && result.problem != RecordFileProblem::Cancelled;
    if (!m_hasFailed)
        m_rows.clear();
    if (m_hasFailed)
        m_strip.showFailure(result, ended->path());
    else if (result.problem == RecordFileProblem::None)
        m_strip.showDone(ended->total(), ended->path());
    else
        m_strip.clear();
    Q_EMIT runningChanged();
}

} // namespace confab
