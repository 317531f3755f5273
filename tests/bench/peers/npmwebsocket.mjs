// The tutorial's server, with npm's websocket: it accepts, tells how many there are, and broadcasts every text message.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const { server: WebSocketServer } = createRequire(new URL('../../peers/package.json', import.meta.url))('websocket');

const http = createServer((request, response) => response.writeHead(404).end());
const server = new WebSocketServer({ httpServer: http, autoAcceptConnections: false });
const members = new Set();
server.on('request', (request) => {
  const echoes = request.resourceURL.pathname === '/echo';
  const member = request.accept(request.requestedProtocols.includes('chatting') ? 'chatting' : null, request.origin);
  if (!echoes) members.add(member);
  console.log(`now ${members.size} connections`);
  member.on('message', (message) => {
    if (message.type !== 'utf8') return;
    for (const other of echoes ? [member] : members) other.sendUTF(message.utf8Data);
  });
  member.on('close', () => {
    members.delete(member);
    console.log(`now ${members.size} connections`);
  });
});
http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () =>
  console.log(JSON.stringify({ port: http.address().port })));
