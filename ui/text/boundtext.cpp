#include "ui/text/boundtext.h"

#include "ui/text/wireerrortext.h"

#include <QCoreApplication>

namespace confab {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BoundText)
};

} // namespace

QString boundText(Bound bound)
{
    switch (bound) {
    case Bound::None:
        return {};
    case Bound::FrameSize:
        return wireErrorText(WireError::FrameTooBig);
    case Bound::MessageSize:
        return wireErrorText(WireError::MessageTooBig);
    case Bound::Fragments:
        return wireErrorText(WireError::TooManyFragments);
    case Bound::UnfinishedSize:
        return Words::tr("The messages that had begun and not ended took more than allowed here, and its was "
                         "the largest.");
    case Bound::QueueSize:
        return Words::tr("It took its messages too slowly: more waited for it than allowed here.");
    case Bound::PongTime:
        return Words::tr("It gave no sign of life in the time allowed after a ping.");
    case Bound::MessageRate:
        return Words::tr("It sent more messages, pings or pongs per second than allowed here.");
    case Bound::OctetRate:
        return Words::tr("It sent more bytes per second than allowed here.");
    }
    Q_UNREACHABLE();
}

QString endCauseText(WireError error, Bound bound)
{
    return error == WireError::None ? boundText(bound) : wireErrorText(error);
}

} // namespace confab
