#include "core/wire/httphead.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace confab {

namespace {

bool isBlank(char octet)
{
    return octet == ' ' || octet == '\t';
}

bool isDigit(char octet)
{
    return octet >= '0' && octet <= '9';
}

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

bool isTokenCharacter(char octet)
{
    return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') || isDigit(octet) ||
           octet == '-' || (octet != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(octet));
}

/// The next line without its CRLF, taken from the front of rest; nothing if it ends otherwise.
std::optional<QByteArrayView> takeLine(QByteArrayView &rest)
{
    const qsizetype lineFeed = rest.indexOf('\n');
    if (lineFeed < 1 || rest[lineFeed - 1] != '\r')
        return {};
    const QByteArrayView line = rest.first(lineFeed - 1);
    rest = rest.sliced(lineFeed + 1);
    return line;
}

HttpError parseVersion(QByteArrayView version, int &minorVersion)
{
    constexpr QByteArrayView prefix("HTTP/1.");
    if (version.size() != prefix.size() + 1 || !version.startsWith(prefix) || !isDigit(version.back()))
        return HttpError::BadVersion;
    minorVersion = version.back() - '0';
    return HttpError::None;
}

HttpError parseRequestLine(QByteArrayView line, RequestHead &request)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 0 || first == last)
        return HttpError::BadStartLine;
    const QByteArrayView method = line.first(first);
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    const auto isVisible = [](char octet) { return octet > ' ' && octet < '\x7F'; };
    if (!isToken(method) || target.isEmpty() || !std::all_of(target.begin(), target.end(), isVisible))
        return HttpError::BadStartLine;
    request.method = method.toByteArray();
    request.target = target.toByteArray();
    return parseVersion(line.sliced(last + 1), request.minorVersion);
}

HttpError parseStatusLine(QByteArrayView line, ResponseHead &response)
{
    const qsizetype space = line.indexOf(' ');
    const HttpError error = parseVersion(space < 0 ? line : line.first(space), response.minorVersion);
    if (error != HttpError::None)
        return error;
    const QByteArrayView rest = space < 0 ? QByteArrayView() : line.sliced(space + 1);
    constexpr qsizetype statusSize = 3;
    if (rest.size() < statusSize || !std::all_of(rest.begin(), rest.begin() + statusSize, isDigit) ||
        rest.front() == '0' || (rest.size() > statusSize && rest[statusSize] != ' '))
        return HttpError::BadStartLine;
    const QByteArrayView reason = rest.sliced(std::min(rest.size(), statusSize + 1));
    if (!isHeaderValue(reason))
        return HttpError::BadStartLine;
    response.status = rest.first(statusSize).toInt();
    response.reason = reason.toByteArray();
    return HttpError::None;
}

HttpError parseHeader(QByteArrayView line, HttpHeaders &headers)
{
    if (isBlank(line.front()))
        return HttpError::FoldedHeader;
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon)))
        return HttpError::BadHeaderName;
    const QByteArrayView value = trimmed(line.sliced(colon + 1));
    if (!isHeaderValue(value))
        return HttpError::BadHeaderValue;
    headers.append(line.first(colon).toByteArray(), value.toByteArray());
    return HttpError::None;
}

/// Where the authority of a target in absolute-form is (RFC 9112 §3.2.2); all 0 of one in another form.
struct Authority
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

Authority authorityOf(QByteArrayView target)
{
    constexpr QByteArrayView separator("://");
    const qsizetype scheme = target.startsWith('/') ? -1 : target.indexOf(separator);
    if (scheme < 0)
        return {};
    const qsizetype begin = scheme + separator.size();
    const auto end =
        std::find_if(target.begin() + begin, target.end(), [](char c) { return c == '/' || c == '?'; });
    return {begin, end - target.begin()};
}

template <typename Head, typename ParseStartLine>
HttpError parseHead(QByteArrayView octets, Head &head, ParseStartLine parseStartLine)
{
    if (octets.size() > maxHeadSize)
        return HttpError::HeadTooLarge;
    Head parsed;
    std::optional<QByteArrayView> line = takeLine(octets);
    if (!line)
        return HttpError::BareLineFeed;
    HttpError error = parseStartLine(*line, parsed);
    while (error == HttpError::None) {
        line = takeLine(octets);
        if (!line)
            return HttpError::BareLineFeed;
        if (line->isEmpty()) {
            head = std::move(parsed);
            return HttpError::None;
        }
        error = parseHeader(*line, parsed.headers);
    }
    return error;
}

} // namespace

bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b)
{
    // Mostly they are written alike, and to see that costs less.
    return a.size() == b.size() && (a == b || a.compare(b, Qt::CaseInsensitive) == 0);
}

void HttpHeaders::append(QByteArray name, QByteArray value)
{
    m_headers.append({std::move(name), std::move(value)});
}

int HttpHeaders::count(QByteArrayView name) const
{
    return int(std::count_if(m_headers.cbegin(), m_headers.cend(), [name](const HttpHeader &header) {
        return equalsIgnoringCase(header.name, name);
    }));
}

QByteArray HttpHeaders::value(QByteArrayView name) const
{
    for (const HttpHeader &header : m_headers) {
        if (equalsIgnoringCase(header.name, name))
            return header.value;
    }
    return {};
}

/// Calls with each element of that list, as views.
template <typename Visit>
void HttpHeaders::visitList(QByteArrayView name, Visit visit) const
{
    const auto append = [&visit](QByteArrayView element) {
        element = trimmed(element);
        if (!element.isEmpty())
            visit(element);
    };
    for (const HttpHeader &header : m_headers) {
        if (!equalsIgnoringCase(header.name, name))
            continue;
        const QByteArrayView value(header.value);
        qsizetype begin = 0;
        bool quoted = false; // a comma within a quoted string separates nothing (RFC 9110 §5.6.4)
        for (qsizetype i = 0; i < value.size(); ++i) {
            if (value[i] == '"') {
                quoted = !quoted;
            } else if (quoted && value[i] == '\\') {
                ++i;
            } else if (!quoted && value[i] == ',') {
                append(value.sliced(begin, i - begin));
                begin = i + 1;
            }
        }
        append(value.sliced(begin));
    }
}

QList<QByteArray> HttpHeaders::list(QByteArrayView name) const
{
    QList<QByteArray> elements;
    visitList(name, [&elements](QByteArrayView element) { elements.append(element.toByteArray()); });
    return elements;
}

bool HttpHeaders::listContains(QByteArrayView name, QByteArrayView token) const
{
    bool found = false;
    visitList(name, [&found, token](QByteArrayView element) {
        found = found || equalsIgnoringCase(element, token);
    });
    return found;
}

QByteArray RequestHead::path() const
{
    const QByteArrayView rest = QByteArrayView(target).sliced(authorityOf(target).end);
    if (rest.isEmpty() || (rest.startsWith('?') && rest.size() < target.size()))
        return "/";
    const qsizetype query = rest.indexOf('?');
    return (query < 0 ? rest : rest.first(query)).toByteArray();
}

QByteArray RequestHead::host() const
{
    const Authority authority = authorityOf(target);
    if (authority.end == 0)
        return headers.value("Host");
    return QByteArrayView(target).sliced(authority.begin, authority.end - authority.begin).toByteArray();
}

qsizetype headLength(QByteArrayView octets, qsizetype from)
{
    for (qsizetype lineFeed = octets.indexOf('\n', from); lineFeed >= 0;
         lineFeed = octets.indexOf('\n', lineFeed + 1)) {
        const QByteArrayView rest = octets.sliced(lineFeed + 1);
        if (rest.startsWith('\n'))
            return lineFeed + 2;
        if (rest.startsWith("\r\n"))
            return lineFeed + 3;
    }
    return 0;
}

HttpError parseRequestHead(QByteArrayView head, RequestHead &request)
{
    return parseHead(head, request, parseRequestLine);
}

HttpError parseResponseHead(QByteArrayView head, ResponseHead &response)
{
    return parseHead(head, response, parseStatusLine);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool isHeaderValue(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char octet) {
        return octet == '\t' || (quint8(octet) >= 0x20 && octet != '\x7F');
    });
}

} // namespace confab
