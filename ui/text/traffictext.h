#pragma once

#include "core/traffic/trafficrecord.h"
#include "ui/text/errortext.h"
#include "ui/text/payloadtext.h"

#include <QString>

namespace confab {

/// "Request", "Text", "Ping" … : one word.
QString trafficKindWord(TrafficKind kind);
/// "received" or "sent".
QString directionWord(Direction direction);
/// The arrow that stands for it: "↓" or "↑".
QString directionSymbol(Direction direction);
/// Who is on the other end, for the column Peer: the peer's name, or for a broadcast how many it went to.
QString recordPeerText(const TrafficRecord &record);

/// Why a client connection never was OPEN, as far as its Ended record has it; only if that has a cause.
ErrorText neverOpenedText(const TrafficRecord &record);
/// What the octets of a Failure are of; empty if it has none.
QString atFaultText(const TrafficRecord &record);

/// Of a message of which no more came: that it is unfinished, in a word, and in a sentence.
QString unfinishedWord();
QString unfinishedSentence();

/// What a record is of, in one line of at most maxLength characters: text with its control characters made
/// visible (↵, ‹NUL› …), binary as hex, heads as their first line, a Close as its code and reason, a Failure
/// as the rule that was broken.
QString payloadPreview(const TrafficRecord &record, qsizetype maxLength);
/// The same, behind the word for it if the message is unfinished.
QString recordPreview(const TrafficRecord &record, qsizetype maxLength = 200);

} // namespace confab
