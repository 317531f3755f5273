#include "ui/text/frametext.h"

#include "core/wire/framedecoder.h"
#include "ui/text/sizetext.h"

#include <QCoreApplication>
#include <QStringList>

#include <limits>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FrameText)
};

// The names of the fields are the RFC's in every language. They begin the words of each line, for it takes a
// Latin letter for the bits before it to be drawn in the fixed font beside other scripts.

/// Of a line: octets and bits, before the words.
constexpr int bitsWidth = 12;

QString opcodeName(Opcode opcode)
{
    switch (opcode) {
    case Opcode::Continuation:
        return u"Continuation"_s;
    case Opcode::Text:
        return u"Text"_s;
    case Opcode::Binary:
        return u"Binary"_s;
    case Opcode::Close:
        return u"Close"_s;
    case Opcode::Ping:
        return u"Ping"_s;
    case Opcode::Pong:
        return u"Pong"_s;
    }
    return {}; // reserved ones break a rule, and are no frame
}

QString hex(QByteArrayView octets)
{
    return QString::fromLatin1(octets.toByteArray().toHex(' '));
}

/// The bits of one octet that the mask has, and dots for the others: "1... ....".
QString bits(quint8 octet, quint8 mask)
{
    QString shown;
    for (int bit = 7; bit >= 0; --bit) {
        const bool isShown = (mask >> bit & 1) != 0;
        shown += !isShown ? u'.' : (octet >> bit & 1) != 0 ? u'1' : u'0';
        if (bit == 4)
            shown += u' ';
    }
    return shown;
}

/// Lines of one header: octets or bits, and what they mean.
class Lines
{
public:
    /// @param octet shown before the first of its bits.
    void addBits(quint8 octet, quint8 mask, const QString &words)
    {
        const bool isFirst = (mask & 0x80) != 0;
        const char shown = char(octet);
        add((isFirst ? hex(QByteArrayView(&shown, 1)) : u"  "_s) + u' ' + bits(octet, mask), words);
    }
    void addOctets(QByteArrayView octets, const QString &words)
    {
        const QString shown = hex(octets);
        if (shown.size() > bitsWidth) {
            m_lines += shown;
            add({}, words);
        } else {
            add(shown, words);
        }
    }
    QString text() const { return m_lines.join(u'\n'); }

private:
    void add(const QString &left, const QString &words)
    {
        m_lines += left.leftJustified(bitsWidth) + u"  "_s + words;
    }

    QStringList m_lines;
};

QString headerText(const FrameHeader &header, QByteArrayView octets)
{
    const auto first = quint8(octets[0]);
    const auto second = quint8(octets[1]);
    const bool isMessage = !isControl(header.opcode);
    Lines lines;
    lines.addBits(first, 0x80,
                  !header.fin ? Words::tr("FIN: more frames of this message follow")
                  : isMessage ? Words::tr("FIN: the last frame of its message")
                              : Words::tr("FIN: a control frame is always whole"));
    lines.addBits(first, 0x40,
                  header.rsv1 ? Words::tr("RSV1: the message is compressed (permessage-deflate)")
                  : isMessage && header.opcode != Opcode::Continuation
                      ? Words::tr("RSV1: the message is not compressed")
                      : Words::tr("RSV1: not used in this frame"));
    lines.addBits(first, 0x30, Words::tr("RSV2, RSV3: not used"));
    lines.addBits(first, 0x0F,
                  Words::tr("Opcode %1: %2").arg(int(header.opcode)).arg(opcodeName(header.opcode)));
    lines.addBits(second, 0x80,
                  header.maskingKey ? Words::tr("MASK: masked, as all that a client sends")
                                    : Words::tr("MASK: not masked, as all that a server sends"));
    const int length = second & 0x7F;
    if (length < 126) {
        lines.addBits(second, 0x7F, Words::tr("Payload length: %1").arg(sizeText(header.payloadLength)));
    } else {
        const qsizetype size = length == 126 ? 2 : 8;
        lines.addBits(second, 0x7F,
                      Words::tr("Payload length %1: the next %2 bytes tell it").arg(length).arg(size));
        lines.addOctets(octets.sliced(2, size),
                        Words::tr("Extended payload length: %1").arg(sizeText(header.payloadLength)));
    }
    if (header.maskingKey)
        lines.addOctets(octets.last(sizeof(MaskingKey)),
                        Words::tr("Masking key: XORed with the payload, over and over"));
    return lines.text();
}

} // namespace

QString frameText(QByteArrayView headers, quint32 frames)
{
    QStringList texts;
    QByteArrayView left = headers;
    for (quint32 number = 1; left.size() >= 2; ++number) {
        const bool isMasked = (quint8(left[1]) & 0x80) != 0;
        FrameDecoder decoder(isMasked ? Role::Server : Role::Client, std::numeric_limits<quint64>::max(),
                             true);
        FramePart part;
        // A copy: the decoder unmasks what comes behind the header, which is the next one.
        QByteArray octets = left.first(std::min(left.size(), maxFrameHeaderSize)).toByteArray();
        std::span<char> rest(octets.data(), std::size_t(octets.size()));
        if (decoder.next(rest, part) != FrameDecoder::Status::Part)
            break;
        const QString header = headerText(part.header, decoder.headerOctets());
        texts += frames == 1
                     ? header
                     : Words::tr("Frame %1 of %2").arg(countText(number), countText(frames)) + u'\n' + header;
        left = left.sliced(decoder.headerOctets().size());
    }
    if (const qint64 missing = qint64(frames) - texts.size(); missing > 0 && !texts.isEmpty())
        texts += Words::tr("The log does not keep the headers of %n more frame(s).", nullptr, int(missing));
    return texts.join(u"\n\n"_s);
}

} // namespace confab
