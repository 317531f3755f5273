#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace confab {

/// Compresses messages for permessage-deflate (RFC 7692 §7.2.1), each of which may refer to the ones before
/// it. Keeps the memory of its window, up to a quarter of a mebibyte, for as long as it lives.
class Deflater
{
public:
    /// @param windowBits 8 to 15.
    explicit Deflater(int windowBits);
    Deflater(Deflater &&) noexcept;
    Deflater &operator=(Deflater &&) noexcept;
    ~Deflater();

    /// The payload of a compressed message, without the four octets that RFC 7692 §7.2.1 has removed.
    QByteArray compress(QByteArrayView message);
    /// What comes next refers to nothing before it.
    void reset();

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
};

} // namespace confab
