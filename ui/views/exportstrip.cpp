#include "ui/views/exportstrip.h"

#include "ui/views/exportfailuretext.h"
#include "ui/views/failurebanner.h"
#include "ui/views/plaintooltip.h"
#include "ui/views/theme.h"
#include "ui/views/wrappedlabel.h"

#include <QAccessible>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

/// As people write it: the home folder is theirs.
QString shownPath(const QString &path)
{
    const QString home = QDir::homePath() + u'/';
    const bool isAtHome = home != "//"_L1 && path.startsWith(home);
    return QDir::toNativeSeparators(isAtHome ? "~/"_L1 + path.sliced(home.size()) : path);
}

} // namespace

ExportStrip::ExportStrip(QWidget *parent)
    : QWidget(parent)
    , m_line(new QWidget(this))
    , m_text(new WrappedLabel(m_line))
    , m_cancel(new QPushButton(m_line))
    , m_folder(new QPushButton(m_line))
    , m_dismiss(new QPushButton(m_line))
    , m_banner(new FailureBanner(this))
{
    setObjectName(u"exportStrip"_s);
    m_text->setObjectName(u"exportText"_s);
    m_cancel->setObjectName(u"exportCancel"_s);
    m_folder->setObjectName(u"exportOpenFolder"_s);
    m_dismiss->setObjectName(u"exportDismiss"_s);
    m_banner->setObjectName(u"exportFailure"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    // However long a path is, it widens nothing.
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (QPushButton *button : {m_cancel, m_folder, m_dismiss})
        setButtonLook(*button, ButtonLook::Quiet);
    m_dismiss->setText(u"✕"_s);
    m_dismiss->setFixedSize(3 * theme::unit, 3 * theme::unit);

    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::unit);
    line->addWidget(m_text, 1);
    line->addWidget(m_cancel);
    line->addWidget(m_folder);
    line->addWidget(m_dismiss);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::paneMargin, 0, theme::paneMargin, theme::unit);
    layout->setSpacing(0);
    layout->addWidget(m_line);
    layout->addWidget(m_banner);

    connect(m_cancel, &QPushButton::clicked, this, &ExportStrip::cancelRequested);
    connect(m_folder, &QPushButton::clicked, this, &ExportStrip::openFolder);
    connect(m_dismiss, &QPushButton::clicked, this, &ExportStrip::clear);
    connect(m_banner, &FailureBanner::actionTriggered, this, &ExportStrip::retryRequested);
    connect(m_banner, &FailureBanner::dismissed, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
    retranslate();
    clear();
}

void ExportStrip::showProgress(qsizetype written, qsizetype total)
{
    m_written = written;
    m_total = total;
    setState(State::Writing);
}

void ExportStrip::showDone(qsizetype records, const QString &path)
{
    m_total = records;
    m_path = path;
    setState(State::Done);
    setAccessibleDescription(m_text->text());
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ExportStrip::showFailure(const RecordFileResult &result, const QString &path)
{
    m_result = result;
    m_path = path;
    setState(State::Failed);
}

void ExportStrip::clear()
{
    setState(State::Nothing);
}

void ExportStrip::setState(State state)
{
    m_state = state;
    m_line->setVisible(state == State::Writing || state == State::Done);
    m_cancel->setVisible(state == State::Writing);
    m_folder->setVisible(state == State::Done);
    m_dismiss->setVisible(state == State::Done);
    if (state != State::Failed)
        m_banner->clear();
    showState();
    setVisible(state != State::Nothing);
}

void ExportStrip::openFolder() const
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_path).path()));
}

void ExportStrip::showState()
{
    switch (m_state) {
    case State::Nothing:
        m_text->clear();
        setPlainToolTip(*m_text, {});
        break;
    case State::Writing:
        m_text->setText(tr("Exporting… %1 %").arg(m_written * 100 / std::max<qsizetype>(1, m_total)));
        setPlainToolTip(*m_text, {});
        break;
    case State::Done:
        m_text->setText(tr("%Ln record(s) written to %1", nullptr, int(m_total)).arg(shownPath(m_path)));
        setPlainToolTip(*m_text, QDir::toNativeSeparators(m_path));
        break;
    case State::Failed:
        m_banner->showFailure(exportFailureText(m_result, shownPath(m_path)));
        m_banner->setAction(tr("Choose another place…"), tr("Export the same records to another file."));
        break;
    }
}

void ExportStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ExportStrip::retranslate()
{
    setAccessibleName(tr("Export"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop the export; no file is written."));
    m_folder->setText(tr("Open the folder"));
    m_folder->setToolTip(tr("Open the folder that the file is in."));
    m_dismiss->setAccessibleName(tr("Dismiss"));
    m_dismiss->setToolTip(tr("Put this message away."));
    showState();
}

} // namespace confab
