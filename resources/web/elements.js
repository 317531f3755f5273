export const byId = (id) => document.getElementById(id);
export const on = (target, event, act) => target.addEventListener(event, act);
export const onClick = (id, act) => on(byId(id), 'click', act);

/** A new element with its class and what is in it. */
export function create(name, className = '', ...children) {
  const element = document.createElement(name);
  element.className = className;
  element.append(...children);
  return element;
}
