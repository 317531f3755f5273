// A WebSocket server of npm's ws or websocket package for the client's tests: `node npmserver.mjs KIND`; ws-deflate and
// ws-small-windows compress every message.
// `node npmserver.mjs ws-plain-echo MAX` echoes messages of up to MAX octets and does nothing else.
// Prints its port; echoes every message with its type; a text "close CODE REASON" closes, "drop" cuts the connection.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../peers/package.json', import.meta.url));
const subprotocols = ['chatting', 'echo'];
const http = createServer((request, response) => response.writeHead(404).end());

function command(text) {
  const match = /^close (\d+) ?(.*)$/s.exec(text);
  if (match) return { close: Number(match[1]), reason: match[2] };
  return { drop: text === 'drop' };
}

function serveWs(perMessageDeflate) {
  const { WebSocketServer } = require('ws');
  const server = new WebSocketServer({
    server: http,
    maxPayload: 64 * 1024 * 1024,
    perMessageDeflate,
    handleProtocols: (offered) => subprotocols.find((name) => offered.has(name)) ?? false,
  });
  server.on('connection', (socket) => {
    socket.on('message', (data, isBinary) => {
      const { close, reason, drop } = isBinary ? {} : command(data.toString());
      if (close) socket.close(close, reason);
      else if (drop) socket.terminate();
      else socket.send(data, { binary: isBinary });
    });
  });
}

function servePlainEcho(maxPayload) {
  const { WebSocketServer } = require('ws');
  const server = new WebSocketServer({ server: http, maxPayload, perMessageDeflate: { threshold: 1024 } });
  server.on('connection', (socket) => {
    socket.on('error', () => {}); // its Close says it
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
  });
}

function serveWebsocket() {
  const { server: WebSocketServer } = require('websocket');
  const server = new WebSocketServer({
    httpServer: http,
    maxReceivedFrameSize: 64 * 1024 * 1024,
    maxReceivedMessageSize: 64 * 1024 * 1024,
  });
  server.on('request', (request) => {
    const connection = request.accept(
      subprotocols.find((name) => request.requestedProtocols.includes(name)) ?? null,
      request.origin,
    );
    connection.on('message', (message) => {
      if (message.type === 'binary') return connection.sendBytes(message.binaryData);
      const { close, reason, drop } = command(message.utf8Data);
      if (close) connection.close(close, reason);
      else if (drop) connection.socket.destroy();
      else connection.sendUTF(message.utf8Data);
    });
  });
}

const kinds = {
  ws: () => serveWs(false),
  'ws-deflate': () => serveWs({ threshold: 0 }),
  'ws-small-windows': () => serveWs({ threshold: 0, clientNoContextTakeover: true, serverMaxWindowBits: 9, clientMaxWindowBits: 8 }),
  websocket: serveWebsocket,
  'ws-plain-echo': () => servePlainEcho(Number(process.argv[3])),
};
kinds[process.argv[2]]();
http.listen(0, '127.0.0.1', () => console.log(http.address().port));
process.stdin.on('end', () => process.exit(0)).resume();
