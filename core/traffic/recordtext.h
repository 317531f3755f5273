#pragma once

#include "core/traffic/trafficrecord.h"
#include "core/wire/utf8.h"

namespace confab {

/// What is there of a Text, in whole characters: it may have been cut within one.
inline QByteArrayView textOf(const TrafficRecord &record)
{
    const bool isCut = record.isUnfinished || quint64(record.payload.size()) < record.size;
    return isCut ? wholeCharacters(record.payload) : QByteArrayView(record.payload);
}

} // namespace confab
