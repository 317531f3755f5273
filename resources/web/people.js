// Who is in the room: the list beside the conversation.
import { create } from './elements.js';
import { write } from './words.js';

const tints = 6;

/** A round initial in a tint that a name keeps on every device. */
export function avatar(member) {
  const name = String(member.name ?? '');
  const element = create('span', 'avatar', ([...name][0] ?? '?').toLocaleUpperCase());
  let sum = 0;
  for (const character of name)
    sum = (sum * 31 + character.codePointAt(0)) % 65_521;
  element.style.setProperty('--hue', sum % tints * 360 / tints);
  element.ariaHidden = 'true';
  return element;
}

/** The member's name, and after it whether it is the host or a plain member. */
export function nameOf(member, you = false) {
  const element = create('span', 'name', create('bdi', '', String(member.name ?? '')));
  for (const tag of [you && 'you', member.id === 0 && 'host', member.plain === true && 'plain'].filter(Boolean)) {
    const label = create('small');
    write(label, tag);
    element.append(' ', label);
  }
  return element;
}

export class People {
  #list;
  #members = new Map();
  #you = null;

  constructor(list) {
    this.#list = list;
  }

  get count() {
    return this.#members.size;
  }

  reset(members = [], you = null) {
    this.#you = you;
    this.#members = new Map(members.map((member) => [member.id, member]));
    this.#show();
  }

  joined(member) {
    this.#members.set(member.id, member);
    this.#show();
  }

  left(member) {
    this.#members.delete(member.id);
    this.#show();
  }

  #show() {
    const you = (member) => member.id === this.#you?.id;
    const members = [...this.#members.values()].sort((a, b) => Number(you(b)) - Number(you(a)) || a.id - b.id);
    this.#list.replaceChildren(...members.map((member) => create('li', '', avatar(member), nameOf(member, you(member)))));
  }
}
