#include "core/wire/bound.h"

namespace confab {

QByteArrayView boundName(Bound bound)
{
    switch (bound) {
    case Bound::None:
        return {};
    case Bound::FrameSize:
        return "frame-size";
    case Bound::MessageSize:
        return "message-size";
    case Bound::Fragments:
        return "fragments";
    case Bound::UnfinishedSize:
        return "unfinished-size";
    case Bound::QueueSize:
        return "queue-size";
    case Bound::PongTime:
        return "pong-time";
    case Bound::MessageRate:
        return "messages-per-second";
    case Bound::OctetRate:
        return "bytes-per-second";
    }
    Q_UNREACHABLE();
}

} // namespace confab
