// Starts the confabd that the environment variable CONFABD names, for tests written in JavaScript.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Starts a confabd that speaks TLS with a self-signed certificate of its own; says what it is, too. Both end with the test, if one is given. */
export async function startTlsConfabd(test, { options = [], folder } = {}) {
  const data = folder ?? await mkdtemp(join(tmpdir(), 'confabd-'));
  const confabd = await startConfabd(test, { options: ['--tls-self-signed', ...options], environment: { XDG_DATA_HOME: data } });
  if (!folder)
    test?.after(() => rm(data, { recursive: true }));
  const pem = await readFile(join(data, 'confabd', 'tls', 'self-signed.pem'), 'utf8');
  return Object.assign(confabd, {
    fingerprint: confabd.events[0].fingerprint,
    certificateFile: join(data, 'confabd', 'tls', 'self-signed.pem'),
    certificate: pem.slice(pem.indexOf('-----BEGIN CERTIFICATE-----')),
  });
}

export const patience = 20_000; // milliseconds until something that should happen counts as not happening

/** Starts the confabd that the environment variable CONFABD names and waits until it listens; it ends with the test, if one is given. */
export async function startConfabd(test, { port = 0, options = [], environment = {} } = {}) {
  const program = process.env.CONFABD;
  assert.ok(program, 'Set the environment variable CONFABD to the path of confabd.');
  const child = spawn(program, ['--port', String(port), '--json', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const ended = once(child, 'exit');
  const events = [];
  const waiting = new Set();
  createInterface({ input: child.stdout }).on('line', (line) => {
    events.push(JSON.parse(line));
    for (const look of waiting)
      look();
  });

  const confabd = {
    events,
    pid: child.pid,

    /** The first event so far or to come that `wanted` accepts. */
    event(wanted, what = 'event') {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`no ${what} from confabd; it said ${JSON.stringify(events)}`));
        }, patience);
        const look = () => {
          const found = events.find(wanted);
          if (!found)
            return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    },

    /** Ends it as an administrator does; the answer is the exit status. */
    async stop() {
      child.kill('SIGTERM');
      const [status] = await ended;
      return status;
    },

    /** Ends it as a power cut does. */
    async crash() {
      child.kill('SIGKILL');
      await ended;
    },
  };
  test?.after(() => (child.exitCode === null && child.signalCode === null ? confabd.crash() : undefined));
  const listening = await confabd.event(({ event }) => event === 'listening', '"listening"');
  assert.equal(listening, events[0]);
  return Object.assign(confabd, { port: listening.port, urls: listening.urls });
}
