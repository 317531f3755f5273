#include "ui/text/readystatetext.h"

#include <QCoreApplication>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReadyStateText)
};

} // namespace

QString readyStateWord(ReadyState state)
{
    switch (state) {
    case ReadyState::Connecting:
        return u"CONNECTING"_s;
    case ReadyState::Open:
        return u"OPEN"_s;
    case ReadyState::Closing:
        return u"CLOSING"_s;
    case ReadyState::Closed:
        return u"CLOSED"_s;
    }
    Q_UNREACHABLE();
}

QString readyStateExplanation(ReadyState state)
{
    switch (state) {
    case ReadyState::Connecting:
        return Words::tr("The connection is being set up: the opening handshake is not finished yet.");
    case ReadyState::Open:
        return Words::tr("The connection is open: messages can go both ways.");
    case ReadyState::Closing:
        return Words::tr("The closing handshake has begun: one side has said Close and waits for the other.");
    case ReadyState::Closed:
        return Words::tr("The connection is closed, or could not be opened.");
    }
    Q_UNREACHABLE();
}

} // namespace confab
