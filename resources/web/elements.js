export const byId = (id) => document.getElementById(id);
export const onClick = (id, act) => byId(id).addEventListener('click', act);

/** A new element with its class and what is in it. */
export function create(name, className = '', ...children) {
  const element = document.createElement(name);
  element.className = className;
  element.append(...children);
  return element;
}
