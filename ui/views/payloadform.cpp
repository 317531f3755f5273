#include "ui/views/payloadform.h"

#include "core/traffic/frameheaders.h"
#include "core/traffic/recordtext.h"
#include "core/wire/utf8.h"
#include "ui/text/frametext.h"
#include "ui/text/hexdump.h"
#include "ui/text/indentedjson.h"

namespace confab {

std::optional<QString> payloadInForm(const TrafficRecord &record, PayloadForm form, int octetsInLine)
{
    const bool isMessage = record.kind == TrafficKind::Text || record.kind == TrafficKind::Binary;
    switch (form) {
    case PayloadForm::Text:
        if (record.kind == TrafficKind::Failure ||
            (record.kind == TrafficKind::Binary && !isValidUtf8(record.payload)))
            return {};
        if (record.kind == TrafficKind::Text)
            return textFromUtf8(textOf(record));
        return textFromUtf8(record.kind == TrafficKind::Close ? record.payload.mid(2) : record.payload);
    case PayloadForm::Json:
        return isMessage ? indentedJson(record.payload) : std::nullopt;
    case PayloadForm::Hex:
        return hexDump(record.payload, octetsInLine);
    case PayloadForm::Frame: {
        const QByteArray headers = frameHeadersOf(record);
        return headers.isEmpty() ? std::nullopt : std::optional(frameText(headers, record.fragments));
    }
    }
    Q_UNREACHABLE();
}

} // namespace confab
