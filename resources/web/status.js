// What the connection is doing: the lamp, the ready states, and what is the trouble.
import { byId, create } from './elements.js';
import { strings } from './strings.js';
import { words, write, writeTime } from './words.js';

// Confab's own: the sentence says as much.
const ownReason = /^The server is stopping|^banned by the host$|^too (fast|slow): |^no sign of|RFC 6455 s/;
const states = ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'];

/** The sentence for a close: code as the browser reports it, leaving when it was this member's wish. */
export function closeSentence(code, leaving) {
  if (leaving)
    return 'closedByYou';
  if (code >= 3000)
    return 'closed4000';
  return Object.hasOwn(strings, `closed${code}`) ? `closed${code}` : 'closedOther';
}

export class Status {
  #strip;
  #state = 3;
  closeCode = null;
  count = 0; // of people; whoever changes these calls show()
  #timer = 0;

  constructor() {
    this.#strip = states.map((word, state) => {
      const item = create('li', 'lamp', create('span', 'shape'), create('span', '', word), create('time'));
      item.dataset.state = state;
      return item;
    });
    byId('strip').append(...this.#strip);
  }

  /** The ready state as the browser has it now; the strip notes when it was entered. */
  enter(state) {
    if (state === 0) {
      this.closeCode = null;
      for (const item of this.#strip)
        item.lastChild.replaceWith(create('time'));
    }
    for (const [index, item] of this.#strip.entries()) {
      item.classList.toggle('now', index === state);
      item.ariaCurrent = index === state;
    }
    if (!this.#strip[state].lastChild.dateTime)
      writeTime(this.#strip[state].lastChild, Date.now(), 'exact');
    this.#state = state;
    this.show();
  }

  show() {
    const closed = this.closeCode === null ? states[3] : `CLOSED ${this.closeCode}`;
    byId('lamp').hidden = false;
    byId('lamp').dataset.state = this.#state;
    byId('lamp-word').textContent = this.#state === 3 ? closed : states[this.#state];
    this.#strip[3].children[1].textContent = closed;
    write(byId('lamp-meaning'), `state${this.#state}`);
    byId('lamp-count').textContent = this.count ? `· ${words('here', { n: this.count })}` : '';
    byId('people-count').textContent = this.count || '';
  }

  /** Says what happened; wait is in milliseconds until the next attempt, null when there will be none. */
  explain(sentence, { reason, wait, button = 'tryNow', ...values }) {
    write(byId('trouble-text'), sentence, values);
    write(byId('trouble-reason'), 'reason', { reason });
    byId('trouble-reason').hidden = !reason || ownReason.test(reason);
    write(byId('rejoin'), button);
    byId('rejoin').hidden = false;
    byId('trouble').hidden = false;
    byId('trouble-wait').hidden = wait === null;
    clearInterval(this.#timer);
    if (wait === null)
      return;
    const until = performance.now() + wait;
    const countDown = () => write(byId('trouble-wait'), 'waiting', { n: Math.max(0, Math.ceil((until - performance.now()) / 1000)) });
    this.#timer = setInterval(countDown, 500);
    countDown();
  }

  /** The next attempt has begun: what happened stays readable until it succeeds. */
  trying() {
    clearInterval(this.#timer);
    byId('rejoin').hidden = true;
    byId('trouble-wait').hidden = false;
    write(byId('trouble-wait'), 'connecting');
  }

  clear() {
    clearInterval(this.#timer);
    byId('trouble').hidden = true;
  }
}
