#include "ui/text/wireerrortext.h"

#include <QCoreApplication>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WireErrorText)
};

} // namespace

QString wireErrorText(WireError error)
{
    switch (error) {
    case WireError::None:
        return {};
    case WireError::ReservedBitSet:
        return Words::tr("A frame had a reserved bit set, though no extension that uses it was agreed on.");
    case WireError::ReservedOpcode:
        return Words::tr("A frame had a reserved opcode.");
    case WireError::NonMinimalLength:
        return Words::tr("The length of a frame was not written in its shortest form.");
    case WireError::LengthHighBitSet:
        return Words::tr("The 64-bit length of a frame had its highest bit set.");
    case WireError::UnmaskedClientFrame:
        return Words::tr("The client sent a frame without masking; a client must mask everything it sends.");
    case WireError::MaskedServerFrame:
        return Words::tr("The server sent a masked frame; a server must not mask.");
    case WireError::UnexpectedContinuation:
        return Words::tr("A continuation frame came, but no message had been begun.");
    case WireError::UnfinishedMessage:
        return Words::tr("A new message began before the previous one was finished.");
    case WireError::FragmentedControlFrame:
        return Words::tr("A control frame was split into fragments.");
    case WireError::ControlFrameTooLong:
        return Words::tr("A control frame had more than 125 bytes of payload.");
    case WireError::ClosePayloadOneOctet:
        return Words::tr("A Close had a payload of one byte, too short for a close code.");
    case WireError::CloseCodeInvalid:
        return Words::tr("A Close had a code that must not be sent.");
    case WireError::CloseReasonNotUtf8:
        return Words::tr("The reason in a Close was not valid UTF-8.");
    case WireError::TextNotUtf8:
        return Words::tr("A text message was not valid UTF-8.");
    case WireError::DeflateDataInvalid:
        return Words::tr("A compressed message could not be decompressed.");
    case WireError::FrameTooBig:
        return Words::tr("A frame was bigger than allowed here.");
    case WireError::MessageTooBig:
        return Words::tr("A message was bigger than allowed here.");
    case WireError::TooManyFragments:
        return Words::tr("A message was split into more fragments than allowed here.");
    }
    Q_UNREACHABLE();
}

QString wireErrorSection(WireError error)
{
    const QString name = QString::fromLatin1(wireErrorName(error));
    const qsizetype begin = name.indexOf(u'(') + 1;
    return begin == 0 ? QString()
                      : name.sliced(begin, name.size() - begin - 1).replace("section "_L1, u"§"_s);
}

QString wireErrorInFull(WireError error)
{
    return u"%1 (%2)"_s.arg(wireErrorText(error), wireErrorSection(error));
}

} // namespace confab
