#include "ui/views/byteserrortext.h"

#include <QCoreApplication>

namespace confab {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BytesErrorText)
};

} // namespace

QString bytesErrorText(const ParsedBytes &parsed, const QString &text)
{
    const QString found = parsed.position < text.size() ? QString(text[parsed.position]) : QString();
    const qsizetype place = parsed.position + 1;
    switch (parsed.error) {
    case BytesError::None:
        return {};
    case BytesError::NotHexDigit:
        return Words::tr("“%1” at character %2 is not a hexadecimal digit (0–9, a–f).").arg(found).arg(place);
    case BytesError::HalfOctet:
        return Words::tr("The byte at character %1 has one digit; write two, such as 0%2.")
            .arg(place)
            .arg(found);
    case BytesError::NotBase64Digit:
        return Words::tr("“%1” at character %2 is not base64 (A–Z, a–z, 0–9, +, /).").arg(found).arg(place);
    case BytesError::PaddingInside:
        return Words::tr("“=” at character %1 may stand at the end only.").arg(place);
    case BytesError::Base64Incomplete:
        return Words::tr("The base64 text ends too early: its last group is not complete.");
    }
    Q_UNREACHABLE();
}

} // namespace confab
