// The tutorial's room with npm's ws: what a text message says goes to everyone, or back to who is at /echo.
// Usage: npmws.mjs [CERTIFICATE KEY]: with these two, over TLS.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createRequire } from 'node:module';

const { WebSocketServer } = createRequire(new URL('../../peers/package.json', import.meta.url))('ws');

const [certificate, key] = process.argv.slice(2);
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
