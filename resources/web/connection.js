// One member's place in one room: connects, says hello and comes back after a loss. Knows nothing of the page.
const subprotocol = 'confab.v1';
const shortestWait = 1000;
const longestWait = 12_000; // plus up to a quarter
const patience = 10_000; // how long it may stay CONNECTING, and must last to count as good
const silence = 30_000; // how long nothing may come after something went
const slowest = 32; // bytes a millisecond: how much of a file has gone is not told
const farewell = 3000; // how long leaving may take
const final = (code) => [1000, 1005, 1008].includes(code) || code >= 3000;

/** Events: `state`, `message` (detail: a confab.v1 object), `binary` and `closed` (wait: milliseconds, null for ever). */
export class Connection extends EventTarget {
  #address;
  #name = '';
  #pin = '';
  #socket = null;
  #announced = null;
  #failures = 0;
  #timer = 0;
  #doubt = 0;
  #leaving = false;
  #followed = {};

  constructor(address) {
    super();
    this.#address = address;
    addEventListener('online', () => this.#hurry());
    document.addEventListener('visibilitychange', () => document.hidden || this.#hurry());
    addEventListener('pageshow', (event) => event.persisted && this.#hurry());
  }

  /** The browser's own. */
  get readyState() {
    return this.#socket?.readyState ?? WebSocket.CLOSED;
  }

  /** pin: digits, or empty. */
  join(name, pin) {
    this.#name = name;
    this.#pin = pin && `?pin=${pin}`;
    this.rejoin();
  }

  /** Comes back no more by itself. */
  rest() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  /** Does nothing unless CLOSED. */
  rejoin() {
    if (this.readyState !== WebSocket.CLOSED)
      return;
    this.rest();
    this.#leaving = false;
    const socket = new WebSocket(this.#address + this.#pin, [subprotocol]);
    let openedAt = 0;
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    this.#announced = null;
    this.#doubt = setTimeout(() => socket.close(), patience);
    this.#tell('state');

    socket.onopen = () => {
      this.#trust();
      openedAt = performance.now();
      this.#tell('state');
      socket.send(JSON.stringify({ type: 'hello', name: this.#name, ...this.#followed }));
    };
    socket.onmessage = ({ data }) => {
      this.#trust();
      this.#received(data);
    };
    socket.onclose = ({ code, reason }) => {
      this.#trust();
      const opened = openedAt > 0;
      this.#failures = opened && performance.now() - openedAt > patience ? 0 : this.#failures + 1;
      const wait = this.#leaving || (opened && final(code)) ? null : this.#wait(code);
      if (wait !== null)
        this.#timer = setTimeout(() => this.rejoin(), wait);
      this.#tell('state');
      this.#tell('closed', { code, reason, opened, leaving: this.#leaving, wait });
    };
  }

  /** What it shows when it comes back: the last thing it got and the ticket of its last welcome. */
  followed(since, ticket = this.#followed.ticket) {
    this.#followed = { since, ticket };
  }

  leave() {
    this.#leaving = true;
    this.#socket.close(1000);
    this.#trust();
    this.#doubt = setTimeout(() => this.#lose(), farewell);
    this.#tell('state');
  }

  say(text, id) {
    return this.send(JSON.stringify({ type: 'say', text, id }));
  }

  /** False unless OPEN: nothing was sent. */
  send(message) {
    if (this.readyState !== WebSocket.OPEN)
      return false;
    this.#socket.send(message);
    if (message.byteLength)
      this.#trust();
    this.#doubt ||= setTimeout(() => this.#watch(), silence + this.#socket.bufferedAmount / slowest);
    return true;
  }

  // What is said comes back, but behind a file on its way, of which nothing shows until it is here.
  #watch() {
    if (this.#announced)
      this.#doubt = setTimeout(() => this.#watch(), silence);
    else
      this.#lose();
  }

  #trust() {
    clearTimeout(this.#doubt);
    this.#doubt = 0;
  }

  #lose() {
    const { onclose } = this.#socket;
    this.#socket.onclose = this.#socket.onmessage = null;
    this.#socket.close();
    this.#socket = null;
    onclose({ code: 1006, reason: '' });
  }

  // Something changed for the better: the next attempt need not wait.
  #hurry() {
    if (this.#timer)
      this.rejoin();
  }

  // 1 s, 2 s, 4 s … 15 s, a little different for everyone, so that not all come back at once.
  #wait(code) {
    const steps = Math.max(0, this.#failures - 1) + (code === 1013 ? 2 : 0);
    return Math.min(longestWait, shortestWait * 2 ** steps) * (1 + Math.random() / 4);
  }

  #received(data) {
    if (typeof data !== 'string') {
      const said = this.#announced;
      this.#announced = null;
      if (said)
        this.#tell('binary', { said, bytes: data });
      return;
    }
    let message;
    try {
      message = JSON.parse(data);
    } catch {
      return;
    }
    if (typeof message?.type !== 'string')
      return;
    if (message.type === 'said' && message.binary)
      this.#announced = message;
    else
      this.#tell('message', message);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
