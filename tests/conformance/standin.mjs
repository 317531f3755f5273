// A small conformance suite for clients, served by npm's ws, with the paths that outside suites have: /getCaseCount, /runCase?case=N&agent=A and
// /updateReports?agent=A. `node standin.mjs [PORT]` serves it and prints a report whenever it is asked for.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(new URL('../peers/package.json', import.meta.url));
const { WebSocketServer } = require('ws');

const patience = 60_000; // milliseconds until something that should happen counts as not happening

const limited = (promise, what) => {
  let timer;
  const tooLate = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no ${what}`)), patience);
  });
  return Promise.race([promise, tooLate]).finally(() => clearTimeout(timer));
};

/** Sends each message and waits for its echo. */
const echoes = (...messages) => async (socket) => {
  for (const message of messages) {
    const isText = typeof message === 'string';
    socket.send(message);
    const [data, isBinary] = await limited(once(socket, 'message'), 'echo');
    assert.equal(isBinary, !isText);
    assert.ok(data.equals(Buffer.from(message)), 'the echo differs');
  }
};

/** Sends one message in fragments of a size. */
const fragments = (message, size) => async (socket) => {
  const octets = Buffer.from(message);
  const binary = typeof message !== 'string';
  for (let begin = 0; begin < octets.length; begin += size) {
    socket.send(octets.subarray(begin, begin + size), { binary, fin: begin + size >= octets.length });
  }
  const [data, isBinary] = await limited(once(socket, 'message'), 'echo');
  assert.equal(isBinary, binary);
  assert.ok(data.equals(octets), 'the echo differs');
};

/** Writes octets past ws; the client has to fail the connection with a code. */
const violation = (hex, code) => async (socket) => {
  const closed = once(socket, 'close');
  socket.send('before');
  await limited(once(socket, 'message'), 'echo');
  socket.on('message', () => socket.emit('error', new Error('an echo of what is behind the violation')));
  socket._socket.write(Buffer.concat([Buffer.from(hex.replaceAll(' ', ''), 'hex'), Buffer.from('810178', 'hex')]));
  assert.equal((await limited(closed, 'close'))[0], code);
};

const words = Array.from({ length: 40_000 }, (_, i) => `${i % 1999} 안녕하세요`).join(' ');
const noise = (size) => {
  const octets = Buffer.alloc(size);
  for (let i = 0, state = 1; i < size; ++i) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    octets[i] = state >>> 24;
  }
  return octets;
};

const all = { threshold: 0 };
const compressed = echoes('', 'Hello', 'Hello', words, words, noise(100_000), words.slice(0, 1000), Buffer.alloc(0));

/** Name, what the server says to permessage-deflate, and what it does with the socket. */
export const cases = [
  ['text', false, echoes('', 'Hello', '안녕하세요', '\uFEFFBOM', '\0', '😀')],
  ['binary', false, echoes(Buffer.alloc(0), noise(125), noise(126), noise(65_535), noise(65_536))],
  ['16 MiB of text', false, echoes('*'.repeat(16 * 1024 * 1024))],
  ['16 MiB of binary', false, echoes(noise(16 * 1024 * 1024))],
  ['4 MiB in 64-octet fragments', false, fragments('*'.repeat(4 * 1024 * 1024), 64)],
  ['fragments within characters', false, fragments('안녕하세요 😀'.repeat(100), 1)],
  ['ping', false, async (socket) => {
    socket.ping('are you there?');
    const [payload] = await limited(once(socket, 'pong'), 'pong');
    assert.equal(payload.toString(), 'are you there?');
  }],
  ['a close is echoed', false, async (socket) => {
    const closed = once(socket, 'close');
    socket.close(4321, '안녕히');
    const [code, reason] = await limited(closed, 'close');
    assert.equal(code, 4321);
    assert.equal(reason.toString(), '안녕히');
  }],
  ['RSV1 without an extension', false, violation('c1 01 61', 1002)],
  ['RSV2', all, violation('a1 01 61', 1002)],
  ['RSV1 on a ping', all, violation('c9 00', 1002)],
  ['RSV1 on a continuation', all, violation('41 01 02  c0 01 00', 1002)],
  ['reserved opcode', false, violation('83 00', 1002)],
  ['masked frame', false, violation('81 81 00 00 00 00 61', 1002)],
  ['length not minimal', false, violation('81 7e 00 01 61', 1002)],
  ['text that is not UTF-8, not ended', false, violation('01 02 61 c0', 1007)],
  ['close reason that is not UTF-8', false, violation('88 03 03 e8 ff', 1007)],
  ['close 1012', false, async (socket) => {
    const closed = once(socket, 'close');
    socket._socket.write(Buffer.from('880203f4', 'hex'));
    assert.equal((await limited(closed, 'close'))[0], 1012);
  }],
  ['not DEFLATE data', all, violation('c2 01 07', 1007)],
  ['compressed text that is not UTF-8', all, violation('c1 07 00 01 00 fe ff c0 00', 1007)],
  ['compressed', all, compressed],
  ['compressed, fragments of 64 octets', all, fragments(words, 64)],
  ['compressed, without context takeover', { ...all, serverNoContextTakeover: true, clientNoContextTakeover: true }, compressed],
  ['compressed, small windows', { ...all, serverMaxWindowBits: 9, clientMaxWindowBits: 9 }, compressed],
  ['compressed, the smallest window of ours', { ...all, clientMaxWindowBits: 8 }, compressed],
];

/** Serves the suite; `report` has the verdicts of each agent by case: null, or what went wrong. */
export async function startStandin(port = 0) {
  const http = createServer((request, response) => response.writeHead(404).end());
  const report = new Map();
  const plain = new WebSocketServer({ noServer: true });

  const runCase = (request, socket, head, number, agent) => {
    const [name, perMessageDeflate, run] = cases[number - 1];
    const server = new WebSocketServer({ noServer: true, perMessageDeflate, maxPayload: 32 * 1024 * 1024 });
    server.handleUpgrade(request, socket, head, async (client) => {
      const verdicts = report.get(agent) ?? new Map();
      report.set(agent, verdicts);
      const broken = once(client, 'error').then(([error]) => Promise.reject(error));
      try {
        if (perMessageDeflate) assert.match(client.extensions, /^permessage-deflate/);
        await Promise.race([run(client), broken]);
        verdicts.set(name, null);
      } catch (error) {
        verdicts.set(name, error.message);
      }
      broken.catch(() => {});
      client.close(1000);
    });
  };

  http.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url, 'http://localhost');
    const agent = url.searchParams.get('agent');
    const number = Number(url.searchParams.get('case'));
    if (url.pathname === '/runCase' && cases[number - 1]) return runCase(request, socket, head, number, agent);
    if (url.pathname !== '/getCaseCount' && url.pathname !== '/updateReports') return socket.destroy();
    plain.handleUpgrade(request, socket, head, (client) => {
      if (url.pathname === '/getCaseCount') client.send(String(cases.length));
      else http.emit('report', agent, report.get(agent));
      client.close(1000);
    });
  });
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  return { url: `ws://127.0.0.1:${http.address().port}`, report, http };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url, http } = await startStandin(Number(process.argv[2] ?? 0));
  console.log(url);
  http.on('report', (agent, verdicts) => {
    for (const [name, problem] of verdicts ?? []) console.log(`${agent}: ${problem === null ? 'passed' : 'FAILED'}: ${name}${problem ? `: ${problem}` : ''}`);
  });
}
