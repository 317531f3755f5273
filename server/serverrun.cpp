#include "server/serverrun.h"

#include "core/link/fingerprint.h"
#include "core/link/opensslerror.h"
#include "server/tlssetup.h"

#include <algorithm>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

ReplayBounds replayBounds(const ServerPolicy &policy)
{
    return {std::min(ReplayBounds::defaultSize, policy.link.maxQueueSize / 2), policy.replay};
}

} // namespace

ServerRun::ServerRun(const ServerPolicy &policy, TrafficWriter &traffic, Roster &roster,
                     Conversation &conversation, std::unique_ptr<History> history, KeptHistory kept)
    : m_policy(policy)
    , m_refuser(policy.subprotocols, traffic)
    , m_history(std::move(history))
    , m_backlog(policy.history, std::move(kept.messages))
    , m_lobby(policy.link, traffic, roster,
              {conversation, m_backlog, Tickets(kept.ticketKey), replayBounds(policy), m_history.get()},
              policy.perMember, policy.threads)
    , m_reception(std::make_unique<Reception>(policy, m_refuser, traffic, roster))
    , m_door(std::make_unique<FrontDoor>(policy, *m_reception, m_refuser, traffic, roster))
{
    connect(m_reception.get(), &Reception::admitted, &m_lobby,
            [this](const std::shared_ptr<Admission> &admission) { m_lobby.admit(*admission); });
    if (m_history) {
        connect(m_history.get(), &History::failed, this, &ServerRun::historyFailed);
        connect(m_history.get(), &History::measured, this, &ServerRun::historyMeasured);
    }
    m_cut.setSingleShot(true);
    connect(&m_cut, &QTimer::timeout, &m_lobby, &Lobby::cutAll);
}

ServerRun::~ServerRun() = default;

std::optional<ServerError> ServerRun::open()
{
    if (m_policy.tls.isOn()) {
        const auto identity = setUpTls(m_policy.tls, m_policy.address, m_policy.hostNames);
        if (const auto *error = std::get_if<ServerError>(&identity))
            return *error;
        const auto &own = std::get<TlsIdentity>(identity);
        m_fingerprint = sha256Fingerprint(own.chain.constFirst());
        const TlsContext context = serverTlsContext(own.chain, own.key);
        if (!context)
            return ServerError{
                ServerErrorKind::CertificateRefused, {}, 0, takeOpensslError(), m_policy.tls.certificateFile};
        m_door->useTls(context);
    }
    if (m_door->open())
        return {};
    return ServerError{serverErrorKind(m_door->serverError()),
                       m_policy.address.toString(),
                       m_policy.port,
                       m_door->errorString(),
                       {}};
}

void ServerRun::learnNames()
{
    m_reception->origins().setServer(ownHosts(m_policy.address), m_policy.hostNames);
}

void ServerRun::allowOrigin(const QByteArray &origin)
{
    if (m_reception)
        m_reception->origins().allow(origin);
}

void ServerRun::setPin(const QByteArray &pin)
{
    if (m_reception)
        m_reception->setPin(pin);
}

void ServerRun::setBannedAddresses(const QList<QHostAddress> &addresses)
{
    if (!m_reception)
        return;
    m_reception->bans() = BanList(addresses);
    m_lobby.closeBanned(m_reception->bans());
}

void ServerRun::finish()
{
    if (!m_door) // it is under way
        return;
    // Those who have not been let in yet are cut; the rest gets what is queued for it, and then a Close.
    m_door.reset();
    m_reception.reset();
    connect(&m_lobby, &Lobby::emptied, this, &ServerRun::finished);
    if (m_lobby.count() == 0) {
        Q_EMIT finished();
        return;
    }
    connect(&m_lobby, &Lobby::closing, this, [this] { m_cut.start(m_policy.stopTimeout); });
    m_lobby.closeAll({CloseCode::GoingAway, u"The server is stopping"_s});
}

void ServerRun::measureHistory()
{
    if (m_history)
        m_history->measure();
}

ServerErrorKind serverErrorKind(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::AddressInUseError:
        return ServerErrorKind::PortInUse;
    case QAbstractSocket::SocketAddressNotAvailableError:
        return ServerErrorKind::AddressNotAvailable;
    case QAbstractSocket::SocketAccessError:
        return ServerErrorKind::PermissionDenied;
    default:
        return ServerErrorKind::Other;
    }
}

} // namespace confab
