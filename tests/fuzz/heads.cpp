// Heads of HTTP/1.1: whatever was read can be written and read again, and is the same then.
#include "core/wire/httphead.h"
#include "tests/fuzz/fuzzing.h"

using namespace confab;
using namespace confab::fuzz;

namespace {

QByteArray serialised(const HttpHeaders &headers)
{
    QByteArray text;
    for (const HttpHeader &header : headers.all())
        text += header.name + ": " + header.value + "\r\n";
    return text + "\r\n";
}

QByteArray serialised(const RequestHead &head)
{
    return head.method + ' ' + head.target + " HTTP/1." + QByteArray::number(head.minorVersion) + "\r\n" +
           serialised(head.headers);
}

QByteArray serialised(const ResponseHead &head)
{
    return "HTTP/1." + QByteArray::number(head.minorVersion) + ' ' + QByteArray::number(head.status) + ' ' +
           head.reason + "\r\n" + serialised(head.headers);
}

void checkHeaders(const HttpHeaders &headers)
{
    for (const HttpHeader &header : headers.all()) {
        require(isToken(header.name) && isHeaderValue(header.value), "a field is well-formed");
        require(header.value == header.value.trimmed(), "a value has no blanks around it");
        require(headers.count(header.name.toUpper()) > 0, "names compare without regard to case");
        for (const QByteArray &element : headers.list(header.name)) {
            require(!element.isEmpty() && element == element.trimmed(), "an element is not empty");
            require(headers.listContains(header.name, element), "a list contains its elements");
        }
    }
}

template <typename Head, typename Parse>
void check(const QByteArray &octets, Parse parse)
{
    Head head;
    if (parse(octets, head) != HttpError::None)
        return;
    require(headLength(octets) > 0, "what was read had an end");
    const QByteArray text = serialised(head);
    require(headLength(text) == text.size(), "what was written ends where it ends");
    if (text.size() > maxHeadSize)
        return;
    Head again;
    require(parse(text, again) == HttpError::None, "what was written can be read");
    require(serialised(again) == text, "and is the same");
    checkHeaders(head.headers);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray octets = Input(data, size).rest();
    const qsizetype length = headLength(octets);
    require(length >= 0 && length <= octets.size(), "a head is not longer than what there is");
    if (length > 0) {
        require(headLength(octets.first(length)) == length, "what is behind a head is of no matter to it");
        require(headLength(octets.first(length - 1)) == 0, "a head is complete with its last octet");
    }
    check<RequestHead>(octets, parseRequestHead);
    check<ResponseHead>(octets, parseResponseHead);
    check<RequestHead>(octets.first(length), parseRequestHead);
    check<ResponseHead>(octets.first(length), parseResponseHead);
    RequestHead head;
    head.target = octets;
    head.path();
    return 0;
}
