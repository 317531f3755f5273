// Our server over wss:// and https:// against independent clients, which trust its self-signed certificate alone.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startTlsConfabd } from '../peers/confabd.mjs';

const require = createRequire(new URL('../peers/package.json', import.meta.url));
const WebSocket = require('ws');
const { client: Client } = require('websocket');

/** Finds every name at 127.0.0.1, on systems that have no /etc/hosts, too. */
const loopback = (name, options, found) =>
  options.all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4);

/** A request and its whole answer. */
async function get(module, url, options = {}) {
  const request = module.get(url, { agent: false, ...options });
  const [response] = await once(request, 'response');
  const body = (await response.setEncoding('utf8').toArray()).join('');
  return { status: response.statusCode, headers: response.headers, body };
}

test('ws joins over wss:// and is compressed', async (t) => {
  const { port, certificate, fingerprint, urls } = await startTlsConfabd(t);
  assert.deepEqual(urls, [`https://localhost:${port}/`]);
  for (const host of ['localhost', '127.0.0.1']) {
    const socket = new WebSocket(`wss://${host}:${port}/echo`, { ca: certificate, lookup: loopback });
    const answered = once(socket, 'upgrade');
    await once(socket, 'open');
    assert.match((await answered)[0].headers['sec-websocket-extensions'], /^permessage-deflate/);
    assert.equal(socket._socket.getPeerCertificate().fingerprint256, fingerprint);
    for (const text of ['', '안녕하세요', 'Hello '.repeat(500_000)]) {
      socket.send(text);
      const [data] = await once(socket, 'message');
      assert.ok(data.toString() === text);
    }
    socket.close(1000, 'bye');
    const [code, reason] = await once(socket, 'close');
    assert.deepEqual([code, reason.toString()], [1000, 'bye']);
  }
});

test('websocket joins over wss://', async (t) => {
  const { port, certificate } = await startTlsConfabd(t);
  const client = new Client({ tlsOptions: { ca: certificate }, maxReceivedFrameSize: 1 << 26, maxReceivedMessageSize: 1 << 26 });
  client.connect(`wss://127.0.0.1:${port}/echo`);
  const [connection] = await once(client, 'connect');
  const octets = Buffer.alloc(5_000_000, 'x');
  connection.sendBytes(octets);
  const [message] = await once(connection, 'message');
  assert.ok(message.binaryData.equals(octets));
  connection.close(1000);
  const [code] = await once(connection, 'close');
  assert.equal(code, 1000);
});

for (const compression of ['deflate', 'none']) {
  test(`python3-websockets over wss://: ${compression}`, async (t) => {
    const { port, certificateFile } = await startTlsConfabd(t);
    const script = fileURLToPath(new URL('echoclient.py', import.meta.url));
    const python = spawn('/usr/bin/python3', [script, `wss://127.0.0.1:${port}/echo`, compression, certificateFile], { stdio: 'inherit' });
    assert.deepEqual(await once(python, 'exit'), [0, null]);
  });
}

test('nobody trusts the certificate unasked', async (t) => {
  const { port } = await startTlsConfabd(t);
  const socket = new WebSocket(`wss://127.0.0.1:${port}/`);
  const [error] = await once(socket, 'error');
  assert.match(error.code, /SELF_SIGNED/);
});

test('TLS 1.2 and 1.3, and nothing older', async (t) => {
  const { port, certificate } = await startTlsConfabd(t);
  const connect = (version) => tls.connect({
    host: '127.0.0.1', port, ca: certificate, minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0',
  });
  for (const version of ['TLSv1.2', 'TLSv1.3']) {
    const socket = connect(version);
    await once(socket, 'secureConnect');
    assert.equal(socket.getProtocol(), version);
    socket.destroy();
  }
  for (const version of ['TLSv1', 'TLSv1.1']) {
    const [error] = await once(connect(version), 'error');
    assert.match(error.code, /ALERT_PROTOCOL_VERSION|ECONNRESET/, version);
  }
});

test('the page is behind a redirect, and plain ws:// is refused', async (t) => {
  const confabd = await startTlsConfabd(t);
  const { port, certificate } = confabd;
  const redirect = await get(http, `http://127.0.0.1:${port}/room/a?b`);
  assert.equal(redirect.status, 308);
  assert.equal(redirect.headers.location, `https://127.0.0.1:${port}/room/a?b`);
  const page = await get(https, redirect.headers.location, { ca: certificate });
  assert.equal(page.status, 200);
  assert.match(page.body, /<html/);

  const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
  const [, response] = await once(socket, 'unexpected-response');
  assert.equal(response.statusCode, 400);
  assert.match((await response.setEncoding('utf8').toArray()).join(''), /wss:\/\//);
  const { reason } = await confabd.event(({ event }) => event === 'refused', '"refused"');
  assert.equal(reason, 'tls-required');
});

test('the answer reaches who is still sending, and no reset overtakes it', async (t) => {
  const { port, certificate } = await startTlsConfabd(t);
  for (let round = 0; round < 8; round++) {
    const request = https.request(`https://127.0.0.1:${port}/`, { method: 'POST', agent: false, ca: certificate });
    request.end(Buffer.alloc(20_000_000));
    request.on('error', () => {}); // once it has the answer, it gives up sending; an error before that rejects below
    const [response] = await once(request, 'response');
    assert.equal(response.statusCode, 405);
    assert.match((await response.setEncoding('utf8').toArray()).join(''), /GET/);
  }
});

test('plain goes on where it is allowed', async (t) => {
  const { port, certificate } = await startTlsConfabd(t, { options: ['--tls-allow-plain'] });
  assert.equal((await get(http, `http://127.0.0.1:${port}/`)).status, 200);
  assert.equal((await get(https, `https://127.0.0.1:${port}/`, { ca: certificate })).status, 200);
  for (const [scheme, options] of [['ws', {}], ['wss', { ca: certificate }]]) {
    const socket = new WebSocket(`${scheme}://127.0.0.1:${port}/echo`, options);
    await once(socket, 'open');
    socket.terminate();
  }
});

test('the certificate is the same the next time', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'confabd-'));
  t.after(() => rm(folder, { recursive: true }));
  const first = await startTlsConfabd(t, { folder });
  assert.equal(await first.stop(), 0);
  const second = await startTlsConfabd(t, { folder });
  assert.match(second.fingerprint, /^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  assert.equal(second.fingerprint, first.fingerprint);
});
