// Who is in the room: the list beside the conversation.
import { byId, create } from './elements.js';
import { write } from './words.js';

/** A round initial in a hue that a name keeps on every device. */
export function avatar(member) {
  const name = String(member.name ?? '');
  const element = create('span', 'avatar', ([...name][0] ?? '?').toLocaleUpperCase());
  element.style.setProperty('--hue', [...name].reduce((hue, character) => (hue * 31 + character.codePointAt(0)) % 360, 0));
  element.ariaHidden = 'true';
  return element;
}

/** The member's name, and after it whether it is the host or a plain member. */
export function nameOf(member, you = false) {
  const element = create('span', 'name', create('bdi', '', String(member.name ?? '')));
  for (const tag of [you && 'you', member.id === 0 && 'host', member.plain === true && 'plain'].filter(Boolean))
    element.append(' ', write(create('small'), tag));
  return element;
}

export class People {
  #list = byId('members');
  #items = new Map();
  #you = null;

  get count() {
    return this.#items.size;
  }

  reset(members = [], you = null) {
    this.#you = you;
    this.#items.clear();
    this.#list.replaceChildren();
    for (const member of members)
      this.joined(member);
  }

  /** You come first, then who has been here longest: usually a newcomer is the last. */
  joined(member) {
    this.left(member);
    const you = member.id === this.#you?.id;
    const item = create('li', '', avatar(member), nameOf(member, you));
    item.value = you ? -1 : member.id;
    let next = null;
    for (let last = this.#list.lastChild; last?.value > item.value; last = last.previousSibling)
      next = last;
    this.#list.insertBefore(item, next);
    this.#items.set(member.id, item);
  }

  left(member) {
    this.#items.get(member.id)?.remove();
    this.#items.delete(member.id);
  }
}
