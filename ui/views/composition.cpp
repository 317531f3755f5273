#include "ui/views/composition.h"

#include "core/wire/frame.h"
#include "core/wire/utf8.h"
#include "ui/text/hexbytes.h"
#include "ui/text/hexdump.h"
#include "ui/text/sizetext.h"
#include "ui/views/byteserrortext.h"

#include <QCoreApplication>

#include <optional>

namespace confab {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Composition)
};

Composition readText(const QString &text, qsizetype maxSize)
{
    Composition composition{.octets = text.toUtf8()};
    if (composition.octets.size() > maxSize)
        composition.problem = Words::tr("This text is longer than %1, the most that one message may take.")
                                  .arg(sizeText(quint64(maxSize)));
    return composition;
}

Composition readOctets(BytesFormat format, const QString &text, bool asText, qsizetype maxSize)
{
    const std::optional<QByteArray> dumped = format == BytesFormat::Hex ? dumpedBytes(text) : std::nullopt;
    const ParsedBytes parsed = dumped ? ParsedBytes{*dumped} : parseBytes(text, format);
    if (parsed.error != BytesError::None)
        return {.problem = bytesErrorText(parsed, text), .position = parsed.position};
    Composition composition{.octets = parsed.bytes};
    if (parsed.bytes.size() > maxSize)
        composition.problem = Words::tr("This is more than %1, the most that one message may take.")
                                  .arg(sizeText(quint64(maxSize)));
    else if (asText)
        composition.problem = textProblem(parsed.bytes);
    if (composition.problem.isEmpty())
        composition.note = Words::tr("%n byte(s)", nullptr, int(parsed.bytes.size()));
    return composition;
}

Composition readPing(const QString &text)
{
    Composition composition{.octets = text.toUtf8()};
    const int left = int(maxControlPayloadSize - composition.octets.size());
    if (left < 0)
        composition.problem =
            Words::tr("A ping carries at most 125 bytes; this is %n too many.", nullptr, -left);
    else
        composition.note = Words::tr("%n of 125 bytes left", nullptr, left);
    return composition;
}

} // namespace

Composition readComposition(CompositionKind kind, const QString &text, bool asText, qsizetype maxSize)
{
    switch (kind) {
    case CompositionKind::Text:
        return readText(text, maxSize);
    case CompositionKind::Hex:
        return readOctets(BytesFormat::Hex, text, asText, maxSize);
    case CompositionKind::Base64:
        return readOctets(BytesFormat::Base64, text, asText, maxSize);
    case CompositionKind::Ping:
        return readPing(text);
    case CompositionKind::File:
        break;
    }
    Q_UNREACHABLE();
}

QString textProblem(const QByteArray &octets)
{
    if (isValidUtf8(octets))
        return {};
    return Words::tr(
        "These bytes are not valid UTF-8, as a text must be. Correct them, or send them as binary.");
}

} // namespace confab
