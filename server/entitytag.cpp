#include "server/entitytag.h"

#include <QCryptographicHash>

#include <algorithm>
#include <optional>

namespace confab {

namespace {

bool isTagCharacter(char octet)
{
    return quint8(octet) > 0x20 && octet != '"' && octet != '\x7F';
}

/// The tag that rest begins with, which it then no longer does; nothing if it begins with none. It comes
/// without the mark of a weak one: the comparison is the weak one (RFC 9110 §8.8.3.2).
std::optional<QByteArrayView> takeTag(QByteArrayView &rest)
{
    const QByteArrayView weak("W/");
    const QByteArrayView tag = rest.sliced(rest.startsWith(weak) ? weak.size() : 0);
    const qsizetype end = tag.startsWith('"') ? tag.indexOf('"', 1) : -1;
    if (end < 0 || !std::all_of(tag.begin() + 1, tag.begin() + end, isTagCharacter))
        return {};
    rest = tag.sliced(end + 1);
    return tag.first(end + 1); // a backslash escapes nothing here
}

/// Whether the list has the tag; false if it is not a list of tags.
bool listNames(QByteArrayView list, QByteArrayView tag)
{
    bool found = false;
    bool mayBegin = true; // empty elements count for nothing (RFC 9110 §5.6.1.2)
    while (!list.isEmpty()) {
        const char octet = list.front();
        if (octet == ',' || octet == ' ' || octet == '\t') {
            mayBegin = mayBegin || octet == ',';
            list = list.sliced(1);
            continue;
        }
        const std::optional<QByteArrayView> named = mayBegin ? takeTag(list) : std::nullopt;
        if (!named)
            return false;
        found = found || *named == tag;
        mayBegin = false;
    }
    return found;
}

} // namespace

QByteArray entityTagOf(QByteArrayView content)
{
    constexpr qsizetype octets = 16; // of 32: enough to tell contents apart
    const QByteArray hash = QCryptographicHash::hash(QByteArray::fromRawData(content.data(), content.size()),
                                                     QCryptographicHash::Sha256);
    return '"' + hash.first(octets).toHex() + '"';
}

bool ifNoneMatchNames(const HttpHeaders &headers, QByteArrayView tag)
{
    QByteArray value; // several fields are one list (RFC 9110 §5.3)
    for (const HttpHeader &header : headers.all()) {
        if (equalsIgnoringCase(header.name, "If-None-Match"))
            value += (value.isEmpty() ? "" : ",") + header.value;
    }
    return value == "*" || listNames(value, tag);
}

} // namespace confab
