// A conformance suite of our own for clients, served by npm's ws, with the paths that outside suites have: /getCaseCount,
// /runCase?case=N&agent=A and /updateReports?agent=A. `node standin.mjs [PORT]` serves it and prints a report whenever it is asked for.
// The same cases are there for a server that echoes: runAgainst().
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { controlCases } from './controlcases.mjs';
import { deflateCases } from './deflatecases.mjs';
import { messageCases } from './messagecases.mjs';
import { textCases } from './textcases.mjs';

const require = createRequire(new URL('../peers/package.json', import.meta.url));
const WebSocket = require('ws');

/** Name, what ws says to permessage-deflate, and what it does with the socket. */
export const cases = [...messageCases, ...controlCases, ...textCases, ...deflateCases];
const maxPayload = 32 * 1024 * 1024;

/** The verdict of one case on a socket that is OPEN: null, or what went wrong. */
async function verdictOn(socket, [, perMessageDeflate, run]) {
  const broken = once(socket, 'error').then(([error]) => Promise.reject(error));
  try {
    if (perMessageDeflate) assert.match(socket.extensions, /^permessage-deflate/);
    await Promise.race([run(socket), broken]);
    return null;
  } catch (error) {
    return error.message;
  } finally {
    broken.catch(() => {});
    socket.close(1000);
  }
}

/** Runs every case against a server that echoes; the answer is the verdicts by name. */
export async function runAgainst(url) {
  const verdicts = new Map();
  for (const one of cases) {
    const socket = new WebSocket(url, { perMessageDeflate: one[1], maxPayload });
    await once(socket, 'open');
    verdicts.set(one[0], await verdictOn(socket, one));
    if (socket.readyState !== WebSocket.CLOSED) await once(socket, 'close');
  }
  return verdicts;
}

/** Serves the suite; `report` has the verdicts of each agent by case: null, or what went wrong. */
export async function startStandin(port = 0) {
  const http = createServer((request, response) => response.writeHead(404).end());
  const report = new Map();
  const plain = new WebSocket.Server({ noServer: true });

  const runCase = (request, socket, head, one, agent) => {
    const server = new WebSocket.Server({ noServer: true, perMessageDeflate: one[1], maxPayload });
    server.handleUpgrade(request, socket, head, async (client) => {
      const verdicts = report.get(agent) ?? new Map();
      report.set(agent, verdicts);
      verdicts.set(one[0], await verdictOn(client, one));
    });
  };

  http.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url, 'http://localhost');
    const agent = url.searchParams.get('agent');
    const one = cases[Number(url.searchParams.get('case')) - 1];
    if (url.pathname === '/runCase' && one) return runCase(request, socket, head, one, agent);
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
