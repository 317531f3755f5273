// How long a program takes from being asked for to being of use, in pairs with an empty program of the same kind.
import { once } from 'node:events';
import { join } from 'node:path';
import { build, confabd, scratch, start } from './servers.mjs';
import { barRow, table } from './report.mjs';
import { judge, median, short, spread } from './statistics.mjs';

const peer = (name) => join(build, 'tests/bench', name);
const watched = { LD_PRELOAD: peer('libbench-paintwatch.so') };

const pairs = [
  {
    title: 'start: confabd to listening',
    other: 'an empty QCoreApplication that listens',
    programs: { ours: [[confabd, '--port', '0', '--json']], empty: [[peer('bench-emptyserver')]] },
  },
  {
    title: 'start: confab to a painted window',
    other: 'an empty QMainWindow',
    programs: { ours: [[join(build, 'app/confab')], watched], empty: [[peer('bench-emptywindow')], watched] },
  },
];

/** Milliseconds until it prints its first line. */
async function untilFirstLine([command, environment = {}]) {
  const begin = process.hrtime.bigint();
  const child = start(command, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, XDG_CONFIG_HOME: scratch('settings'), XDG_CACHE_HOME: scratch('cache'), ...environment },
  });
  const said = await Promise.race([once(child.stdout, 'data'), child.ended.then(() => undefined)]);
  const milliseconds = Number(process.hrtime.bigint() - begin) / 1e6;
  child.kill('SIGKILL');
  await child.ended;
  if (!said) throw new Error(`${command[0]} ended without a word`);
  return milliseconds;
}

export async function measureStart({ pattern, quick, progress }) {
  const times = quick ? 5 : 21;
  const bar = { factor: 2, of: 'empty' };
  const rows = [];
  const bars = [];
  for (const { title, other, programs } of pairs.filter((pair) => pattern.test(pair.title))) {
    progress(title);
    const samples = { ours: [], empty: [] };
    for (const program of Object.values(programs)) await untilFirstLine(program); // warms the caches
    for (let i = 0; i < times; ++i) {
      for (const name of Object.keys(samples)) samples[name].push(await untilFirstLine(programs[name]));
    }
    const verdict = judge(bar, 'ours', samples);
    bars.push(barRow(title, bar, verdict, other));
    rows.push([title, short(median(samples.ours)), spread(samples.ours), short(median(samples.empty)), spread(samples.empty),
      short(verdict.value)]);
  }
  return { rows: bars, text: table(['', 'ms', 'spread', 'empty program, ms', 'spread', 'ratio'], rows) };
}
