#include "app/jsonevents.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace confab::jsonevents {

using namespace Qt::StringLiterals;

namespace {

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject memberEvent(const QString &event, const MemberInfo &member, int count)
{
    return {{u"event"_s, event},      {u"id"_s, qint64(member.id)},
            {u"name"_s, member.name}, {u"address"_s, member.address},
            {u"port"_s, member.port}, {u"subprotocol"_s, member.subprotocol},
            {u"room"_s, member.room}, {u"connections"_s, count}};
}

QString boundName(Bound bound)
{
    switch (bound) {
    case Bound::None:
        return {};
    case Bound::FrameSize:
        return u"frame-size"_s;
    case Bound::MessageSize:
        return u"message-size"_s;
    case Bound::Fragments:
        return u"fragments"_s;
    case Bound::QueueSize:
        return u"queue-size"_s;
    case Bound::PongTime:
        return u"pong-time"_s;
    case Bound::MessageRate:
        return u"messages-per-second"_s;
    case Bound::OctetRate:
        return u"bytes-per-second"_s;
    }
    Q_UNREACHABLE();
}

QString reasonName(RefusalReason reason)
{
    switch (reason) {
    case RefusalReason::BadHead:
        return u"bad-head"_s;
    case RefusalReason::HeadTooLarge:
        return u"head-too-large"_s;
    case RefusalReason::HeadTimeout:
        return u"head-timeout"_s;
    case RefusalReason::BadHandshake:
        return u"bad-handshake"_s;
    case RefusalReason::EarlyFrames:
        return u"early-frames"_s;
    case RefusalReason::HostForeign:
        return u"host-foreign"_s;
    case RefusalReason::OriginForbidden:
        return u"origin-forbidden"_s;
    case RefusalReason::SubprotocolUnsupported:
        return u"subprotocol-unsupported"_s;
    case RefusalReason::ServerFull:
        return u"server-full"_s;
    case RefusalReason::OutOfDescriptors:
        return u"out-of-descriptors"_s;
    case RefusalReason::TooManyConnections:
        return u"too-many-connections"_s;
    case RefusalReason::TooManyHandshakes:
        return u"too-many-handshakes"_s;
    case RefusalReason::NotFound:
        return u"not-found"_s;
    case RefusalReason::MethodNotAllowed:
        return u"method-not-allowed"_s;
    case RefusalReason::TlsRequired:
        return u"tls-required"_s;
    case RefusalReason::DeskRefused:
        return u"desk-refused"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray listening(quint16 port, const QStringList &joinLinks, const QByteArray &fingerprint)
{
    QJsonObject event{
        {u"event"_s, u"listening"_s}, {u"port"_s, port}, {u"urls"_s, QJsonArray::fromStringList(joinLinks)}};
    if (!fingerprint.isEmpty())
        event.insert(u"fingerprint"_s, QString::fromLatin1(fingerprint));
    return line(event);
}

QByteArray joined(const MemberInfo &member, int count)
{
    return line(memberEvent(u"joined"_s, member, count));
}

QByteArray left(const MemberInfo &member, int count)
{
    QJsonObject event = memberEvent(u"left"_s, member, count);
    event.insert(u"code"_s, int(member.close.code));
    event.insert(u"reason"_s, member.close.reason);
    if (member.closeSent != CloseCode{})
        event.insert(u"sentCode"_s, int(member.closeSent));
    if (member.exceeded != Bound::None)
        event.insert(u"bound"_s, boundName(member.exceeded));
    return line(event);
}

QByteArray refused(const Refusal &refusal)
{
    return line({{u"event"_s, u"refused"_s},
                 {u"reason"_s, reasonName(refusal.reason)},
                 {u"status"_s, refusal.status},
                 {u"address"_s, refusal.address},
                 {u"target"_s, refusal.target},
                 {u"host"_s, refusal.host},
                 {u"origin"_s, refusal.origin}});
}

QByteArray stopped()
{
    return line({{u"event"_s, u"stopped"_s}});
}

} // namespace confab::jsonevents
