// A client that sends octets as they are and says what became of them.
import { once } from 'node:events';
import { connect } from 'node:net';
import { inflateRawSync, constants } from 'node:zlib';

const key = Buffer.from([0x37, 0xfa, 0x21, 0x3d]);
const handshake = (deflate) => [
  'GET /echo HTTP/1.1', 'Host: localhost', 'Upgrade: websocket', 'Connection: Upgrade',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version: 13',
  ...(deflate ? ['Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover; client_no_context_takeover'] : []), '', '',
].join('\r\n');

const ping = (payload) => Buffer.concat([Buffer.from([0x89, 0x80 | payload.length]), key, payload.map((octet, i) => octet ^ key[i % 4])]);

/** The frames at the front of what a server sent, and what is left. */
function takeFrames(octets) {
  const frames = [];
  for (;;) {
    if (octets.length < 2) return [frames, octets];
    const short = octets[1] & 127;
    const size = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (octets.length < size) return [frames, octets];
    const length = short < 126 ? short : short === 126 ? octets.readUInt16BE(2) : Number(octets.readBigUInt64BE(2));
    if (octets.length < size + length) return [frames, octets];
    frames.push({ fin: octets[0] >> 7, rsv1: (octets[0] >> 6) & 1, opcode: octets[0] & 15, payload: octets.subarray(size, size + length) });
    octets = octets.subarray(size + length);
  }
}

/**
 * Sends frames to the server at a port and answers with its verdict: the messages that it echoed, then the code and reason of its Close,
 * or null if the connection was lost. `swallowed`: a frame took what was meant to be the next ones, so that
 * nobody knows whether what came before it had been dealt with.
 */
export async function verdictOf(port, { frames, deflate }, { barriers = 4, pongPatience = 2000, patience = 2000 } = {}) {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
  await once(socket, 'connect');
  const verdict = { messages: [], code: null, reason: '', swallowed: false };
  let received = Buffer.alloc(0);
  let open = false;
  let pongs = new Set();
  let parts = [];
  let wake = () => {};
  let ended = false;
  const end = () => {
    ended = true;
    socket.destroy();
    wake();
  };
  const take = ({ fin, rsv1, opcode, payload }) => {
    if (opcode === 8) {
      verdict.code = payload.length ? payload.readUInt16BE(0) : 1005;
      verdict.reason = payload.subarray(2).toString();
      end();
    } else if (opcode === 10) {
      pongs.add(payload.toString());
    } else if (opcode < 3) {
      if (opcode) parts = [{ opcode, rsv1 }];
      parts.push(payload);
      if (!fin) return;
      const [first, ...payloads] = parts;
      const whole = Buffer.concat(first.rsv1 ? [...payloads, Buffer.from('0000ffff', 'hex')] : payloads);
      verdict.messages.push([first.opcode, (first.rsv1 ? inflateRawSync(whole, { finishFlush: constants.Z_SYNC_FLUSH }) : whole).toString('latin1')]);
    }
  };
  socket.on('data', (data) => {
    if (ended) return;
    received = Buffer.concat([received, data]);
    if (!open) {
      const head = received.indexOf('\r\n\r\n');
      if (head < 0) return;
      if (!received.subarray(0, 13).equals(Buffer.from('HTTP/1.1 101 '))) throw new Error(`refused: ${received}`);
      open = true;
      received = received.subarray(head + 4);
    }
    let taken;
    [taken, received] = takeFrames(received);
    for (const one of taken) if (!ended) take(one);
    wake();
  });
  socket.on('end', end).on('error', end).on('close', end);

  /** Waits until something holds, the connection has ended, or time is up. */
  const until = async (holds, milliseconds) => {
    const deadline = Date.now() + milliseconds;
    while (!ended && !holds() && Date.now() < deadline) {
      let timer;
      await new Promise((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, deadline - Date.now());
      });
      clearTimeout(timer);
    }
  };

  socket.write(handshake(deflate));
  await until(() => open, patience);
  for (const [number, octets] of frames.entries()) {
    socket.write(octets);
    // Pings tell when a server has dealt with a frame; several, since an application may hear of a message a little later.
    for (let i = 0; i < barriers && !ended; ++i) {
      const name = `${number}/${i}`;
      socket.write(ping(Buffer.from(name)));
      if (verdict.swallowed) continue;
      await until(() => pongs.has(name), pongPatience);
      verdict.swallowed = !ended && !pongs.has(name);
    }
    if (ended) break;
  }
  await until(() => false, verdict.swallowed ? patience : 0);
  if (!ended) {
    socket.end();
    await until(() => false, patience);
  }
  socket.destroy();
  return verdict;
}
