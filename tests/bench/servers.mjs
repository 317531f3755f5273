// The servers that are measured: how each is started, and how it tells its port.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The folder of the build that is measured; CTest says which. */
export const build = process.env.CONFAB_BUILD ?? fileURLToPath(new URL('../../build/release/', import.meta.url));
export const confabd = join(build, 'app/confabd');
const peer = (name) => fileURLToPath(new URL(`peers/${name}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'confab-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export const scratch = (name) => join(folder, name);

/** A certificate for the TLS rows, of the same kind for both servers. */
function certificate() {
  const files = { certificate: scratch('certificate.pem'), key: scratch('key.pem') };
  certificate.made ??= spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes',
    '-days', '2', '-subj', '/CN=localhost', '-keyout', files.key, '-out', files.certificate]);
  return files;
}

let histories = 0;
const confabdCommand = (...options) => [confabd, '--port', '0', '--json', ...options];

/** Which command starts it, and which option of confabd it needs, that an older one may not have. */
export const servers = {
  confabd: { title: 'confabd', command: () => confabdCommand() },
  threads2: { title: 'confabd --threads 2', needs: '--threads', command: () => confabdCommand('--threads', '2') },
  confabdTls: {
    title: 'confabd, TLS',
    needs: '--tls-cert',
    command: () => confabdCommand('--tls-cert', certificate().certificate, '--tls-key', certificate().key),
  },
  history: {
    title: 'room with a history',
    needs: '--history',
    command: () => confabdCommand('--history', scratch(`history-${++histories}.sqlite`)), // each a new one
  },
  logged: { title: 'room with its log', command: () => [join(build, 'tests/bench/bench-logged')] },
  unlogged: { title: 'room without a log', command: () => [join(build, 'tests/bench/bench-logged'), '--no-log'] },
  floor: { title: 'floor (epoll)', command: () => [join(build, 'tests/bench/bench-floor')] },
  ws: { title: 'npm ws', command: () => ['node', peer('npmws.mjs')] },
  wsAddon: { title: 'npm ws, bufferutil', command: () => ['node', peer('npmws.mjs'), '--bufferutil'] },
  wsTls: { title: 'npm ws, TLS', command: () => ['node', peer('npmws.mjs'), certificate().certificate, certificate().key] },
  websocket: { title: 'npm websocket', command: () => ['node', peer('npmwebsocket.mjs')] },
  textbook: { title: 'textbook Qt', command: () => [join(build, 'tests/bench/bench-textbook')] },
};

export function isAvailable(name) {
  isAvailable.help ??= spawnSync(confabd, ['--help'], { encoding: 'utf8' }).stdout;
  return !servers[name].needs || isAvailable.help.includes(servers[name].needs);
}

/** What was started and may have to be ended if the bench is interrupted. */
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) child.kill('SIGKILL');
    process.exit(1);
  });
}

export function start(command, options = {}) {
  const child = spawn(command[0], command.slice(1), options);
  running.add(child);
  child.ended = once(child, 'exit').then(([status]) => {
    running.delete(child);
    return status;
  });
  return child;
}

/**
 * Starts a server of the table, perhaps under another program, and waits until it listens. What it prints goes to a file,
 * so that nobody need read along while it is measured.
 */
export async function startServer(name, { under = [], options = [], patience = 30_000, stderr = 'ignore' } = {}) {
  const output = scratch(`output-${name}`);
  const descriptor = openSync(output, 'w');
  const child = start([...under, ...servers[name].command(), ...options], { stdio: ['ignore', descriptor, stderr] });
  closeSync(descriptor);
  const begin = Date.now();
  for (;;) {
    const line = readFileSync(output, 'utf8').split('\n', 2);
    if (line.length === 2) {
      return {
        pid: child.pid,
        port: JSON.parse(line[0]).port,
        async stop(signal = 'SIGKILL') {
          child.kill(signal);
          return child.ended;
        },
      };
    }
    if (child.exitCode !== null || Date.now() - begin > patience) {
      child.kill('SIGKILL');
      throw new Error(`${servers[name].title} does not listen`);
    }
    await sleep(10);
  }
}
