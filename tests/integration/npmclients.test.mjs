// Our server against the clients of npm's ws and websocket packages.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { startConfabd } from '../peers/confabd.mjs';

const require = createRequire(new URL('../peers/package.json', import.meta.url));

/** One client of either package behind the same few functions. */
const packages = {
  ws: async (url, subprotocols = []) => {
    const WebSocket = require('ws');
    const socket = new WebSocket(url, subprotocols);
    const messages = [];
    const waiting = [];
    socket.on('message', (data, isBinary) => {
      messages.push(isBinary ? data : data.toString());
      waiting.splice(0).forEach((wake) => wake());
    });
    const closed = new Promise((resolve) => {
      socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    await once(socket, 'open');
    return {
      subprotocol: socket.protocol,
      messages,
      waiting,
      closed,
      send: (data) => socket.send(data),
      close: (code, reason) => socket.close(code, reason),
      cut: () => socket.terminate(),
    };
  },
  websocket: async (url, subprotocols = []) => {
    const { client: Client } = require('websocket');
    const client = new Client({ maxReceivedFrameSize: 1 << 26, maxReceivedMessageSize: 1 << 26 });
    client.connect(url, subprotocols);
    const [connection] = await Promise.race([
      once(client, 'connect'),
      once(client, 'connectFailed').then(([error]) => Promise.reject(error)),
    ]);
    const messages = [];
    const waiting = [];
    connection.on('message', (message) => {
      messages.push(message.type === 'utf8' ? message.utf8Data : message.binaryData);
      waiting.splice(0).forEach((wake) => wake());
    });
    const closed = new Promise((resolve) => {
      connection.on('close', (code, reason) => resolve({ code, reason }));
    });
    return {
      subprotocol: connection.protocol ?? '',
      messages,
      waiting,
      closed,
      send: (data) => (typeof data === 'string' ? connection.sendUTF(data) : connection.sendBytes(data)),
      close: (code, reason) => connection.close(code, reason),
      cut: () => connection.socket.destroy(),
    };
  },
};

async function received(client, count) {
  while (client.messages.length < count) await new Promise((wake) => client.waiting.push(wake));
  return client.messages;
}

for (const [name, connect] of Object.entries(packages)) {
  describe(`npm ${name}`, () => {
    let confabd;
    let url;
    before(async () => {
      confabd = await startConfabd();
      url = `ws://127.0.0.1:${confabd.port}`;
    });
    after(async () => assert.equal(await confabd.stop(), 0));

    test('the first offered subprotocol that is supported is selected', async () => {
      const client = await connect(`${url}/`, ['nope', 'chatting', 'echo']);
      assert.equal(client.subprotocol, 'chatting');
      client.close(1000, '');
      assert.equal((await client.closed).code, 1000);
    });

    test('only unsupported subprotocols are refused with 400', async () => {
      await assert.rejects(connect(`${url}/`, ['nope']), /400/);
    });

    test('echo returns text and binary unaltered', async () => {
      const client = await connect(`${url}/echo`);
      const long = 'a' + 'é'.repeat(400000);
      const bytes = Buffer.from(Array.from({ length: 100000 }, (_, i) => (i * 7) & 255));
      const sent = ['안녕하세요', '', '\uFEFFtext', '\0after', '😀', long, bytes];
      for (const message of sent) client.send(message);
      assert.deepEqual(await received(client, sent.length), sent);
      client.close(1000, '');
      await client.closed;
    });

    test('a room broadcasts to everyone, the sender included, in one order', async () => {
      const clients = await Promise.all([connect(`${url}/room/a`, ['chatting']), connect(`${url}/room/a`), connect(`${url}/room/a`, ['chat'])]);
      for (let i = 0; i < 20; ++i) clients.forEach((client, index) => client.send(`${index}: ${i}`));
      const orders = await Promise.all(clients.map((client) => received(client, 60)));
      assert.deepEqual(orders[1], orders[0]);
      assert.deepEqual(orders[2], orders[0]);
      for (const index of [0, 1, 2]) {
        assert.deepEqual(orders[0].filter((text) => text.startsWith(`${index}:`)),
          Array.from({ length: 20 }, (_, i) => `${index}: ${i}`));
      }
      for (const client of clients) client.close(1000, '');
      await Promise.all(clients.map((client) => client.closed));
    });

    test('a close shows its code and reason on both sides', async () => {
      const seen = confabd.events.length;
      const client = await connect(`${url}/`);
      client.close(4001, '안녕히 계세요');
      await client.closed;
      const left = await confabd.event((event) => event.event === 'left' && event.code === 4001 && confabd.events.indexOf(event) >= seen);
      assert.equal(left.reason, '안녕히 계세요');
    });

    test('a lost connection shows 1006', async () => {
      const seen = confabd.events.length;
      const client = await connect(`${url}/`);
      client.cut();
      await confabd.event((event) => event.event === 'left' && event.code === 1006 && confabd.events.indexOf(event) >= seen);
    });
  });
}

/** Sends a text as one message of frames of one octet each, splitting every character. */
function sendOctetByOctet(socket, text) {
  const octets = Buffer.from(text);
  for (let i = 0; i < octets.length; ++i) socket.send(octets.subarray(i, i + 1), { binary: false, fin: i === octets.length - 1 });
}

for (const [name, text] of Object.entries({
  'a + é × 400000, 800,001 octets': 'a' + 'é'.repeat(400000),
  'a leading BOM': '\uFEFF안녕',
  'NUL': '\0after\0',
  'a lone character of four octets': '😀',
})) {
  test(`fragments of one octet come back as one message: ${name}`, async (test) => {
    const confabd = await startConfabd(test);
    const WebSocket = require('ws');
    const socket = new WebSocket(`ws://127.0.0.1:${confabd.port}/echo`, { perMessageDeflate: false });
    await once(socket, 'open');
    sendOctetByOctet(socket, text);
    const [data, isBinary] = await once(socket, 'message');
    assert.equal(isBinary, false);
    assert.ok(data.equals(Buffer.from(text)));
    socket.close(1000);
    await once(socket, 'close');
  });
}

test('a server that ends says 1001', async (test) => {
  const confabd = await startConfabd(test);
  const clients = await Promise.all(Object.values(packages).map((connect) => connect(`ws://127.0.0.1:${confabd.port}/`)));
  assert.equal(await confabd.stop(), 0);
  for (const client of clients) assert.equal((await client.closed).code, 1001);
});
