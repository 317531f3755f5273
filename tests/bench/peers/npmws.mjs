// The tutorial's room with npm's ws: what a text message says goes to everyone, or back to who is at /echo.
// Usage: npmws.mjs [--bufferutil] [CERTIFICATE KEY]: with these two, over TLS.
// --bufferutil: with the compiled addon for masking that ws leaves to its user. Without it, ws is what `npm install ws` brings:
// it takes the addon wherever it finds it, and here npm's websocket has brought one.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

const {
  values: { bufferutil },
  positionals: [certificate, key],
} = parseArgs({ options: { bufferutil: { type: 'boolean' } }, allowPositionals: true });
if (!bufferutil) process.env.WS_NO_BUFFER_UTIL = '1'; // ws asks when it is loaded
const { WebSocketServer } = createRequire(new URL('../../peers/package.json', import.meta.url))('ws');

const http = certificate
  ? createTlsServer({ cert: readFileSync(certificate), key: readFileSync(key) })
  : createServer();
const server = new WebSocketServer({ server: http });
const members = new Set();
server.on('connection', (member, request) => {
  const echoes = request.url === '/echo';
  if (!echoes) members.add(member);
  member.on('message', (data, isBinary) => {
    for (const other of echoes ? [member] : members) other.send(data, { binary: isBinary });
  });
  member.on('error', () => {});
  member.on('close', () => members.delete(member));
});
http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () =>
  console.log(JSON.stringify({ port: http.address().port })));
