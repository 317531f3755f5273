// What the cases of the stand-in suite are made of. A case gets one of ws's sockets, whose peer echoes each message: our client, or our server.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { constants, deflateRawSync } from 'node:zlib';

const patience = 60_000; // milliseconds until something that should happen counts as not happening

export const limited = (promise, what) => {
  let timer;
  const tooLate = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no ${what}`)), patience);
  });
  return Promise.race([promise, tooLate]).finally(() => clearTimeout(timer));
};

export const noise = (size) => {
  const octets = Buffer.alloc(size);
  for (let i = 0, state = 1; i < size; ++i) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    octets[i] = state >>> 24;
  }
  return octets;
};
export const words = Array.from({ length: 40_000 }, (_, i) => `${i % 1999} 안녕하세요`).join(' ');

/** Octets as the tables of rules have them: m05 is a length with the mask bit, if ws is the client; k is its masking key then. */
export function octetsOf(socket, text) {
  const masks = !socket._isServer;
  return Buffer.concat(text.split(' ').filter(Boolean).map((word) => {
    if (word === 'k') return Buffer.alloc(masks ? 4 : 0);
    if (word[0] === 'm') return Buffer.from([parseInt(word.slice(1), 16) | (masks ? 0x80 : 0)]);
    const [octet, times = '1'] = word.split('*');
    return Buffer.concat(Array(Number(times)).fill(Buffer.from(octet, 'hex')));
  }));
}

const hexOf = (octets) => [...octets].map((octet) => octet.toString(16).padStart(2, '0')).join(' ');
/** One frame of up to 125 octets, in that notation. */
export const frame = (first, payload) => `${first} m${payload.length.toString(16).padStart(2, '0')} k ${hexOf(payload)}`;

async function nextMessage(socket, message) {
  const [data, isBinary] = await limited(once(socket, 'message'), 'echo');
  assert.equal(isBinary, typeof message !== 'string');
  assert.ok(data.equals(Buffer.from(message)), 'the echo differs');
}

/** Sends each message and waits for its echo. */
export const echoes = (...messages) => async (socket) => {
  for (const message of messages) {
    const echo = nextMessage(socket, message);
    socket.send(message);
    await echo;
  }
};

/** Sends one message in fragments of a size. */
export const fragments = (message, size) => async (socket) => {
  const octets = Buffer.from(message);
  const echo = nextMessage(socket, message);
  for (let begin = 0; begin === 0 || begin < octets.length; begin += size)
    socket.send(octets.subarray(begin, begin + size), { binary: typeof message !== 'string', fin: begin + size >= octets.length });
  await echo;
};

/** Compresses one message as a whole and writes it past ws in fragments of a size: ws would compress each for itself, which takes long. */
export const compressedFragments = (message, size) => async (socket) => {
  const compressed = deflateRawSync(message, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4);
  const echo = nextMessage(socket, message);
  const frames = [];
  for (let begin = 0; begin < compressed.length; begin += size) {
    const part = compressed.subarray(begin, begin + size);
    const first = (begin ? 0 : 0x42) | (begin + size >= compressed.length ? 0x80 : 0);
    frames.push(octetsOf(socket, `${first.toString(16).padStart(2, '0')} m${part.length.toString(16)} k`), part);
  }
  socket._socket.write(Buffer.concat(frames));
  await echo;
};

/** Writes octets past ws, in pieces of a size, and waits for what they amount to: echoes, Pongs, or a Close. */
export const raw = (text, { messages = [], pongs = [], code = null, piece = 0 } = {}) => async (socket) => {
  const seen = { messages: [], pongs: [] };
  let done;
  const complete = new Promise((resolve) => (done = resolve));
  const look = () => seen.messages.length >= messages.length && seen.pongs.length >= pongs.length && done();
  socket.on('message', (data, isBinary) => look(seen.messages.push(isBinary ? data.toString('hex') : `"${data}"`)));
  socket.on('pong', (data) => look(seen.pongs.push(data.toString('latin1'))));
  const closed = once(socket, 'close');
  const octets = octetsOf(socket, text);
  for (let begin = 0; begin < octets.length; begin += piece || octets.length) {
    socket._socket.write(octets.subarray(begin, begin + (piece || octets.length)));
    if (piece) await new Promise((resolve) => setImmediate(resolve));
  }
  look();
  await limited(complete, `echo or Pong, only ${JSON.stringify(seen)}`);
  if (code !== null) assert.equal((await limited(closed, 'close'))[0], code);
  assert.deepEqual(seen, { messages, pongs });
};

/** As raw(); a fault that ends the connection with a code. What comes before it is echoed; what comes behind it is not. */
export const violation = (text, code, messages = []) => async (socket) => {
  await echoes('before')(socket);
  await raw(`${text} 81 m01 k 78`, { code, messages })(socket);
};

/** Closes, and waits for the answer. */
export const closing = (code, reason) => async (socket) => {
  const closed = once(socket, 'close');
  socket.close(code, reason);
  const [answered, answeredReason] = await limited(closed, 'close');
  assert.equal(answered, code ?? 1005);
  assert.equal(answeredReason.toString(), reason ?? '');
};
