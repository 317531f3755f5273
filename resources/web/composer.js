// Where a member writes: a text and at most one file, kept until they were sent.
import { byId, on, onClick } from './elements.js';
import { size } from './words.js';

export class Composer {
  #text = byId('text');
  #file = null;
  #say;
  #sendFile;

  /** say(text) and sendFile(file) answer, the latter as a promise, whether it could be sent. */
  constructor({ say, sendFile }) {
    this.#say = say;
    this.#sendFile = sendFile;
    on(this.#text, 'input', () => this.#fit());
    on(this.#text, 'keydown', (event) => {
      // While an input method composes, as for Korean, Enter belongs to it; 229 is how Safari says so.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229)
        return;
      event.preventDefault();
      this.#send();
    });
    on(byId('composer'), 'submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    onClick('attach', () => byId('file').click());
    on(byId('file'), 'change', () => this.#attach(byId('file').files[0]));
    onClick('detach', () => this.#attach(null));
    on(this.#text, 'paste', (event) => {
      const { clipboardData } = event;
      if (!clipboardData?.getData('text/html') || !clipboardData.getData('text')) // cells of a table are a picture, too
        this.#take(event, clipboardData);
    });
    on(byId('room'), 'dragover', (event) => event.preventDefault());
    on(byId('room'), 'drop', (event) => this.#take(event, event.dataTransfer));
  }

  focus() {
    this.#fit();
    this.#text.focus();
  }

  #take(event, transfer) {
    if (!transfer?.files.length)
      return;
    event.preventDefault();
    this.#attach(transfer.files[0]);
  }

  #attach(file) {
    this.#file = file;
    byId('attachment').hidden = !file;
    byId('attachment-name').textContent = file?.name;
    byId('attachment-size').textContent = file && size(file.size);
    byId('file').value = '';
    this.focus();
  }

  async #send() {
    const text = this.#text.value;
    if (text.trim() && this.#say(text))
      this.#text.value = '';
    const file = this.#file;
    this.focus();
    if (!file)
      return;
    this.#attach(null);
    if (!await this.#sendFile(file) && !this.#file)
      this.#attach(file);
  }

  #fit() {
    this.#text.style.height = 'auto';
    this.#text.style.height = `${this.#text.scrollHeight + 2}px`;
  }
}
