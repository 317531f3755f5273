// Instructions in user space per delivery, echo and handshake, counted by callgrind: the same on a busy machine, so they
// can be compared from one day to the next. Each is the difference of two runs, so that starting up does not count; one long enough that
// it does not matter in how many turns members come and go.
import { readFileSync } from 'node:fs';
import { generate } from './generator.mjs';
import { scratch, servers, startServer } from './servers.mjs';
import { short } from './statistics.mjs';
import { table } from './report.mjs';

const patient = { patience: 60 };
// As many at once each time: how they fall apart into turns would else depend on how busy the machine is.
const step = { 'in-flight': 16, 'in-step': true };
const room = (title, options, sizes) => ({
  title, sizes,
  options: (messages) => ({ ...patient, ...options, messages }),
  units: (messages) => messages * (options.members ?? 1),
});

export const countedWorkloads = [
  room('delivery, 32 B, 100 members, 16 in flight', { members: 100, size: 32, ...step }, [160, 4000]),
  room('delivery, 32 B, 100 members, 1 in flight', { members: 100, size: 32 }, [50, 850]),
  room('delivery, 64 KiB, 10 members', { members: 10, size: 65536 }, [20, 60]),
  room('echo, 64 B, 1 in flight', { path: '/echo', size: 64 }, [400, 4400]),
  room('echo, 64 B, 16 in flight', { path: '/echo', size: 64, ...step }, [1600, 17_600]),
  room('echo, 64 KiB of ASCII', { path: '/echo', size: 65536 }, [20, 60]),
  room('echo, 64 KiB of Korean', { path: '/echo', size: 65536, script: 'hangul' }, [20, 60]),
  {
    title: 'opening handshake', sizes: [100, 400],
    options: (members) => ({ ...patient, workload: 'handshakes', members }),
    units: (members) => members,
  },
];

async function collected(server, options) {
  const log = scratch('callgrind.log');
  const under = ['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null', `--log-file=${log}`];
  const process = await startServer(server, { under, patience: 120_000 });
  try {
    // It is valgrind that has the process number: its time and memory tell nothing.
    await generate({ port: process.port, pid: 0 }, options);
  } finally {
    await process.stop('SIGTERM');
  }
  const counts = [...readFileSync(log, 'utf8').matchAll(/Collected : (\d+)/g)];
  if (counts.length !== 1) throw new Error(`callgrind says nothing about ${server}`);
  return Number(counts[0][1]);
}

/** Instructions per unit of a workload. */
export async function instructionsPerUnit(server, { sizes, options, units }) {
  const [small, large] = sizes;
  const difference = await collected(server, options(large)) - await collected(server, options(small));
  return difference / (units(large) - units(small));
}

export async function measureInstructions({ pattern, progress }) {
  const rows = [];
  for (const workload of countedWorkloads.filter(({ title }) => pattern.test(title))) {
    progress(`instructions: ${workload.title}`);
    const ours = await instructionsPerUnit('confabd', workload);
    const floor = await instructionsPerUnit('floor', workload);
    rows.push([workload.title, short(ours), short(floor), short(ours / floor)]);
  }
  return { text: table(['instructions per', servers.confabd.title, servers.floor.title, 'ratio'], rows) };
}
