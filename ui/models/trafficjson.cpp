#include "ui/models/trafficjson.h"

#include "client/clienterror.h"
#include "core/chat/jsontext.h"
#include "core/traffic/frameheaders.h"
#include "core/traffic/recordtext.h"
#include "core/wire/utf8.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

QString kindName(TrafficKind kind)
{
    switch (kind) {
    case TrafficKind::Request:
        return u"request"_s;
    case TrafficKind::Response:
        return u"response"_s;
    case TrafficKind::TlsFailure:
        return u"tls-failure"_s;
    case TrafficKind::Text:
        return u"text"_s;
    case TrafficKind::Binary:
        return u"binary"_s;
    case TrafficKind::Ping:
        return u"ping"_s;
    case TrafficKind::Pong:
        return u"pong"_s;
    case TrafficKind::Close:
        return u"close"_s;
    case TrafficKind::Failure:
        return u"failure"_s;
    case TrafficKind::Ended:
        return u"ended"_s;
    }
    Q_UNREACHABLE();
}

/// "2026-11-28T05:32:07.123456Z"
QString timeInUtc(qint64 microseconds)
{
    constexpr qint64 second = 1'000'000;
    const QDateTime time = QDateTime::fromSecsSinceEpoch(microseconds / second, Qt::UTC);
    return time.toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u'.' +
           QString::number(microseconds % second).rightJustified(6, u'0') + u'Z';
}

/// So that a line is one for every reader: some take these for the ends of lines, too.
QByteArray inOneLine(QByteArray json)
{
    return json.replace("\xE2\x80\xA8", "\\u2028")
        .replace("\xE2\x80\xA9", "\\u2029")
        .replace("\xC2\x85", "\\u0085");
}

/// @return how many octets are told.
qsizetype addOctets(JsonText &line, QByteArrayView octets)
{
    line.add("base64", QString::fromLatin1(octets.toByteArray().toBase64()));
    return octets.size();
}

/// As text if it is one.
qsizetype addTextOrOctets(JsonText &line, const TrafficRecord &record)
{
    const QByteArrayView text = textOf(record);
    if (!isValidUtf8(text))
        return addOctets(line, record.payload);
    line.add("text", textFromUtf8(text));
    return text.size();
}

void addPayload(JsonText &line, const TrafficRecord &record)
{
    const bool isBinary = record.kind == TrafficKind::Binary || record.kind == TrafficKind::Failure;
    const qsizetype kept = isBinary ? addOctets(line, record.payload) : addTextOrOctets(line, record);
    if (quint64(kept) < record.size)
        line.add("kept", kept);
}

void addFrame(JsonText &line, const TrafficRecord &record)
{
    if (const std::optional<Opcode> opcode = opcodeOf(record.kind))
        line.add("opcode", int(*opcode));
    const QByteArray headers = frameHeadersOf(record);
    if (!headers.isEmpty())
        line.add("frameHeaders", QString::fromLatin1(headers.toHex()));
}

void addMessage(JsonText &line, const TrafficRecord &record)
{
    addFrame(line, record);
    line.add("size", qint64(record.size)).add("wireSize", qint64(record.wireSize));
    line.add("fragments", record.fragments);
    if (record.isUnfinished)
        line.addTrue("unfinished");
    addPayload(line, record);
}

void addClose(JsonText &line, const CloseStatus &close)
{
    line.add("code", int(close.code)).add("reason", close.reason);
}

/// The rule that was broken, if one was, and where it is written down.
void addError(JsonText &line, WireError error)
{
    if (error == WireError::None)
        return;
    const QString name = QString::fromLatin1(wireErrorName(error));
    const qsizetype end = name.indexOf(" ("_L1);
    line.add("error", name.first(end)).add("rule", name.sliced(end + 2).chopped(1));
}

/// The system's words.
void addDetail(JsonText &line, const TrafficRecord &record)
{
    if (!record.payload.isEmpty())
        line.add("detail", textFromUtf8(record.payload));
}

void addEnd(JsonText &line, const TrafficRecord &record)
{
    addClose(line, record.close);
    if (record.cause != 0)
        line.add("cause", QString::fromLatin1(clientErrorName(ClientErrorKind(record.cause))));
    if (record.status != 0)
        line.add("status", record.status);
    addError(line, record.error);
    if (record.exceeded != Bound::None)
        line.add("bound", QString::fromLatin1(boundName(record.exceeded)));
    addDetail(line, record);
}

/// Whose it is, which way it went and what it is.
JsonText begin(const TrafficRecord &record)
{
    JsonText line;
    line.add("number", qint64(record.number)).add("time", timeInUtc(record.time));
    line.add("side", record.source == TrafficSource::Server ? u"server" : u"client");
    if (record.connection != 0)
        line.add("connection", qint64(record.connection));
    if (!record.peer.isEmpty())
        line.add("peer", record.peer);
    else if (record.connection == 0)
        line.add("recipients", record.recipients);
    if (record.kind != TrafficKind::Ended)
        line.add("direction", record.direction == Direction::Received ? u"received" : u"sent");
    line.add("kind", kindName(record.kind));
    return line;
}

} // namespace

QByteArray recordAsJson(const TrafficRecord &record)
{
    JsonText line = begin(record);
    switch (record.kind) {
    case TrafficKind::Response:
        line.add("status", record.status);
        [[fallthrough]];
    case TrafficKind::Request:
        line.add("size", qint64(record.size));
        addPayload(line, record);
        break;
    case TrafficKind::TlsFailure:
        addDetail(line, record);
        break;
    case TrafficKind::Text:
    case TrafficKind::Binary:
        addMessage(line, record);
        break;
    case TrafficKind::Ping:
    case TrafficKind::Pong:
        addFrame(line, record);
        line.add("size", qint64(record.size));
        addPayload(line, record);
        break;
    case TrafficKind::Close:
        addFrame(line, record);
        line.add("size", qint64(record.size));
        addClose(line, record.close);
        break;
    case TrafficKind::Failure:
        addError(line, record.error);
        line.add("size", qint64(record.size));
        addPayload(line, record);
        break;
    case TrafficKind::Ended:
        addEnd(line, record);
        break;
    }
    return inOneLine(line.finished());
}

} // namespace confab
