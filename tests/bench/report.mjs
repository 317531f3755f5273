// Figures as tables in Markdown, which reads well in a terminal, too.
import { servers } from './servers.mjs';
import { judge, median, short, spread } from './statistics.mjs';

/** Rows of cells as a table whose columns are aligned. */
export function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`;
  return [line(all[0]), rule, ...all.slice(1).map(line)].join('\n');
}

const samplesOf = (figure, runs) =>
  Object.fromEntries(Object.entries(runs).map(([name, figures]) => [name, figures.map((run) => (run ? figure.of(run) : NaN))]));

function details({ workload, runs, failures }) {
  const parts = [`### ${workload.title}`];
  const hasDeliveries = Object.values(runs).some((list) => list.some((run) => run?.deliveries));
  const head = ['server'];
  for (const figure of workload.figures) head.push(`${figure.title}${figure.unit ? `, ${figure.unit}` : ''}`, 'spread');
  head.push('confabd ×');
  if (hasDeliveries) head.push('deliveries/s', 'p50, µs', 'p99, µs');
  if (workload.options.workload === 'handshakes') head.push('handshakes/s');
  const [subject] = workload.servers;
  const rows = [];
  for (const name of workload.servers) {
    const good = runs[name].filter(Boolean);
    if (good.length === 0) continue;
    const middle = (of) => short(median(good.map(of)));
    const row = [servers[name].title];
    for (const figure of workload.figures) row.push(middle(figure.of), spread(good.map(figure.of)));
    const ratio = judge({ factor: Infinity, of: name }, subject, samplesOf(workload.figures[0], runs)).value;
    row.push(name === subject ? '' : short(ratio));
    if (hasDeliveries)
      row.push(middle((run) => run.deliveries / run.seconds), middle((run) => run.p50), middle((run) => run.p99));
    if (workload.options.workload === 'handshakes') row.push(middle((run) => run.members / run.openingSeconds));
    rows.push(row);
  }
  if (rows.length) parts.push(table(head, rows));
  for (const failure of failures) parts.push(`- ${failure}`);
  return parts.join('\n\n');
}

/** One row for each bar: the workload, what is asked, what was measured. */
export function barRows(results) {
  const rows = [];
  for (const { workload, runs } of results) {
    for (const figure of workload.figures) {
      for (const bar of figure.bars ?? []) {
        const verdict = judge(bar, workload.servers[0], samplesOf(figure, runs));
        rows.push(barRow(`${workload.title}: ${figure.title}`, bar, verdict, servers[bar.of]?.title));
      }
    }
  }
  return rows;
}

export function barRow(title, bar, { value, met }, other) {
  const unit = other ? ` × ${other}` : ` ${bar.of}`;
  const wanted = bar.atLeast === undefined ? `≤ ${bar.factor}${unit}` : `≥ ${bar.atLeast}${unit}`;
  if (!Number.isFinite(value)) return [title, wanted, '–', 'not measured'];
  const distance = bar.atLeast === undefined ? value / bar.factor : bar.atLeast / value;
  return [title, wanted, short(value), met ? 'met' : `missed by ${Math.round((distance - 1) * 100)} %`];
}

export const barTable = (rows) => table(['workload', 'bar', 'measured', ''], rows);

export const detailSections = (results) => results.map(details).join('\n\n');
