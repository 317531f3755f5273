// Our server against clients that compress, or do not: npm's ws, and Debian's python3-websockets.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startConfabd } from '../peers/confabd.mjs';

const require = createRequire(new URL('../peers/package.json', import.meta.url));
const WebSocket = require('ws');

const words = Array.from({ length: 40_000 }, (_, i) => `${i % 1999} 안녕하세요`).join(' ');
const octets = Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * i * 7) & 255));
const messages = ['안녕하세요', '', 'Hello', 'Hello', words, words, octets, Buffer.alloc(0), words.slice(0, 1000), '\uFEFF\0😀'];

/** What each client says to permessage-deflate, and what the server answers. */
const offers = {
  none: [false, ''],
  'what ws offers': [true, 'permessage-deflate; server_no_context_takeover'],
  'compressing everything': [{ threshold: 0 }, 'permessage-deflate; server_no_context_takeover'],
  'no context takeover': [
    { threshold: 0, serverNoContextTakeover: true, clientNoContextTakeover: true },
    'permessage-deflate; server_no_context_takeover; client_no_context_takeover',
  ],
  'the smallest windows': [
    { threshold: 0, serverMaxWindowBits: 8, clientMaxWindowBits: 9 },
    'permessage-deflate; server_no_context_takeover; server_max_window_bits=8; client_max_window_bits=9',
  ],
};

let confabd;
let url;
before(async () => {
  confabd = await startConfabd();
  url = `ws://127.0.0.1:${confabd.port}`;
});
after(async () => assert.equal(await confabd.stop(), 0));

async function connect(path, perMessageDeflate) {
  const socket = new WebSocket(`${url}${path}`, { perMessageDeflate });
  const headers = once(socket, 'upgrade');
  const received = [];
  const waiting = [];
  socket.on('message', (data, isBinary) => {
    received.push(isBinary ? data : data.toString());
    waiting.splice(0).forEach((wake) => wake());
  });
  await once(socket, 'open');
  return {
    socket,
    answer: (await headers)[0].headers['sec-websocket-extensions'] ?? '',
    /** Octets that came from the server, frames and head. */
    octetsRead: () => socket._socket.bytesRead,
    async received(count) {
      while (received.length < count) await new Promise((wake) => waiting.push(wake));
      return received;
    },
    async close() {
      socket.close(1000);
      assert.equal((await once(socket, 'close'))[0], 1000);
    },
  };
}

describe('npm ws', () => {
  for (const [name, [offer, answer]] of Object.entries(offers)) {
    test(`echo returns everything unaltered: ${name}`, async () => {
      const client = await connect('/echo', offer);
      assert.equal(client.answer, answer);
      for (const message of messages) client.socket.send(message);
      assert.deepEqual(await client.received(messages.length), messages);
      const sum = messages.reduce((size, message) => size + Buffer.byteLength(message), 0);
      assert.equal(client.octetsRead() < sum, offer !== false);
      await client.close();
    });

    test(`fragments come back as one message: ${name}`, async () => {
      const client = await connect('/echo', offer);
      const whole = Buffer.from(words.slice(0, 20_000));
      for (let begin = 0; begin < whole.length; begin += 64) {
        client.socket.send(whole.subarray(begin, begin + 64), { binary: false, fin: begin + 64 >= whole.length });
      }
      assert.deepEqual(await client.received(1), [whole.toString()]);
      await client.close();
    });
  }

  test('a room passes the same on to those who compress and those who do not', async () => {
    const clients = await Promise.all(Object.values(offers).map(([offer]) => connect('/room/mixed', offer)));
    for (const message of messages) {
      for (const client of clients) client.socket.send(message);
    }
    const count = messages.length * clients.length;
    const [first, ...others] = await Promise.all(clients.map((client) => client.received(count)));
    for (const other of others) assert.deepEqual(other, first);
    await Promise.all(clients.map((client) => client.close()));
  });

  test('what inflates beyond the limit ends with 1009', async () => {
    const client = await connect('/echo', { threshold: 0 });
    const closed = once(client.socket, 'close');
    client.socket.send(Buffer.alloc(64 * 1024 * 1024));
    assert.equal((await closed)[0], 1009);
  });
});

for (const compression of ['deflate', 'small-windows', 'none']) {
  test(`python3-websockets, compression: ${compression}`, async () => {
    const script = fileURLToPath(new URL('echoclient.py', import.meta.url));
    const python = spawn('/usr/bin/python3', [script, `${url}/echo`, compression], { stdio: ['ignore', 'inherit', 'inherit'] });
    assert.deepEqual(await once(python, 'exit'), [0, null]);
  });
}
