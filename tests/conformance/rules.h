#pragma once

#include "core/wire/endpoint.h"

#include <QList>

#include <functional>
#include <utility>

namespace confab::test {

enum class Roles { Both, Server, Client };

/// Octets as the tables have them: two hexadecimal digits each; 61*126 is so many of one. Two signs stand for
/// what clients alone write: m05 is the length 05 with the mask bit, k is the masking key, which is 00 00 00
/// 00 in the tables, so that payloads can be read.
QByteArray octetsOf(const char *text, bool fromClient);

/// A rule for frames. An endpoint of each of the roles is OPEN, does what `does` says and `act` has, if
/// anything, and takes the octets `in`.
struct FrameRule
{
    const char *section;
    const char *rule; ///< in our own words
    Roles roles = Roles::Both;
    const char *in = "";
    const char *events = ""; ///< what it amounts to, as eventsOf() tells it
    const char *out = "";    ///< what is sent
    int failure =
        0; ///< what is sent then: a Close with this code, which says that a rule was broken; 0: none was
    bool ends = false; ///< whether the TCP connection is ended then (§7.1.1); with Both, of failures alone
    const char *does = "";
    std::function<QByteArray(Endpoint &)> act = {}; ///< what encode() gave is sent too
    const char *deflate =
        nullptr; ///< permessage-deflate with these parameters of an answer; nullptr: without
    EndpointLimits limits = {};
    const char *outcome = ""; ///< once the connection has ended, if it is of interest: "1000 bye, clean"

    FrameRule doing(const char *what, std::function<QByteArray(Endpoint &)> how) &&
    {
        does = what;
        act = std::move(how);
        return std::move(*this);
    }
    FrameRule deflating(const char *parameters) &&
    {
        deflate = parameters;
        return std::move(*this);
    }
    FrameRule within(EndpointLimits bounds) &&
    {
        limits = bounds;
        return std::move(*this);
    }
    FrameRule endingAs(const char *how) &&
    {
        outcome = how;
        return std::move(*this);
    }
};

/// A rule for the negotiation of permessage-deflate. What a server answers to `offer`, "" if it declines; or
/// whether a client that sent `offer` takes `answer`, and what it reads in it, "" if it must fail the
/// connection.
struct OfferRule
{
    const char *section;
    const char *rule;
    Roles roles = Roles::Server; ///< not Both
    const char *offer = "";
    const char *answer = "";
    const char *agreed = ""; ///< of a client
};

/// What a conversation amounts to: "text Hello, ping, close 1000 bye"; without failures.
QByteArray eventsOf(const std::vector<EndpointEvent> &events);
QByteArray outcomeOf(const CloseOutcome &outcome);
/// All tables as a page of Markdown.
QByteArray markdown();

QList<FrameRule> framingRules();       ///< RFC 6455 §5.1 – §5.3, §10.4
QList<FrameRule> fragmentationRules(); ///< RFC 6455 §5.4, §5.6, §8.1
QList<FrameRule> controlRules();       ///< RFC 6455 §5.5
QList<FrameRule> messageRules();       ///< RFC 6455 §5.7, §5.8, §6
QList<FrameRule> closingRules();       ///< RFC 6455 §7
QList<FrameRule> deflateRules();       ///< RFC 7692 §6, §7.2, §8
QList<FrameRule> frameRules();         ///< all of these
QList<OfferRule> offerRules();         ///< RFC 7692 §5, §7.1

} // namespace confab::test
