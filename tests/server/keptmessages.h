#pragma once

#include "core/chat/roommessage.h"

#include <QStringList>

#include <vector>

namespace confab {

inline RoomMessage keptText(quint64 seq, const QString &text, const QString &room = QStringLiteral("/"))
{
    RoomMessage said;
    said.room = room;
    said.seq = seq;
    said.epoch = 1'767'225'600'000;
    said.time = said.epoch + qint64(seq);
    said.author = {7, QStringLiteral("Mina"), false};
    said.text = text;
    return said;
}

inline RoomMessage keptBinary(quint64 seq, const QByteArray &octets)
{
    RoomMessage said = keptText(seq, {});
    said.kind = RoomMessage::Kind::Binary;
    said.binary = octets;
    return said;
}

inline QStringList textsOf(const std::vector<RoomMessage> &messages)
{
    QStringList texts;
    for (const RoomMessage &said : messages)
        texts.append(said.text);
    return texts;
}

} // namespace confab
