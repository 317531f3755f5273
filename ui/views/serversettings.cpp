#include "ui/views/serversettings.h"

#include "ui/views/flowlayout.h"
#include "ui/views/historyswitch.h"
#include "ui/views/limitsdialog.h"
#include "ui/views/policytokens.h"
#include "ui/views/theme.h"
#include "ui/views/tokenlist.h"
#include "ui/views/wheelguard.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

/// How TLS is switched on: with the files that were given, or else with a certificate made here.
TlsMode modeFor(const TlsPolicy &policy)
{
    const bool hasFiles = !policy.certificateFile.isEmpty() && !policy.keyFile.isEmpty();
    return hasFiles ? TlsMode::Files : TlsMode::SelfSigned;
}

} // namespace

ServerSettings::ServerSettings(QWidget *parent)
    : QWidget(parent)
    , m_portLabel(new QLabel(this))
    , m_port(new QSpinBox(this))
    , m_encrypt(new QCheckBox(this))
    , m_compress(new QCheckBox(this))
    , m_history(new HistorySwitch(this))
    , m_subprotocolsLabel(new QLabel(this))
    , m_subprotocols(new TokenList(this))
    , m_acceptUnknown(new QCheckBox(this))
    , m_originsLabel(new QLabel(this))
    , m_origins(new TokenList(this))
    , m_anyOrigin(new QCheckBox(this))
    , m_bannedLabel(new QLabel(this))
    , m_banned(new TokenList(this))
    , m_limits(new QPushButton(this))
    , m_restart(new QWidget(this))
    , m_restartNote(new QLabel(m_restart))
    , m_restartButton(new QPushButton(m_restart))
{
    setObjectName(u"serverSettings"_s);
    m_port->setObjectName(u"port"_s);
    m_encrypt->setObjectName(u"encrypt"_s);
    m_compress->setObjectName(u"compress"_s);
    m_subprotocols->setObjectName(u"subprotocols"_s);
    m_acceptUnknown->setObjectName(u"acceptUnknownSubprotocol"_s);
    m_origins->setObjectName(u"origins"_s);
    m_anyOrigin->setObjectName(u"anyOrigin"_s);
    m_banned->setObjectName(u"banned"_s);
    m_limits->setObjectName(u"limits"_s);
    m_restart->setObjectName(u"restartNeeded"_s);
    m_restartButton->setObjectName(u"restartButton"_s);

    for (QLabel *label : {m_portLabel, m_subprotocolsLabel, m_originsLabel, m_bannedLabel})
        setSectionLook(*label);
    m_portLabel->setBuddy(m_port);
    m_subprotocolsLabel->setBuddy(m_subprotocols->field());
    m_originsLabel->setBuddy(m_origins->field());
    m_bannedLabel->setBuddy(m_banned->field());
    m_port->setRange(0, 65535);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_port->setKeyboardTracking(false);
    guardFromWheel(*m_port);
    m_subprotocols->setReader(readSubprotocol);
    m_origins->setReader(readOrigin);
    m_banned->setReader(readAddress);
    m_restartNote->setWordWrap(true);
    m_restartNote->setFont(captionFont());
    m_restart->hide();

    auto *restartLayout = new QHBoxLayout(m_restart);
    restartLayout->setContentsMargins(0, 0, 0, 0);
    restartLayout->addWidget(m_restartNote, 1);
    restartLayout->addWidget(m_restartButton);
    auto *portLine = new QHBoxLayout;
    portLine->addWidget(m_portLabel);
    portLine->addStretch();
    portLine->addWidget(m_port);
    auto *switches = new FlowLayout(theme::unit);
    for (QCheckBox *box : {m_encrypt, m_compress})
        switches->addWidget(box);
    auto *originsLine = new QHBoxLayout;
    originsLine->addWidget(m_originsLabel);
    originsLine->addStretch();
    originsLine->addWidget(m_anyOrigin);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::unit);
    layout->addLayout(portLine);
    layout->addLayout(switches);
    layout->addWidget(m_history);
    layout->addSpacing(theme::halfUnit);
    layout->addWidget(m_subprotocolsLabel);
    layout->addWidget(m_subprotocols);
    layout->addWidget(m_acceptUnknown);
    layout->addSpacing(theme::unit);
    layout->addLayout(originsLine);
    layout->addWidget(m_origins);
    layout->addSpacing(theme::unit);
    layout->addWidget(m_bannedLabel);
    layout->addWidget(m_banned);
    layout->addWidget(m_limits, 0, Qt::AlignLeft);
    layout->addWidget(m_restart);

    connect(m_port, &QSpinBox::valueChanged, this, &ServerSettings::edit);
    connect(m_encrypt, &QCheckBox::toggled, this, &ServerSettings::edit);
    connect(m_compress, &QCheckBox::toggled, this, &ServerSettings::edit);
    connect(m_history, &HistorySwitch::fileEdited, this, &ServerSettings::edit);
    connect(m_history, &HistorySwitch::forgetRequested, this, &ServerSettings::forgetHistoryRequested);
    connect(m_subprotocols, &TokenList::tokensChanged, this, &ServerSettings::edit);
    connect(m_acceptUnknown, &QCheckBox::toggled, this, &ServerSettings::edit);
    connect(m_origins, &TokenList::tokensChanged, this, &ServerSettings::edit);
    connect(m_banned, &TokenList::tokensChanged, this, &ServerSettings::edit);
    connect(m_anyOrigin, &QCheckBox::toggled, this, &ServerSettings::edit);
    connect(m_limits, &QPushButton::clicked, this, &ServerSettings::editLimits);
    connect(m_restartButton, &QPushButton::clicked, this, [this] {
        commit();
        Q_EMIT restartRequested();
    });
    retranslate();
}

void ServerSettings::setPolicy(const ServerPolicy &policy)
{
    m_policy = policy;
    const QSignalBlocker blockers[] = {QSignalBlocker(m_port), QSignalBlocker(m_encrypt),
                                       QSignalBlocker(m_compress), QSignalBlocker(m_acceptUnknown),
                                       QSignalBlocker(m_anyOrigin)};
    Q_UNUSED(blockers)
    m_port->setValue(policy.port);
    m_encrypt->setChecked(policy.tls.isOn());
    m_compress->setChecked(policy.deflate.enabled);
    m_history->setFile(policy.historyFile);
    m_subprotocols->setTokens(toStrings(policy.subprotocols));
    m_acceptUnknown->setChecked(policy.acceptUnknownSubprotocol);
    m_origins->setTokens(toStrings(policy.allowedOrigins));
    m_anyOrigin->setChecked(policy.allowAnyOrigin);
    m_origins->setDisabled(policy.allowAnyOrigin);
    m_banned->setTokens(toStrings(policy.bannedAddresses));
    const bool anyBanned = !policy.bannedAddresses.isEmpty();
    if (!anyBanned)
        m_banned->field()->clear(); // nobody would see what becomes of it
    m_bannedLabel->setVisible(anyBanned);
    m_banned->setVisible(anyBanned);
}

void ServerSettings::commit()
{
    m_port->interpretText();
    m_subprotocols->add();
    m_origins->add();
    m_banned->add();
}

void ServerSettings::setRestartNeeded(bool needed)
{
    m_restart->setVisible(needed);
}

void ServerSettings::setRoomOpen(bool open)
{
    m_history->setRoomOpen(open);
}

void ServerSettings::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ServerSettings::edit()
{
    m_policy.port = quint16(m_port->value());
    if (m_encrypt->isChecked() != m_policy.tls.isOn())
        m_policy.tls.mode = m_encrypt->isChecked() ? modeFor(m_policy.tls) : TlsMode::Off;
    m_policy.deflate.enabled = m_compress->isChecked();
    m_policy.historyFile = m_history->file();
    m_policy.subprotocols = toOctets(m_subprotocols->tokens());
    m_policy.acceptUnknownSubprotocol = m_acceptUnknown->isChecked();
    m_policy.allowedOrigins = toOctets(m_origins->tokens());
    m_policy.allowAnyOrigin = m_anyOrigin->isChecked();
    m_policy.bannedAddresses = toAddresses(m_banned->tokens());
    m_origins->setDisabled(m_policy.allowAnyOrigin);
    Q_EMIT policyEdited(m_policy);
}

void ServerSettings::editLimits()
{
    auto *dialog = new LimitsDialog(m_policy, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_policy = dialog->policy();
        Q_EMIT policyEdited(m_policy);
    });
    dialog->open();
}

void ServerSettings::retranslate()
{
    m_portLabel->setText(tr("Port"));
    m_port->setSpecialValueText(tr("any free"));
    m_port->setToolTip(tr("The TCP port to listen on; 0 takes any free one"));
    m_port->setAccessibleName(tr("Port"));
    m_encrypt->setText(tr("Encrypt (TLS)"));
    m_encrypt->setToolTip(
        tr("Join links begin with https://. The certificate is made here, so browsers warn about it once"));
    m_compress->setText(tr("Compress messages"));
    m_compress->setToolTip(tr("Long messages take fewer bytes on the wire with every client that offers "
                              "permessage-deflate, as browsers do"));
    m_subprotocolsLabel->setText(tr("Subprotocols"));
    m_subprotocols->setToolTip(tr("The first one that a client offers and that is in this list is selected"));
    m_subprotocols->setWords(tr("Add one…"),
                             tr("A subprotocol is one word of letters, digits and .-_ without spaces."),
                             tr("Remove %1"));
    m_acceptUnknown->setText(tr("Let unknown ones in without"));
    m_acceptUnknown->setToolTip(tr(
        "A client that offers only other subprotocols joins without one instead of being refused with 400"));
    m_originsLabel->setText(tr("Allowed origins"));
    m_origins->setToolTip(tr("Pages of these sites may join, beside the room’s own page and localhost"));
    m_origins->setWords(tr("https://…"),
                        tr("An origin is a scheme and a host, for example https://example.org."),
                        tr("Remove %1"));
    m_anyOrigin->setText(tr("Any origin"));
    m_anyOrigin->setToolTip(tr("Pages of every site may join and read the room"));
    m_bannedLabel->setText(tr("Banned addresses"));
    m_banned->setToolTip(tr("Nobody from these addresses is let in, until Confab is quit"));
    m_banned->setWords(tr("Add one…"), tr("An address is IPv4 or IPv6, for example 192.168.0.12."),
                       tr("Let %1 in again"));
    m_limits->setText(tr("Limits…"));
    m_limits->setToolTip(tr("How much the server takes from its clients: sizes, times, rates"));
    m_restartNote->setText(tr("Changes wait for a restart."));
    m_restartButton->setText(tr("Restart"));
    m_restartButton->setToolTip(
        tr("Stop the room and start it with these settings; everyone is disconnected once"));
}

} // namespace confab
