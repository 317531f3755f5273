#include "server/contentcoding.h"

#include <zlib.h>

#include <algorithm>
#include <optional>

namespace confab {

namespace {

/// Whether a list's element has a weight above zero (RFC 9110 §12.4.2); one that is malformed is as good as
/// none.
bool isWanted(const QList<QByteArray> &parameters)
{
    if (parameters.size() == 1)
        return true;
    const QByteArray weight = parameters.at(1).trimmed().toLower();
    bool isNumber = false;
    const double value = weight.startsWith("q=") ? weight.sliced(2).toDouble(&isNumber) : 0;
    return isNumber && value > 0 && value <= 1;
}

} // namespace

bool acceptsGzip(const HttpHeaders &headers)
{
    std::optional<bool> named;
    bool others = false;
    const QList<QByteArray> codings = headers.list("Accept-Encoding");
    for (const QByteArray &coding : codings) {
        const QList<QByteArray> parameters = coding.split(';');
        const QByteArray name = parameters.first().trimmed();
        if (equalsIgnoringCase(name, "gzip") || equalsIgnoringCase(name, "x-gzip")) // RFC 9110 §8.4.1.3
            named = named.value_or(false) || isWanted(parameters);
        else if (name == "*")
            others = isWanted(parameters);
    }
    return named.value_or(others);
}

QByteArray gzipped(QByteArrayView content)
{
    constexpr int windowBits = 15 + 16; // which is how zlib is told of gzip
    constexpr int memoryLevel = 9;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, memoryLevel, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        qBadAlloc();
    QByteArray result(qsizetype(deflateBound(&stream, uLong(content.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<const Bytef *>(content.data());
    stream.avail_in = uInt(content.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = uInt(result.size());
    deflate(&stream, Z_FINISH); // which the bound lets it do at once
    result.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return result;
}

} // namespace confab
