// What the page remembers on this device; where the browser blocks storage it simply forgets.
function reach(storage, use) {
  try {
    return use(window[storage]);
  } catch {
    return null;
  }
}

/** A value kept until it is cleared, for the next visit. */
export const recall = (key) => reach('localStorage', (storage) => storage.getItem(`confab.${key}`));
export const remember = (key, value) => reach('localStorage', (storage) => storage.setItem(`confab.${key}`, value));

/** A value of this tab alone, so that a reload goes on where it was. */
export const recallInTab = (key) => reach('sessionStorage', (storage) => storage.getItem(`confab.${key}`));
export const rememberInTab = (key, value) => reach('sessionStorage', (storage) => storage.setItem(`confab.${key}`, value));
