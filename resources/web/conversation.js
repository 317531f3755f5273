// The conversation as people read it. Whatever a member said is written as text, never as markup.
import { addressOf, kindOf } from './binary.js';
import { withNamedControls } from './controls.js';
import { byId, create, on, onClick } from './elements.js';
import { avatar, nameOf } from './people.js';
import { size, words, write, writeTime } from './words.js';

const longestLog = 2000; // entries kept on the page; the oldest go first, their pictures with them
const longestPresence = 200; // of these, comings and goings
const mostBytes = 2 ** 28; // of files in them
const sameBreath = 5 * 60_000; // what one member says within this time is one group
const nearTheEnd = 64; // pixels

function button(key, act) {
  const element = write(create('button', 'quiet-button'), key);
  on(element, 'click', act);
  return element;
}

export class Conversation {
  #scroller = byId('scroller');
  #log = byId('log');
  #pending = byId('pending');
  #newer = byId('newer');
  #atEnd = true;
  #top = 0;
  #bytes = 0;
  #presence = [];
  #last = null;
  #shownDay = new Date().toDateString();
  #waiting = new Map();
  #lost = new Set();

  constructor() {
    const scroller = this.#scroller;
    scroller.addEventListener('scroll', () => {
      const near = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearTheEnd;
      if (near || scroller.scrollTop < this.#top) // a page that grows moves away from its end, but nobody went up
        this.#follow(near);
      this.#top = scroller.scrollTop;
      if (near)
        this.#newer.hidden = true;
    }, { passive: true });
    onClick('newer', () => this.toEnd());
    const keep = new ResizeObserver( // once a frame: asking for the layout with each entry takes seconds
      () => this.#atEnd && this.toEnd());
    for (const element of [scroller, this.#log, this.#pending])
      keep.observe(element);
  }

  toEnd() {
    this.#follow(true);
    this.#newer.hidden = true;
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#top = this.#scroller.scrollTop;
  }

  // At the end nothing is held in place: as the oldest entries go, that would look like going up.
  #follow(atEnd) {
    this.#atEnd = atEnd;
    this.#scroller.style.overflowAnchor = atEnd ? 'none' : 'auto';
  }

  /** A line about the room itself. */
  notice(key, values) {
    this.#last = null;
    return this.#add(create('li', 'notice', write(create('span'), key, values)));
  }

  presence(key, values) {
    this.#presence.push(this.notice(key, values));
    if (this.#presence.length > longestPresence)
      this.#presence.shift().remove();
  }

  /** A `said` of the room; bytes when it announced a binary message, file when they came from this page. */
  said(message, own, bytes, file) {
    const from = message.from ?? {};
    const time = message.time ?? Date.now();
    this.#day(time);
    const first = !(this.#last?.id === from.id && this.#last.name === from.name && time - this.#last.time < sameBreath);
    const who = create('p', 'who', nameOf(from), ' ', writeTime(create('time'), time));
    const content = bytes
      ? this.#binary(bytes, message, file)
      : this.#text(String(message.text ?? ''));
    const item = create('li', 'message', create('div', 'body', who, content));
    item.classList.toggle('own', own);
    item.classList.toggle('first', first);
    if (first && !own)
      item.prepend(avatar(from));
    this.#add(item, bytes?.byteLength);
    this.#last = message.seq ? { id: from.id, name: from.name, time } : null;
  }

  /** Shows what is on its way, until delivered() or unconfirmed(); content is a text, or the size of a file. */
  sending(id, label, again, content = label) {
    const state = write(create('p', 'state'), 'sending');
    const item = create('li', 'message own first', create('div', 'body', this.#text(label), state));
    this.#waiting.set(id, { item, state, again, content, size: content.length ?? content });
    this.#pending.append(item);
    this.toEnd();
  }

  delivered(id) {
    this.#waiting.get(id)?.item.remove();
    this.#waiting.delete(id);
  }

  /** The connection ended: nobody knows whether these arrived. If it ended over one too large, that is the largest. */
  unconfirmed(tooLarge) {
    const lost = [...this.#waiting.values()];
    const largest = tooLarge && Math.max(...lost.map(({ size }) => size));
    for (const one of lost) {
      const { item, state, again, size } = one;
      const dismiss = () => {
        this.#forget(one);
        this.#scroller.focus();
      };
      const choices = create('p', '', button('dismiss', dismiss));
      if (size !== largest)
        choices.prepend(button('sendAgain', () => again() && dismiss()), ' ');
      write(state, size === largest ? 'tooLarge' : 'unconfirmed');
      state.after(choices);
      item.classList.add('failed');
      this.#lost.add(one);
    }
    this.#waiting.clear();
  }

  /** This came from an earlier connection of the page: if it was perhaps lost, it was not. */
  foundAgain(content) {
    const found = [...this.#lost].find((one) => one.content === content);
    if (found)
      this.#forget(found);
  }

  #forget(one) {
    one.item.remove();
    this.#lost.delete(one);
  }

  #text(text) {
    const bubble = create('div', 'bubble');
    bubble.dir = 'auto';
    bubble.textContent = withNamedControls(text);
    return bubble;
  }

  #binary(bytes, { from, seq }, file) {
    const kind = kindOf(bytes);
    const address = addressOf(bytes, kind);
    const save = create('a', 'file');
    const name = create('span', 'file-name');
    save.href = address;
    save.download = file ?? `confab-${seq}.${kind.ending}`;
    if (file)
      name.textContent = file;
    else
      write(name, 'file', { kind: kind.ending.toUpperCase() });
    save.append(create('span', 'file-text', name, create('span', 'file-size', size(bytes.byteLength))), write(create('span', 'save'), 'save'));
    const bubble = create('div', 'bubble binary', save);
    if (kind.image) {
      const picture = create('img', 'picture');
      const link = create('a', 'picture-link', picture);
      link.href = address;
      link.target = '_blank';
      picture.alt = words('picture', from);
      on(picture, 'error', () => link.remove());
      picture.src = address;
      bubble.prepend(link);
    }
    return bubble;
  }

  // A heading where the day changes; today needs none.
  #day(time) {
    const day = new Date(time).toDateString();
    if (day === this.#shownDay)
      return;
    this.#add(create('li', 'notice', writeTime(create('time'), time, 'day')));
    this.#shownDay = day;
    this.#last = null;
  }

  #add(item, bytes = 0) {
    const log = this.#log;
    log.append(item);
    item.bytes = bytes;
    this.#bytes += bytes;
    for (;;) {
      const oldest = log.childElementCount > longestLog ? log.firstChild
        : this.#bytes > mostBytes && [...log.children].find(({ bytes }) => bytes && bytes < this.#bytes);
      if (!oldest)
        break;
      this.#bytes -= oldest.bytes;
      URL.revokeObjectURL(oldest.querySelector('.file')?.href);
      oldest.remove();
    }
    if (!this.#atEnd && item.classList.contains('message'))
      this.#newer.hidden = false;
    return item;
  }
}
