#include "tests/conformance/rules.h"

#include <QStringDecoder>

namespace confab::test {

namespace {

constexpr qsizetype longest = 40; ///< octets that are told as they are

/// The octets as text if they are that, else in hexadecimal; with a blank before them, if there are any.
QByteArray told(const QByteArray &octets, qsizetype payloadSize)
{
    if (octets.isEmpty())
        return {};
    if (octets.size() > longest)
        return " of " + QByteArray::number(payloadSize) + " octets";
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    const QList<uint> text = QString(decoder(octets)).toUcs4();
    const bool readable = !decoder.hasError() &&
                          std::all_of(text.begin(), text.end(), [](uint c) { return QChar::isPrint(c); });
    return ' ' + (readable ? octets : octets.toHex());
}

QByteArray cell(const char *text)
{
    return QByteArray(text).replace('|', "\\|");
}

QByteArray code(const char *text)
{
    return *text == '\0' ? QByteArray() : '`' + QByteArray(text) + '`';
}

const char *nameOf(Roles roles)
{
    return roles == Roles::Both ? "both" : roles == Roles::Server ? "server" : "client";
}

QByteArray row(const FrameRule &rule)
{
    QByteArray first = cell(rule.does);
    if (rule.deflate)
        first = (first.isEmpty() ? "" : first + "; ") + "`permessage-deflate" +
                (*rule.deflate == '\0' ? "" : "; ") + rule.deflate + '`';
    QByteArray then = code(rule.out);
    if (rule.failure != 0)
        then += (then.isEmpty() ? "fails with " : ", fails with ") + QByteArray::number(rule.failure);
    else if (rule.ends)
        then += ", ends TCP";
    return "| " + cell(rule.rule) + " | " + nameOf(rule.roles) + " | " + first + " | " + code(rule.in) +
           " | " + cell(rule.events) + " | " + then + " |\n";
}

QByteArray row(const OfferRule &rule)
{
    const bool isServer = rule.roles == Roles::Server;
    const QByteArray declined = isServer ? "declined" : "fails";
    const QByteArray result = isServer ? code(rule.answer) : cell(rule.agreed);
    return "| " + cell(rule.rule) + " | " + nameOf(rule.roles) + " | " + code(rule.offer) + " | " +
           (isServer ? "" : code(rule.answer)) + " | " + (result.isEmpty() ? declined : result) + " |\n";
}

template <typename Rule>
QByteArray tables(const QList<Rule> &rules, const char *heading)
{
    QByteArray text;
    QList<QByteArray> sections;
    for (const Rule &rule : rules) {
        if (!sections.contains(rule.section))
            sections.append(rule.section);
    }
    for (const QByteArray &section : sections) {
        text += "\n### " + section + "\n\n" + heading;
        for (const Rule &rule : rules) {
            if (section == rule.section)
                text += row(rule);
        }
    }
    return text;
}

} // namespace

QByteArray octetsOf(const char *text, bool fromClient)
{
    QByteArray octets;
    for (const QByteArray &word : QByteArray(text).split(' ')) {
        if (word.isEmpty())
            continue;
        if (word == "k") {
            octets += QByteArray(fromClient ? 4 : 0, '\0');
        } else if (word.startsWith('m')) {
            const int length = word.mid(1).toInt(nullptr, 16);
            octets.append(char(fromClient ? length | 0x80 : length));
        } else {
            const QList<QByteArray> parts = word.split('*');
            octets +=
                QByteArray::fromHex(parts.first()).repeated(parts.size() > 1 ? parts.last().toInt() : 1);
        }
    }
    return octets;
}

QByteArray eventsOf(const std::vector<EndpointEvent> &events)
{
    QByteArrayList all;
    for (const EndpointEvent &event : events) {
        const QByteArray payload = told(event.payload, event.payload.size());
        switch (event.kind) {
        case EndpointEvent::Kind::Message:
            all.append((event.opcode == Opcode::Text ? "text" : "binary") + payload);
            break;
        case EndpointEvent::Kind::Ping:
            all.append("ping" + payload);
            break;
        case EndpointEvent::Kind::Pong:
            all.append("pong" + payload);
            break;
        case EndpointEvent::Kind::Close:
            all.append("close " + QByteArray::number(int(event.closeStatus.code)) +
                       told(event.closeStatus.reason.toUtf8(), event.payload.size()));
            break;
        case EndpointEvent::Kind::Failure:
            break;
        }
    }
    return all.join(", ");
}

QByteArray outcomeOf(const CloseOutcome &outcome)
{
    const QByteArray reason = outcome.status.reason.toUtf8();
    return QByteArray::number(int(outcome.status.code)) + (reason.isEmpty() ? "" : ' ' + reason) +
           (outcome.wasClean ? ", clean" : ", not clean");
}

QList<FrameRule> frameRules()
{
    return framingRules() + fragmentationRules() + controlRules() + messageRules() + closingRules() +
           deflateRules();
}

QByteArray markdown()
{
    const QList<FrameRule> frames = frameRules();
    const QList<OfferRule> offers = offerRules();
    qsizetype checks = frames.size() + offers.size();
    for (const FrameRule &rule : frames)
        checks += rule.roles == Roles::Both ? 1 : 0;
    return "# What Confab does by RFC 6455 and RFC 7692, rule by rule\n\n"
           "`./dev conformance` writes this page out of the tables of `tests/conformance`, and the test "
           "suite checks each row of it: " +
           QByteArray::number(frames.size() + offers.size()) + " rules, " + QByteArray::number(checks) +
           " with those that are checked of both roles.\n\n"
           "Octets are hexadecimal; `61*126` are 126 octets 61. Where a row is of both roles, `m05` is the "
           "length 05, to which a client adds the\n"
           "mask bit, and `k` is a client's masking key, which is 00 00 00 00 here, so that payloads can be "
           "read. A failure is a Close with that code,\n"
           "upon which TCP ends.\n\n"
           "## Frames, messages, closing\n" +
           tables(frames,
                  "| rule | role | first | received | amounts to | sent |\n|---|---|---|---|---|---|\n") +
           "\n## Negotiation of permessage-deflate\n" +
           tables(offers, "| rule | role | offer | answer received | result |\n|---|---|---|---|---|\n");
}

} // namespace confab::test
