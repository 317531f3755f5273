// Runs the load generator against a server.
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { build, start } from './servers.mjs';

/**
 * @param options the generator's, by name: {members: 100, 'in-flight': 16, tls: true}
 * @param under the command that it is run under.
 * @param atPause called with "ready" and "done", before and after the measured part, and the generator's process, which waits
 * for it.
 * @return its figures; throws with its words if it failed.
 */
export async function generate(server, options, { under = [], atPause } = {}) {
  const args = Object.entries({ port: server.port, pid: server.pid, ...options, ...(atPause ? { pause: true } : {}) })
    .flatMap(([name, value]) => (value === true ? [`--${name}`] : [`--${name}`, String(value)]));
  const child = start([...under, join(build, 'tests/bench/bench-generator'), ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let words = '';
  let figures;
  child.stderr.on('data', (data) => (words += data));
  const lines = createInterface({ input: child.stdout });
  const read = (async () => {
    for await (const line of lines) {
      if (line.startsWith('{')) {
        figures = JSON.parse(line);
      } else {
        await atPause(line, child);
        child.stdin.write('\n');
      }
    }
  })();
  const status = await child.ended;
  await read;
  if (status !== 0 || !figures) throw new Error(words.trim() || `the generator ended with ${status}`);
  return figures;
}
