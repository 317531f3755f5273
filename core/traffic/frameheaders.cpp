#include "core/traffic/frameheaders.h"

#include "core/wire/frameencoder.h"

namespace confab {

std::optional<Opcode> opcodeOf(TrafficKind kind)
{
    switch (kind) {
    case TrafficKind::Text:
        return Opcode::Text;
    case TrafficKind::Binary:
        return Opcode::Binary;
    case TrafficKind::Ping:
        return Opcode::Ping;
    case TrafficKind::Pong:
        return Opcode::Pong;
    case TrafficKind::Close:
        return Opcode::Close;
    case TrafficKind::Request:
    case TrafficKind::Response:
    case TrafficKind::TlsFailure:
    case TrafficKind::Failure:
    case TrafficKind::Ended:
        break;
    }
    return {};
}

QByteArray frameHeadersOf(const TrafficRecord &record)
{
    if (!record.frameHeaders.isEmpty())
        return record.frameHeaders;
    const std::optional<Opcode> opcode = opcodeOf(record.kind);
    const bool compressed = record.wireSize != record.size;
    if (!opcode || record.source != TrafficSource::Server || record.direction != Direction::Sent ||
        record.fragments != 1 || (compressed && record.recipients != 1))
        return {};
    return encodeRawFrame({.rsv1 = compressed, .opcode = *opcode, .payloadLength = record.wireSize}, {});
}

} // namespace confab
