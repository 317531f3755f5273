// What the page remembers on this device; nothing where the browser blocks storage.
function reach(storage, method, key, ...value) {
  try {
    return window[storage][method](`confab.${key}`, ...value);
  } catch {
    return null;
  }
}

/** A value kept until it is cleared, for the next visit. */
export const recall = (key) => reach('localStorage', 'getItem', key);
export const remember = (key, value) => reach('localStorage', 'setItem', key, value);

/** A value of this tab alone, so that a reload goes on where it was. */
export const recallInTab = (key) => reach('sessionStorage', 'getItem', key);
export const rememberInTab = (key, value) => reach('sessionStorage', 'setItem', key, value);
