// Each page of the manual says the same in both languages: its Korean page, NAME.ko.md, has the same chapters, examples,
// table rows and words of the program. And it names each option of the program. Usage: node manuals.mjs SOURCE_ROOT CONFABD
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [root, confabd] = process.argv.slice(2);
/** Written by a program out of tables and measurements, in English alone. */
const englishAlone = new Set(['docs/conformance.md', 'docs/performance.md']);

const pages = ['README.md', ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];
const koreanOf = (page) => page.replace(/\.md$/, '.ko.md');

function read(page) {
  const text = readFileSync(join(root, page), 'utf8');
  const examples = [...text.matchAll(/^```\w*\n.*?^```$/gms)].map(([example]) => example);
  const prose = text.replaceAll(/^```\w*\n.*?^```$/gms, '');
  return {
    examples,
    chapters: [...prose.matchAll(/^(#+) /gm)].map(([, marks]) => marks.length),
    rows: [...prose.matchAll(/^\| *(.*?) *\|/gm)].map(([, first]) => (first.includes('`') ? first.match(/`[^`]*`/g) : 'words')),
    // The languages put them in different places, and may say one twice.
    words: [...new Set([...prose.matchAll(/`[^`]+`/g)].map(([word]) => word))].sort(),
    links: [...prose.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target),
  };
}

const english = pages.filter((page) => !page.endsWith('.ko.md') && !englishAlone.has(page));
for (const page of english) {
  assert(existsSync(join(root, koreanOf(page))), `${page} has no Korean page`);
  const [one, other] = [read(page), read(koreanOf(page))];
  for (const part of ['chapters', 'examples', 'rows', 'words']) {
    assert.deepEqual(other[part], one[part], `${koreanOf(page)} has other ${part} than ${page}`);
  }
  for (const [from, { links }] of [[page, one], [koreanOf(page), other]]) {
    for (const target of links) assert(existsSync(join(root, dirname(from), target)), `${from} leads to ${target}, which is not there`);
  }
  assert(one.links.some((target) => target.endsWith('.ko.md')) && other.links.length > 0, `${page} and its Korean page lead to each other`);
}
for (const page of pages.filter((name) => name.endsWith('.ko.md'))) {
  assert(existsSync(join(root, page.replace(/\.ko\.md$/, '.md'))), `${page} has no English page`);
}

const optionsIn = (text) => new Set([...text.matchAll(/--[a-z]+(?:-[a-z]+)*/g)].map(([option]) => option));
const known = optionsIn(execFileSync(confabd, ['--help', '--lang', 'en'], { encoding: 'utf8' }));
const named = optionsIn(['README.md', 'docs/limits.md'].map((page) => readFileSync(join(root, page), 'utf8')).join('\n'));
for (const option of known) {
  assert(named.has(option) || ['--help', '--version'].includes(option), `the manual does not name ${option}`);
}
