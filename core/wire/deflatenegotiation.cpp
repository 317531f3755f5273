#include "core/wire/deflatenegotiation.h"

#include <QSet>

#include <algorithm>

namespace confab {

namespace {

constexpr QByteArrayView deflateName("permessage-deflate");
constexpr QByteArrayView fieldName("Sec-WebSocket-Extensions");

/// Window bits as a parameter has them: absent, without a value, or with one.
struct WindowBits
{
    bool present = false;
    std::optional<int> value;
};

/// The parameters in one element, in an offer or an answer (RFC 7692 §7.1).
struct Element
{
    bool serverNoContextTakeover = false;
    bool clientNoContextTakeover = false;
    WindowBits serverMaxWindowBits;
    WindowBits clientMaxWindowBits;
};

/// "8" to "15", without a leading zero (RFC 7692 §7.1.2).
std::optional<int> windowBits(QByteArrayView value)
{
    for (int bits = minWindowBits; bits <= maxWindowBits; ++bits) {
        if (value == QByteArray::number(bits))
            return bits;
    }
    return {};
}

/// A token, or a quoted string that holds one (RFC 6455 §9.1); nothing if it is neither.
std::optional<QByteArray> parameterValue(const QByteArray &text)
{
    if (isToken(text))
        return text;
    if (text.size() < 2 || !text.startsWith('"') || !text.endsWith('"'))
        return {};
    QByteArray value;
    for (qsizetype i = 1; i < text.size() - 1; ++i) {
        if (text[i] == '\\')
            ++i;
        value.append(text[i]);
    }
    return isToken(value) ? std::optional(value) : std::nullopt;
}

bool takeParameter(Element &element, QByteArrayView name, const std::optional<QByteArray> &value)
{
    const auto takeFlag = [&value](bool &flag) {
        flag = true;
        return !value.has_value();
    };
    const auto takeBits = [&value](WindowBits &bits) {
        bits = {true, value ? windowBits(*value) : std::nullopt};
        return !value || bits.value;
    };
    if (name == "server_no_context_takeover")
        return takeFlag(element.serverNoContextTakeover);
    if (name == "client_no_context_takeover")
        return takeFlag(element.clientNoContextTakeover);
    if (name == "server_max_window_bits")
        return takeBits(element.serverMaxWindowBits) && value;
    if (name == "client_max_window_bits")
        return takeBits(element.clientMaxWindowBits);
    return false;
}

/// Nothing if it is malformed, or has a parameter that permessage-deflate does not know or that comes twice.
std::optional<Element> parseElement(const QByteArray &text)
{
    Element element;
    QSet<QByteArray> names;
    const QList<QByteArray> parts = text.split(';');
    for (const QByteArray &part : parts.sliced(1)) {
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = (equals < 0 ? part : part.first(equals)).trimmed();
        std::optional<QByteArray> value;
        if (equals >= 0) {
            value = parameterValue(part.sliced(equals + 1).trimmed());
            if (!value)
                return {};
        }
        if (names.contains(name) || !takeParameter(element, name, value))
            return {};
        names.insert(name);
    }
    return element;
}

QList<QByteArray> deflateElements(const HttpHeaders &headers)
{
    QList<QByteArray> elements = headers.list(fieldName);
    elements.removeIf([](const QByteArray &element) { return extensionName(element) != deflateName; });
    return elements;
}

DeflateAgreement agreeTo(const Element &offer, const DeflatePolicy &policy)
{
    DeflateAgreement agreement;
    DeflateParameters &parameters = agreement.parameters;
    parameters.serverNoContextTakeover = true;
    parameters.clientNoContextTakeover = offer.clientNoContextTakeover || policy.clientNoContextTakeover;
    parameters.serverMaxWindowBits = offer.serverMaxWindowBits.value.value_or(maxWindowBits);
    parameters.clientMaxWindowBits = offer.clientMaxWindowBits.value.value_or(maxWindowBits);

    QByteArray &response = agreement.response;
    response = deflateName.toByteArray() + "; server_no_context_takeover";
    if (parameters.clientNoContextTakeover)
        response += "; client_no_context_takeover";
    // RFC 7692 §7.1.2.1: the client sees from the answer that its bound was read.
    if (offer.serverMaxWindowBits.present)
        response += "; server_max_window_bits=" + QByteArray::number(parameters.serverMaxWindowBits);
    if (offer.clientMaxWindowBits.value)
        response += "; client_max_window_bits=" + QByteArray::number(parameters.clientMaxWindowBits);
    return agreement;
}

/// Whether a server that got this offer may answer so (RFC 7692 §7.1.1, §7.1.2).
bool answers(const Element &answer, const Element &offer)
{
    if (offer.serverNoContextTakeover && !answer.serverNoContextTakeover)
        return false;
    const std::optional<int> serverBits = offer.serverMaxWindowBits.value;
    if (serverBits && answer.serverMaxWindowBits.value.value_or(maxWindowBits + 1) > *serverBits)
        return false;
    if (!answer.clientMaxWindowBits.present)
        return true;
    return answer.clientMaxWindowBits.value && offer.clientMaxWindowBits.present &&
           *answer.clientMaxWindowBits.value <= offer.clientMaxWindowBits.value.value_or(maxWindowBits);
}

} // namespace

std::optional<DeflateAgreement> acceptDeflate(const HttpHeaders &request, const DeflatePolicy &policy)
{
    if (!policy.enabled)
        return {};
    for (const QByteArray &text : deflateElements(request)) {
        if (const std::optional<Element> offer = parseElement(text))
            return agreeTo(*offer, policy);
    }
    return {};
}

QByteArray deflateOffer()
{
    return deflateName.toByteArray() + "; client_max_window_bits";
}

bool readDeflateAnswer(const HttpHeaders &response, const HttpHeaders &request,
                       std::optional<DeflateParameters> &agreed)
{
    agreed.reset();
    const QList<QByteArray> texts = deflateElements(response);
    if (texts.isEmpty())
        return true;
    const std::optional<Element> answer = parseElement(texts.first());
    if (!answer || texts.size() > 1)
        return false;
    for (const QByteArray &text : deflateElements(request)) {
        const std::optional<Element> offer = parseElement(text);
        if (!offer || !answers(*answer, *offer))
            continue;
        const int offeredBits = offer->clientMaxWindowBits.value.value_or(maxWindowBits);
        agreed = {answer->serverNoContextTakeover, answer->clientNoContextTakeover,
                  answer->serverMaxWindowBits.value.value_or(maxWindowBits),
                  answer->clientMaxWindowBits.value.value_or(offeredBits)};
        return true;
    }
    return false;
}

QByteArray extensionName(const QByteArray &element)
{
    return element.split(';').first().trimmed();
}

} // namespace confab
