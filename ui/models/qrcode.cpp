#include "ui/models/qrcode.h"

#include <qrcodegen/qrcodegen.hpp>

namespace confab {

QrCode::QrCode(int size)
    : m_size(size)
    , m_dark(qsizetype(size) * size)
{}

std::optional<QrCode> QrCode::of(const QString &text)
{
    if (text.isEmpty())
        return {};
    try {
        const auto made =
            qrcodegen::QrCode::encodeText(text.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        QrCode code(made.getSize());
        for (int y = 0; y < code.m_size; ++y) {
            for (int x = 0; x < code.m_size; ++x)
                code.m_dark.setBit(qsizetype(y) * code.m_size + x, made.getModule(x, y));
        }
        return code;
    } catch (const qrcodegen::data_too_long &) {
        return {};
    }
}

bool QrCode::isDark(int x, int y) const
{
    return x >= 0 && x < m_size && y >= 0 && y < m_size && m_dark.testBit(qsizetype(y) * m_size + x);
}

} // namespace confab
