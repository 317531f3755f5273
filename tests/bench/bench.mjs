// ./dev bench: see --help.
import { parseArgs } from 'node:util';
import { measureInstructions } from './instructions.mjs';
import { machine } from './machine.mjs';
import { barRows, barTable, detailSections } from './report.mjs';
import { measureRounds } from './rounds.mjs';
import { measureStart } from './start.mjs';
import { countSystemCalls } from './systemcalls.mjs';
import { workloads } from './workloads.mjs';
import { writeResults } from './writeresults.mjs';

const help = `Usage: ./dev bench [OPTION …]

Measures confabd against npm ws, npm websocket, a textbook QWebSocketServer and the floor, and prints medians and bars.

  --rounds N        interleaved rounds, each with fresh servers (default 5)
  --only PATTERN    the workloads whose name or title matches
  --servers A,B     these servers only, of: confabd floor ws websocket textbook
  --quick           one round of short runs
  --instructions    instead: instructions per delivery, echo and handshake, counted by callgrind
  --system-calls    instead: system calls per delivery, counted by strace
  --start           instead: how long confabd and confab take to start
  --all             everything
  --write           put the results into docs/performance.md
  --list            name the workloads`;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    servers: { type: 'string' },
    quick: { type: 'boolean' },
    instructions: { type: 'boolean' },
    'system-calls': { type: 'boolean' },
    start: { type: 'boolean' },
    all: { type: 'boolean' },
    write: { type: 'boolean' },
    list: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
if (options.help) {
  console.log(help);
  process.exit();
}

const pattern = new RegExp(options.only);
const chosen = workloads.filter(({ name, title }) => pattern.test(name) || pattern.test(title));
if (options.list) {
  for (const { name, title } of chosen) console.log(`${name.padEnd(38)} ${title}`);
  process.exit();
}

const progress = (words) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${words}` : `${words}\n`);
const rounds = options.quick ? 1 : Number(options.rounds);
const wantsRounds = options.all || !(options.instructions || options['system-calls'] || options.start);
const named = options.servers?.split(',');
const bars = [];
const sections = [];

if (wantsRounds) {
  const only = (name) => !named || named.includes(name) || name.startsWith('confabd');
  const results = await measureRounds(chosen, { rounds, scale: options.quick ? 0.3 : 1, only, progress });
  bars.push(...barRows(results));
  sections.push(`## Rounds\n\n${detailSections(results)}`);
}
for (const [option, title, measure] of [
  ['start', 'Start', measureStart],
  ['system-calls', 'System calls', countSystemCalls],
  ['instructions', 'Instructions', measureInstructions],
]) {
  if (!options.all && !options[option]) continue;
  const { rows = [], text } = await measure({ pattern, quick: options.quick, progress });
  bars.push(...rows);
  sections.push(`## ${title}\n\n${text}`);
}
progress('');

const about = machine(rounds);
const head = bars.length ? `## Bars\n\n${barTable(bars)}\n\n` : '';
const results = `${about}\n\n${head}${sections.join('\n\n')}\n`;
console.log(results);
if (options.write) writeResults(results);
