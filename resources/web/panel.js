// The panel of people: beside the talk, or over it where there is no room.
import { byId, on, onClick } from './elements.js';

const wide = matchMedia('(min-width: 900px)');

export class Panel {
  constructor() {
    onClick('people-button', () => this.#show(!this.isOpen));
    for (const id of ['people-close', 'shade'])
      onClick(id, () => this.close());
    on(wide, 'change', () => this.close());
    on(document, 'keydown', (event) => {
      if (event.key === 'Escape')
        this.close();
    });
  }

  /** Whether it lies over the talk. */
  get isOpen() {
    return !byId('shade').hidden;
  }

  close() {
    this.#show(false);
  }

  #show(shown) {
    if (this.isOpen === shown)
      return;
    document.body.classList.toggle('with-people', shown);
    byId('shade').hidden = !shown;
    for (const behind of document.querySelectorAll('.bar, .talk'))
      behind.inert = shown;
    byId('people-button').setAttribute('aria-expanded', shown);
    byId(shown ? 'people-close' : wide.matches ? 'scroller' : 'people-button').focus();
  }
}
