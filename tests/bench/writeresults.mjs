// Puts results between two marks of docs/performance.md; what people wrote around them stays.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../../docs/performance.md', import.meta.url);
const marks = ['<!-- results: written by ./dev bench --write -->', '<!-- end of results -->'];

export function writeResults(results) {
  const text = readFileSync(file, 'utf8');
  const [begin, end] = marks.map((mark) => text.indexOf(mark));
  if (begin < 0 || end < begin) throw new Error(`docs/performance.md lacks the lines ${marks.join(' and ')}`);
  writeFileSync(file, `${text.slice(0, begin + marks[0].length)}\n${results}\n${text.slice(end)}`);
}
