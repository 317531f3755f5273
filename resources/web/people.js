// Who is in the room: the list beside the conversation.
import { words } from './words.js';

const tints = 6;

/** A round initial in a tint that a name keeps on every device. */
export function avatar(member) {
  const element = document.createElement('span');
  const name = String(member.name ?? '');
  let sum = 0;
  for (const character of name)
    sum = (sum * 31 + character.codePointAt(0)) % 65_521;
  element.className = `avatar tint-${sum % tints}`;
  element.textContent = ([...name][0] ?? '?').toLocaleUpperCase();
  element.ariaHidden = 'true';
  return element;
}

/** The member's name, and after it whether it is the host or a plain member. */
export function nameOf(member, you = false) {
  const element = document.createElement('span');
  const name = document.createElement('bdi');
  element.className = 'name';
  name.textContent = String(member.name ?? '');
  element.append(name);
  for (const tag of [you && 'you', member.id === 0 && 'host', member.plain === true && 'plain'].filter(Boolean)) {
    const label = document.createElement('small');
    label.dataset.words = tag;
    label.textContent = words(tag);
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
    this.#list.replaceChildren(...members.map((member) => {
      const item = document.createElement('li');
      item.append(avatar(member), nameOf(member, you(member)));
      return item;
    }));
  }
}
