// Interleaved rounds, each run with a fresh server.
import { generate } from './generator.mjs';
import { onOneProcessor } from './placement.mjs';
import { isAvailable, servers, startServer } from './servers.mjs';

async function measure(server, workload, scale) {
  const under = workload.onOneProcessor ? onOneProcessor() : [];
  const process = await startServer(server, { under });
  try {
    const { seconds, ...options } = workload.options;
    return await generate(process, { ...options, ...(seconds ? { seconds: seconds * scale } : {}) }, { under });
  } finally {
    await process.stop();
  }
}

/**
 * @return for each workload: {workload, runs: {server: [figures of each round]}, failures: [words]}
 * @param scale of the measured seconds.
 */
export async function measureRounds(workloads, { rounds, scale, only = () => true, progress }) {
  const results = workloads.map((workload) => ({
    workload,
    runs: Object.fromEntries(workload.servers.map((name) => [name, []])),
    failures: workload.servers.filter((name) => !isAvailable(name)).map((name) => `${servers[name].title}: not available`),
  }));
  for (let round = 0; round < rounds; ++round) {
    for (const { workload, runs, failures } of results) {
      if (round >= (workload.rounds ?? rounds)) continue;
      progress(`round ${round + 1} of ${rounds}: ${workload.title}`);
      const order = workload.servers.filter((name) => isAvailable(name) && only(name));
      for (let i = 0; i < order.length; ++i) {
        const name = order[(i + round) % order.length];
        try {
          runs[name][round] = await measure(name, workload, scale);
        } catch (error) {
          failures.push(`${servers[name].title}, round ${round + 1}: ${error.message}`);
        }
      }
    }
  }
  return results;
}
