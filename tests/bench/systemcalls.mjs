// System calls of a server per delivery, counted by strace while it is attached. The time it takes counts for nothing.
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { generate } from './generator.mjs';
import { scratch, servers, start, startServer } from './servers.mjs';
import { short } from './statistics.mjs';
import { table } from './report.mjs';
import { workloads } from './workloads.mjs';

async function attach(process) {
  const counts = scratch('system-calls');
  const tracer = start(['strace', '-c', '-f', '-o', counts, '-p', String(process.pid)], { stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  while (!words.includes('attached')) {
    if (tracer.exitCode !== null) throw new Error(`strace cannot attach: ${words}`);
    words += (await Promise.race([once(tracer.stderr, 'data'), once(tracer.stderr, 'end').then(() => [''])]))[0];
  }
  return {
    async detach() {
      tracer.kill('SIGINT');
      await tracer.ended;
      const calls = {};
      for (const line of readFileSync(counts, 'utf8').split('\n')) {
        const [, , , count, ...rest] = line.trim().split(/\s+/);
        if (rest.length && Number(count)) calls[rest.at(-1)] = Number(count);
      }
      return calls;
    },
  };
}

async function count(name, workload) {
  const process = await startServer(name);
  try {
    let tracer;
    let calls;
    const { seconds, ...options } = workload.options;
    const messages = Math.max(16 * 4, Math.round(20_000 / (options.members ?? 1)));
    const figures = await generate(process, { ...options, ...(seconds ? { messages } : {}) }, {
      async atPause(word) {
        if (word === 'ready') tracer = await attach(process);
        else calls = await tracer.detach();
      },
    });
    return { calls, units: figures.deliveries ?? figures.members };
  } finally {
    await process.stop();
  }
}

export async function countSystemCalls({ pattern, progress }) {
  const rows = [];
  const names = ['confabd', 'floor', 'ws', 'websocket', 'textbook'];
  for (const workload of workloads) {
    const { name, title, options, onOneProcessor } = workload;
    if (onOneProcessor) continue; // the same calls
    if (!(pattern.test(name) || pattern.test(title)) || options.rate || options.workload === 'idle' || options.tls) continue;
    if (options.members > 1000 && options.workload !== 'handshakes') continue; // the tracer takes too long, and tells the same
    const members = Math.min(options.members, 1000);
    progress(`system calls: ${title}`);
    const row = [title.replace(/^\d+ opening handshakes/, 'opening handshakes')];
    let most = '';
    for (const server of names) {
      const { calls, units } = await count(server, { ...workload, options: { ...options, members } });
      const { total, ...each } = calls;
      row.push(short(total / units));
      if (server === 'confabd')
        most = Object.entries(each).sort((a, b) => b[1] - a[1]).slice(0, 4).map(([call, n]) => `${call} ${short(n / units)}`).join(', ');
    }
    rows.push([...row, most]);
  }
  return { text: table(['per delivery, echo or handshake', ...names.map((name) => servers[name].title), 'the most of confabd'], rows) };
}
