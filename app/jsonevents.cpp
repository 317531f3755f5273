#include "app/jsonevents.h"

#include "core/chat/jsontext.h"
#include "core/wire/bound.h"

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

JsonText memberEvent(QStringView event, const MemberInfo &member, int count)
{
    JsonText line;
    line.add("event", event)
        .add("id", qint64(member.id))
        .add("name", member.name)
        .add("address", member.address);
    line.add("port", member.port).add("subprotocol", member.subprotocol).add("room", member.room);
    line.add("connections", count);
    return line;
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
    case RefusalReason::AddressBanned:
        return u"address-banned"_s;
    case RefusalReason::HostForeign:
        return u"host-foreign"_s;
    case RefusalReason::OriginForbidden:
        return u"origin-forbidden"_s;
    case RefusalReason::SubprotocolUnsupported:
        return u"subprotocol-unsupported"_s;
    case RefusalReason::PinMissing:
        return u"pin-missing"_s;
    case RefusalReason::PinWrong:
        return u"pin-wrong"_s;
    case RefusalReason::TooManyWrongPins:
        return u"too-many-wrong-pins"_s;
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
    case RefusalReason::TlsFailed:
        return u"tls-failed"_s;
    case RefusalReason::TlsTimeout:
        return u"tls-timeout"_s;
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
    return memberEvent(u"joined", member, count).finished();
}

QByteArray named(const MemberInfo &member, const QString &formerName, int count)
{
    return memberEvent(u"named", member, count).add("formerName", formerName).finished();
}

QByteArray left(const MemberInfo &member, int count)
{
    JsonText line = memberEvent(u"left", member, count);
    line.add("code", int(member.close.code)).add("reason", member.close.reason);
    if (member.closeSent != CloseCode{})
        line.add("sentCode", int(member.closeSent));
    if (member.exceeded != Bound::None)
        line.add("bound", QString::fromLatin1(boundName(member.exceeded)));
    return line.finished();
}

QByteArray refused(const Refusal &refusal)
{
    QJsonObject event{{u"event"_s, u"refused"_s},
                      {u"reason"_s, reasonName(refusal.reason)},
                      {u"address"_s, refusal.address}};
    if (isBeforeRequest(refusal.reason)) {
        event.insert(u"detail"_s, refusal.detail);
    } else {
        event.insert(u"status"_s, refusal.status);
        event.insert(u"target"_s, refusal.target);
        event.insert(u"host"_s, refusal.host);
        event.insert(u"origin"_s, refusal.origin);
    }
    return line(event);
}

QByteArray historyFailed(const ServerError &error)
{
    return line({{u"event"_s, u"history-failed"_s}, {u"file"_s, error.file}, {u"detail"_s, error.detail}});
}

QByteArray stopped()
{
    return line({{u"event"_s, u"stopped"_s}});
}

QByteArray linesLeftOut(qint64 count)
{
    return line({{u"event"_s, u"left-out"_s}, {u"lines"_s, count}});
}

} // namespace confab::jsonevents
