#include "core/wire/wireerror.h"

namespace confab {

CloseCode closeCodeFor(WireError error)
{
    switch (error) {
    case WireError::None:
        return CloseCode::NormalClosure;
    case WireError::ReservedBitSet:
    case WireError::ReservedOpcode:
    case WireError::NonMinimalLength:
    case WireError::LengthHighBitSet:
    case WireError::UnmaskedClientFrame:
    case WireError::MaskedServerFrame:
    case WireError::UnexpectedContinuation:
    case WireError::UnfinishedMessage:
    case WireError::FragmentedControlFrame:
    case WireError::ControlFrameTooLong:
    case WireError::ClosePayloadOneOctet:
    case WireError::CloseCodeInvalid:
        return CloseCode::ProtocolError;
    case WireError::CloseReasonNotUtf8:
    case WireError::TextNotUtf8:
    case WireError::DeflateDataInvalid:
        return CloseCode::InvalidFramePayloadData;
    case WireError::FrameTooBig:
    case WireError::MessageTooBig:
        return CloseCode::MessageTooBig;
    case WireError::TooManyFragments:
        return CloseCode::PolicyViolation;
    }
    Q_UNREACHABLE();
}

QByteArrayView wireErrorName(WireError error)
{
    switch (error) {
    case WireError::None:
        return "None";
    case WireError::ReservedBitSet:
        return "ReservedBitSet (RFC 6455 section 5.2)";
    case WireError::ReservedOpcode:
        return "ReservedOpcode (RFC 6455 section 5.2)";
    case WireError::NonMinimalLength:
        return "NonMinimalLength (RFC 6455 section 5.2)";
    case WireError::LengthHighBitSet:
        return "LengthHighBitSet (RFC 6455 section 5.2)";
    case WireError::UnmaskedClientFrame:
        return "UnmaskedClientFrame (RFC 6455 section 5.1)";
    case WireError::MaskedServerFrame:
        return "MaskedServerFrame (RFC 6455 section 5.1)";
    case WireError::UnexpectedContinuation:
        return "UnexpectedContinuation (RFC 6455 section 5.4)";
    case WireError::UnfinishedMessage:
        return "UnfinishedMessage (RFC 6455 section 5.4)";
    case WireError::FragmentedControlFrame:
        return "FragmentedControlFrame (RFC 6455 section 5.5)";
    case WireError::ControlFrameTooLong:
        return "ControlFrameTooLong (RFC 6455 section 5.5)";
    case WireError::ClosePayloadOneOctet:
        return "ClosePayloadOneOctet (RFC 6455 section 5.5.1)";
    case WireError::CloseCodeInvalid:
        return "CloseCodeInvalid (RFC 6455 section 7.4)";
    case WireError::CloseReasonNotUtf8:
        return "CloseReasonNotUtf8 (RFC 6455 section 5.5.1)";
    case WireError::TextNotUtf8:
        return "TextNotUtf8 (RFC 6455 section 8.1)";
    case WireError::DeflateDataInvalid:
        return "DeflateDataInvalid (RFC 7692 section 7.2.2)";
    case WireError::FrameTooBig:
        return "FrameTooBig (RFC 6455 section 10.4)";
    case WireError::MessageTooBig:
        return "MessageTooBig (RFC 6455 section 10.4)";
    case WireError::TooManyFragments:
        return "TooManyFragments (RFC 6455 section 10.4)";
    }
    Q_UNREACHABLE();
}

} // namespace confab
