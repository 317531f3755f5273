#include "ui/text/limittext.h"

#include "ui/text/sizetext.h"

#include <QCoreApplication>

namespace confab {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LimitText)
};

} // namespace

QString limitLabel(Limit limit)
{
    switch (limit) {
    case Limit::HeadSize:
        return Words::tr("Size of a request’s head");
    case Limit::HeadTime:
        return Words::tr("Time for a request’s head");
    case Limit::Members:
        return Words::tr("Connections in all");
    case Limit::AddressConnections:
        return Words::tr("Connections per address");
    case Limit::AddressHandshakes:
        return Words::tr("Opening handshakes per address");
    case Limit::MessageSize:
        return Words::tr("Size of a message");
    case Limit::FrameSize:
        return Words::tr("Size of a frame");
    case Limit::Fragments:
        return Words::tr("Fragments of a message");
    case Limit::UnfinishedSize:
        return Words::tr("Unfinished messages");
    case Limit::QueueSize:
        return Words::tr("Queue of a client");
    case Limit::PongTime:
        return Words::tr("Silence after a ping");
    case Limit::MemberMessages:
        return Words::tr("Messages of a client");
    case Limit::MemberOctets:
        return Words::tr("Bytes of a client");
    case Limit::Threads:
        return Words::tr("Network threads");
    case Limit::LogRecords:
        return Words::tr("Entries of the traffic log");
    case Limit::LogOctets:
        return Words::tr("Size of the traffic log");
    case Limit::HistoryEntries:
        return Words::tr("Messages kept");
    case Limit::Replay:
        return Words::tr("Messages for newcomers");
    }
    Q_UNREACHABLE();
}

QString limitExplanation(Limit limit)
{
    switch (limit) {
    case Limit::HeadSize:
        return Words::tr("The largest request head that is read; a larger one is refused with 431.");
    case Limit::HeadTime:
        return Words::tr("How long a request head may take to arrive, before it is refused with 408.");
    case Limit::Members:
        return Words::tr("How many connections there may be at one time; one more is refused with 503.");
    case Limit::AddressConnections:
        return Words::tr("How many connections one address may have; one more is refused with 429. "
                         "Connections of this computer itself count only if the command line says so.");
    case Limit::AddressHandshakes:
        return Words::tr("How many opening handshakes one address may ask for in a second; one more is "
                         "refused with 429. Those of this computer itself count only if the command line "
                         "says so.");
    case Limit::MessageSize:
        return Words::tr("The largest message that is accepted; a larger one closes its sender with 1009.");
    case Limit::FrameSize:
        return Words::tr("The largest frame that is accepted; a larger one closes its sender with 1009.");
    case Limit::Fragments:
        return Words::tr("How many fragments one message may have; one more closes its sender with 1008.");
    case Limit::UnfinishedSize:
        return Words::tr("How much the messages of all clients may take that have begun and not ended; past "
                         "it, the client whose message is the largest is closed with 1013.");
    case Limit::QueueSize:
        return Words::tr("How much may wait for a member that does not read, before it is closed with 1013.");
    case Limit::PongTime:
        return Words::tr("How long a member may stay silent after a ping, before it is cut.");
    case Limit::MemberMessages:
        return Words::tr(
            "How many messages, pings and pongs one member may send in a second; one more closes it "
            "with 1008.");
    case Limit::MemberOctets:
        return Words::tr("How many bytes of messages one member may send in a second; one more closes it "
                         "with 1008.");
    case Limit::Threads:
        return Words::tr("How many threads serve connections; more than one pays in rooms of thousands.");
    case Limit::LogRecords:
        return Words::tr("How many entries the traffic log keeps; the oldest are dropped first.");
    case Limit::LogOctets:
        return Words::tr("How many bytes of messages the traffic log keeps; the oldest are dropped first.");
    case Limit::HistoryEntries:
        return Words::tr(
            "How many messages of all rooms are kept: what the window shows, what members get who come back "
            "after a loss, and a history’s file; the oldest are dropped first.");
    case Limit::Replay:
        return Words::tr("How many messages of before somebody gets who comes for the first time, where a "
                         "history is kept.");
    }
    Q_UNREACHABLE();
}

QString limitValueText(const LimitRule &rule, qint64 value)
{
    return value == 0 ? limitZeroText(rule.limit) : countText(quint64(value)) + limitSuffix(rule.unit);
}

QString limitSuffix(LimitUnit unit)
{
    switch (unit) {
    case LimitUnit::Count:
        return {};
    case LimitUnit::Octets:
        return Words::tr(" bytes");
    case LimitUnit::Seconds:
        return Words::tr(" s", "seconds");
    case LimitUnit::PerSecond:
        return Words::tr(" per second");
    case LimitUnit::OctetsPerSecond:
        return Words::tr(" bytes per second");
    }
    Q_UNREACHABLE();
}

QString limitZeroText(Limit limit)
{
    switch (limit) {
    case Limit::FrameSize:
        return Words::tr("as a message");
    case Limit::Replay:
        return Words::tr("none", "messages");
    default:
        return Words::tr("no limit");
    }
}

} // namespace confab
