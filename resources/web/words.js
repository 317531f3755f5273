// Puts the sentences of strings.js into elements, anew when the language changes.
import { recall, remember } from './memory.js';
import { strings } from './strings.js';

const languages = ['en', 'ko'];
const valuesOf = new WeakMap();
const wished = recall('language') ?? navigator.language.slice(0, 2).toLowerCase();
let language = languages.includes(wished) ? wished : 'en';

/** The sentence of a key in the present language. */
export function words(key, values = {}) {
  return strings[key][languages.indexOf(language)].replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);
}

/** Writes a sentence into an element, where it follows the language. */
export function write(element, key, values) {
  element.dataset.words = key;
  valuesOf.set(element, values);
  element.textContent = words(key, values);
  return element;
}

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const formats = { clock, exact: { ...clock, second: '2-digit', fractionalSecondDigits: 3 }, day: { dateStyle: 'full' } };

/** Writes a moment into a <time> in one of the formats, with the full date on hover. */
export function writeTime(element, milliseconds, format = 'clock') {
  const moment = new Date(milliseconds);
  if (isNaN(moment))
    return element;
  element.dateTime = moment.toISOString();
  element.dataset.format = format;
  const written = (options) => new Intl.DateTimeFormat(language, options).format(moment);
  element.textContent = written(formats[format]);
  element.title = written({ dateStyle: 'full', timeStyle: 'medium' });
  return element;
}

/** A size for people. */
export function size(bytes) {
  const [value, unit] = bytes < 1024 ? [bytes, 'B'] : bytes < 1048576 ? [bytes / 1024, 'KiB'] : [bytes / 1048576, 'MiB'];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: unit === 'B' ? 0 : 1 }).format(value)} ${unit}`;
}

const all = (selector) => document.querySelectorAll(selector);

function writeAll() {
  document.documentElement.lang = language;
  for (const element of all('[data-words]'))
    write(element, element.dataset.words, valuesOf.get(element));
  for (const element of all('[data-label]')) {
    element.setAttribute('aria-label', words(element.dataset.label));
    if (element.matches('button'))
      element.title = words(element.dataset.label);
  }
  document.querySelector('textarea').placeholder = words('composer');
  for (const element of all('time[datetime]'))
    writeTime(element, Date.parse(element.dateTime), element.dataset.format);
  for (const button of all('.languages button'))
    button.setAttribute('aria-pressed', button.lang === language);
}

/** Fills the page and makes the language switch work; `changed` is called after each change. */
export function startWords(changed) {
  for (const button of all('.languages button')) {
    button.addEventListener('click', () => {
      language = button.lang;
      remember('language', language);
      writeAll();
      changed();
    });
  }
  writeAll();
}
