#include "ui/views/historyswitch.h"

#include "server/historypath.h"
#include "ui/views/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace confab {

using namespace Qt::StringLiterals;

HistorySwitch::HistorySwitch(QWidget *parent)
    : QWidget(parent)
    , m_keep(new QCheckBox(this))
    , m_forget(new QPushButton(this))
{
    setObjectName(u"historySwitch"_s);
    m_keep->setObjectName(u"keepHistory"_s);
    m_forget->setObjectName(u"forgetHistory"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::unit);
    layout->addWidget(m_keep);
    layout->addStretch();
    layout->addWidget(m_forget);
    setFocusProxy(m_keep);
    connect(m_keep, &QCheckBox::toggled, this, [this](bool kept) {
        m_file = kept ? ownHistoryFile() : QString();
        Q_EMIT fileEdited(m_file);
    });
    connect(m_forget, &QPushButton::clicked, this, [this] {
        Q_EMIT forgetRequested(m_file.isEmpty() ? ownHistoryFile() : m_file); // kept no more, but still there
    });
    retranslate();
}

void HistorySwitch::setFile(const QString &file)
{
    const QSignalBlocker blocker(m_keep);
    m_file = file;
    m_keep->setChecked(!file.isEmpty());
}

void HistorySwitch::setRoomOpen(bool open)
{
    m_forget->setEnabled(!open);
    sayWhetherItCanBeForgotten();
}

void HistorySwitch::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HistorySwitch::sayWhetherItCanBeForgotten()
{
    m_forget->setToolTip(m_forget->isEnabled()
                             ? tr("Delete what was said, so that nobody is given it any more")
                             : tr("Stop the room first: then what was said in it can be deleted"));
}

void HistorySwitch::retranslate()
{
    m_keep->setText(tr("Keep a history"));
    m_keep->setToolTip(tr("What is said stays when the room ends, in a file of this computer’s; who comes "
                          "later is given the last of it. The room’s page tells everyone who joins; other "
                          "WebSocket clients are not told"));
    m_forget->setText(tr("Forget it…"));
    m_forget->setAccessibleName(tr("Forget the history"));
    sayWhetherItCanBeForgotten();
}

} // namespace confab
