#pragma once

#include <QBitArray>
#include <QString>

#include <optional>

namespace confab {

/// A text as a QR code (ISO/IEC 18004): its modules, without the quiet zone, for whoever draws them.
class QrCode
{
public:
    /// The quiet zone that the standard asks for on each side, in modules.
    static constexpr int quietZone = 4;

    /// With error correction level M, or a better one if that takes no more modules. Nothing for an empty
    /// text, and for one that no QR code holds.
    static std::optional<QrCode> of(const QString &text);

    /// Modules on each side.
    int size() const { return m_size; }
    /// False outside, where the quiet zone is.
    bool isDark(int x, int y) const;

private:
    explicit QrCode(int size);

    int m_size;
    QBitArray m_dark; ///< row by row
};

} // namespace confab
