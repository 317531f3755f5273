#include "ui/text/traffictext.h"

#include "core/traffic/recordtext.h"
#include "core/wire/messageassembler.h"
#include "core/wire/utf8.h"
#include "ui/text/boundtext.h"
#include "ui/text/clienterrortext.h"
#include "ui/text/closecodetext.h"
#include "ui/text/readystatetext.h"
#include "ui/text/wireerrortext.h"

#include <QCoreApplication>

#include <algorithm>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TrafficText)
};

QString hexPreview(const TrafficRecord &record, qsizetype maxLength)
{
    constexpr qsizetype charactersOfOctet = 3;
    return hexLine(record.payload, maxLength / charactersOfOctet, record.size);
}

QString headPreview(const TrafficRecord &record, qsizetype maxLength)
{
    const auto end = std::find_if(record.payload.begin(), record.payload.end(),
                                  [](char octet) { return octet == '\r' || octet == '\n'; });
    const QByteArrayView line = QByteArrayView(record.payload).first(end - record.payload.begin());
    if (line.isEmpty() && record.status != 0)
        return QString::number(record.status);
    return oneLine(line, maxLength, quint64(line.size()));
}

/// The payloads of pings and pongs are mostly text, and sometimes numbers in binary.
QString controlPreview(const TrafficRecord &record, qsizetype maxLength)
{
    const auto isControl = [](char octet) { return quint8(octet) < 0x20 || octet == 0x7F; };
    const bool printable =
        isValidUtf8(record.payload) && std::none_of(record.payload.begin(), record.payload.end(), isControl);
    return printable ? oneLine(record.payload, maxLength, record.size) : hexPreview(record, maxLength);
}

QString endedPreview(const TrafficRecord &record, qsizetype maxLength)
{
    QString text = readyStateWord(ReadyState::Closed) + u' ';
    if (record.cause != 0)
        text += QString::number(int(record.close.code)) + u" · "_s + neverOpenedText(record).what;
    else
        text += closeStatusText(record.close);
    const QString why = endCauseText(record.error, record.exceeded);
    if (!why.isEmpty())
        text += u" · "_s + why;
    return oneLine(text, maxLength);
}

/// Or whether it lies in headers of the answer or in certificates.
bool isReasonRecorded(const ClientError &error)
{
    switch (error.kind) {
    case ClientErrorKind::Redirected:
    case ClientErrorKind::CertificateUntrusted:
    case ClientErrorKind::CertificateChanged:
    case ClientErrorKind::BadResponse:
    case ClientErrorKind::HandshakeFailed:
        return false;
    case ClientErrorKind::Refused:
        return error.response.status != 426; // by which versions it names
    default:
        return true;
    }
}

} // namespace

QString trafficKindWord(TrafficKind kind)
{
    switch (kind) {
    case TrafficKind::Request:
        return Words::tr("Request");
    case TrafficKind::Response:
        return Words::tr("Response");
    case TrafficKind::TlsFailure:
        return Words::tr("TLS failure");
    case TrafficKind::Text:
        return Words::tr("Text");
    case TrafficKind::Binary:
        return Words::tr("Binary");
    case TrafficKind::Ping:
        return u"Ping"_s;
    case TrafficKind::Pong:
        return u"Pong"_s;
    case TrafficKind::Close:
        return u"Close"_s;
    case TrafficKind::Failure:
        return Words::tr("Failure");
    case TrafficKind::Ended:
        return Words::tr("Ended");
    }
    Q_UNREACHABLE();
}

QString directionWord(Direction direction)
{
    return direction == Direction::Received ? Words::tr("Received") : Words::tr("Sent");
}

QString directionSymbol(Direction direction)
{
    return direction == Direction::Received ? u"↓"_s : u"↑"_s;
}

ErrorText neverOpenedText(const TrafficRecord &record)
{
    ClientError error;
    error.kind = ClientErrorKind(record.cause);
    error.detail = QString::fromUtf8(record.payload);
    error.response.status = record.status;
    ErrorText text = clientErrorText(error);
    if (!isReasonRecorded(error))
        text.why.clear();
    return text;
}

QString atFaultText(const TrafficRecord &record)
{
    if (record.payload.isEmpty())
        return {};
    switch (record.error) {
    case WireError::TextNotUtf8:
        return record.payload.size() < MessageAssembler::maxTextAtFault
                   ? Words::tr("Below is the text, up to the byte at fault.")
                   : Words::tr("Below is the last part of the text, up to the byte at fault.");
    case WireError::ClosePayloadOneOctet:
    case WireError::CloseCodeInvalid:
    case WireError::CloseReasonNotUtf8:
        return Words::tr("Below is the payload of the Close: the code in two bytes, then the reason.");
    default:
        return Words::tr("Below is the header of the frame, as far as it was read.");
    }
}

QString unfinishedWord()
{
    return Words::tr("unfinished");
}

QString unfinishedSentence()
{
    return Words::tr("No more of this message was taken: the connection ended, or a rule was broken, before "
                     "it was whole.");
}

QString recordPeerText(const TrafficRecord &record)
{
    if (record.connection == 0 && record.peer.isEmpty())
        return Words::tr("%n member(s)", "how many a broadcast went to", int(record.recipients));
    constexpr qsizetype maxShown = 120;
    return oneLine(record.peer, maxShown);
}

QString payloadPreview(const TrafficRecord &record, qsizetype maxLength)
{
    switch (record.kind) {
    case TrafficKind::Request:
    case TrafficKind::Response:
        return headPreview(record, maxLength);
    case TrafficKind::TlsFailure:
        if (record.payload.isEmpty())
            return oneLine(Words::tr("The TLS handshake did not end in the time allowed."), maxLength);
        return oneLine(textOf(record), maxLength, record.size);
    case TrafficKind::Text:
        return oneLine(textOf(record), maxLength, record.size);
    case TrafficKind::Binary:
        return hexPreview(record, maxLength);
    case TrafficKind::Ping:
    case TrafficKind::Pong:
        return controlPreview(record, maxLength);
    case TrafficKind::Close:
        return oneLine(closeStatusText(record.close), maxLength);
    case TrafficKind::Failure:
        return oneLine(wireErrorInFull(record.error), maxLength);
    case TrafficKind::Ended:
        return endedPreview(record, maxLength);
    }
    Q_UNREACHABLE();
}

/// That it is unfinished comes first, for the end of a long line is not shown.
QString recordPreview(const TrafficRecord &record, qsizetype maxLength)
{
    if (!record.isUnfinished)
        return payloadPreview(record, maxLength);
    const QString mark = unfinishedWord() + u" · "_s;
    const QString payload = payloadPreview(record, std::max<qsizetype>(0, maxLength - mark.size()));
    return payload.isEmpty() ? unfinishedWord() : mark + payload;
}

} // namespace confab
