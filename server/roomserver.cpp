#include "server/roomserver.h"

#include "core/chat/confabv1.h"
#include "core/link/networkthread.h"
#include "resources/webresources.h"
#include "server/joinlinks.h"
#include "server/member.h"
#include "server/roomhost.h"
#include "server/roomnames.h"

#include <QDateTime>
#include <QSemaphore>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

QByteArray privateMessage(const Member &member, const QString &text)
{
    if (member.behaviour() != Participant::Behaviour::Structured)
        return text.toUtf8();
    return v1::encodeTold({0, hostName, false}, text, QDateTime::currentMSecsSinceEpoch());
}

} // namespace

RoomServer::RoomServer(std::shared_ptr<TrafficLog> log, ConversationLimits conversation,
                       Roster::Detail detail, QObject *parent)
    : QObject(parent)
    , m_log(std::move(log))
    , m_roster(std::make_shared<Roster>(detail))
    , m_conversation(std::make_shared<Conversation>(conversation))
    , m_links(networkAddresses)
    , m_thread(std::make_unique<NetworkThread>(u"server"_s))
{
    initWebResources();
    connect(&m_links, &JoinLinkWatch::changed, this, &RoomServer::joinLinksChanged);
    auto host = std::make_unique<RoomHost>(m_log, m_roster, m_conversation);
    host->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, host.get(), &QObject::deleteLater);
    m_host = host.release();
    connect(m_host, &RoomHost::listening, this, &RoomServer::onListening);
    connect(m_host, &RoomHost::failed, this, &RoomServer::onFailed);
    connect(m_host, &RoomHost::stopped, this, &RoomServer::onStopped);
    connect(m_host, &RoomHost::membersChanged, this, &RoomServer::onMembersChanged);
    connect(m_host, &RoomHost::refused, this, &RoomServer::refused);
    connect(m_host, &RoomHost::historyFailed, this, &RoomServer::onHistoryFailed);
    connect(m_host, &RoomHost::historyMeasured, this, &RoomServer::historyMeasured);
}

RoomServer::~RoomServer()
{
    m_host->disconnect(this);
    if (m_state != State::Stopped) {
        // Behind a stop() that is under way this only waits. The thread is ended from here:
        // QCoreApplication::postEvent() may still be about to wake it when all is done there.
        m_host->interrupt();
        const auto stopped = std::make_shared<QSemaphore>();
        ask([stopped](RoomHost &host) {
            connect(&host, &RoomHost::stopped, &host, [stopped] { stopped->release(); });
            host.stop();
        });
        stopped->acquire();
    }
}

RoomServer::State RoomServer::state() const
{
    return m_state;
}

const ServerPolicy &RoomServer::policy() const
{
    return m_policy;
}

quint16 RoomServer::port() const
{
    return m_port;
}

QStringList RoomServer::joinLinks() const
{
    QStringList links = m_links.links();
    for (QString &link : links)
        link = withPin(link, m_policy.pin);
    return links;
}

QByteArray RoomServer::fingerprint() const
{
    return m_fingerprint;
}

bool RoomServer::keepsHistory() const
{
    return m_state == State::Listening && !m_policy.historyFile.isEmpty() && !m_hasHistoryFailed;
}

const std::shared_ptr<Roster> &RoomServer::roster() const
{
    return m_roster;
}

const std::shared_ptr<Conversation> &RoomServer::conversation() const
{
    return m_conversation;
}

void RoomServer::start(const ServerPolicy &policy)
{
    if (m_state != State::Stopped)
        return;
    m_policy = policy;
    m_state = State::Starting;
    m_hasHistoryFailed = false;
    ask([policy](RoomHost &host) { host.start(policy); });
}

void RoomServer::stop()
{
    if (m_state != State::Starting && m_state != State::Listening)
        return;
    m_state = State::Stopping;
    m_port = 0;
    m_links.stop();
    m_fingerprint.clear();
    m_host->interrupt();
    ask([](RoomHost &host) { host.stop(); });
}

void RoomServer::allowOrigin(const QByteArray &origin)
{
    m_policy.allowedOrigins.append(origin);
    ask([origin](RoomHost &host) { host.allowOrigin(origin); });
}

void RoomServer::setPin(const QByteArray &pin)
{
    if (m_policy.pin == pin)
        return;
    m_policy.pin = pin;
    ask([pin](RoomHost &host) { host.setPin(pin); });
    if (m_state == State::Listening)
        Q_EMIT joinLinksChanged();
}

void RoomServer::setBannedAddresses(const QList<QHostAddress> &addresses)
{
    if (m_policy.bannedAddresses == addresses)
        return;
    m_policy.bannedAddresses = addresses;
    ask([addresses](RoomHost &host) { host.setBannedAddresses(addresses); });
}

void RoomServer::say(const QString &room, const QString &text)
{
    ask([room, text](RoomHost &host) { host.say(room, text); });
}

void RoomServer::sendText(quint64 member, const QString &text)
{
    ask([member, text](RoomHost &host) {
        host.withMember(member, [text](Member &it) { it.send(Opcode::Text, privateMessage(it, text)); });
    });
}

void RoomServer::sendBinary(quint64 member, const QByteArray &payload)
{
    ask([member, payload](RoomHost &host) {
        host.withMember(member, [payload](Member &it) { it.send(Opcode::Binary, payload); });
    });
}

void RoomServer::ping(quint64 member)
{
    ask([member](RoomHost &host) { host.withMember(member, [](Member &it) { it.ping(); }); });
}

void RoomServer::close(quint64 member, const CloseStatus &status)
{
    ask([member, status](RoomHost &host) {
        host.withMember(member, [status](Member &it) { it.close(status); });
    });
}

void RoomServer::kick(quint64 member)
{
    ask([member](RoomHost &host) { host.withMember(member, [](Member &it) { it.abort(); }); });
}

void RoomServer::measureHistory()
{
    ask([](RoomHost &host) { host.measureHistory(); });
}

template <typename Action>
void RoomServer::ask(Action action)
{
    QMetaObject::invokeMethod(
        m_host, [host = m_host, action = std::move(action)] { action(*host); }, Qt::QueuedConnection);
}

void RoomServer::onListening(quint16 port, const QByteArray &fingerprint)
{
    if (m_state != State::Starting) // stop() came in between
        return;
    m_state = State::Listening;
    m_port = port;
    m_links.start(m_policy.address, port, m_policy.tls.isOn());
    m_fingerprint = fingerprint;
    Q_EMIT listening();
}

void RoomServer::onFailed(const ServerError &error)
{
    if (m_state != State::Starting)
        return;
    m_state = State::Stopped;
    Q_EMIT failed(error);
}

void RoomServer::onStopped()
{
    m_state = State::Stopped;
    Q_EMIT stopped();
}

void RoomServer::onHistoryFailed(const ServerError &error)
{
    m_hasHistoryFailed = true;
    Q_EMIT historyFailed(error);
}

void RoomServer::onMembersChanged(const QList<MemberEvent> &events)
{
    for (const MemberEvent &event : events) {
        switch (event.kind) {
        case MemberEvent::Kind::Joined:
            Q_EMIT memberJoined(event.member, event.count);
            break;
        case MemberEvent::Kind::Named:
            Q_EMIT memberNamed(event.member, event.formerName, event.count);
            break;
        case MemberEvent::Kind::Left:
            Q_EMIT memberLeft(event.member, event.count);
            break;
        }
    }
}

} // namespace confab
