// The join page: a name first, then the room at this page's own address.
import { Composer } from './composer.js';
import { Connection } from './connection.js';
import { Conversation } from './conversation.js';
import { byId, on, onClick } from './elements.js';
import { recall, recallInTab, remember, rememberInTab } from './memory.js';
import { Panel } from './panel.js';
import { People } from './people.js';
import { Status, closeSentence } from './status.js';
import { strings } from './strings.js';
import { startWords, words, write } from './words.js';

const longestText = 65_536; // as confab.v1 has it
const address = location.origin.replace('http', 'ws') + location.pathname;
const connection = new Connection(address);
const conversation = new Conversation();
const people = new People();
const panel = new Panel();
const status = new Status();
const composer = new Composer({ say, sendFile });

let you = null; // the member as the room sees it; null until welcome
let epoch = 0;
let latest = { epoch: 0, seq: 0 }; // the last message on the page
let toReplay = 0; // messages from before the welcome that are still to come
let missed = 0; // messages that never will
let history = false; // whether the room keeps one
let kept = false; // and whether that was told
let nextId = 1;
let unread = 0;
const filesOnTheirWay = [];
// For a reload: place, name (as typed), called (as given), draft, ticket, the epochs and ids that were mine, the seq reached.
const tab = { mine: [], reached: 0 };
let pin = location.hash.match(/^#pin=(\d+)/)?.[1] ?? '';

function roomName() {
  const segment = location.pathname.match(/^\/room\/([^/]+)/)?.[1];
  try {
    return segment ? decodeURIComponent(segment) : words('mainRoom');
  } catch {
    return segment;
  }
}

function showRoomName() {
  byId('room-name').textContent = byId('room').hidden ? 'Confab' : roomName();
  byId('door-room').textContent = roomName();
  document.title = `${unread ? `(${unread}) ` : ''}${roomName()} · Confab`;
}

function showPresence() {
  status.count = people.count;
  status.show();
  byId('send').disabled = !you;
}

// The connection

on(connection, 'state', () => {
  const state = connection.readyState;
  byId('leave').disabled = state >= WebSocket.CLOSING;
  if (document.activeElement.matches('#leave:disabled, #rejoin')) // which goes
    byId(panel.isOpen ? 'people-close' : 'scroller').focus();
  if (state === WebSocket.CONNECTING)
    status.trying();
  status.enter(state);
});

on(connection, 'closed', ({ detail: { code, reason, opened, leaving, wait } }) => {
  you = null;
  filesOnTheirWay.length = 0;
  conversation.unconfirmed(code === 1009);
  if (code === 1009) // to be read when the connection is back, too
    conversation.notice('closed1009');
  people.reset();
  status.closeCode = code;
  showPresence();
  if (leaving)
    tab.place = null;
  keepTab();
  if (opened || leaving)
    status.explain(closeSentence(code, leaving), { code, reason, wait, button: wait === null ? 'joinAgain' : 'tryNow' });
  else
    explainRefusal(performance.now() + wait);
});

// A failed opening handshake tells a page nothing; a plain request is told what it would be refused for.
const askHost = () => fetch('/admission', { headers: { 'Confab-Pin': pin }, cache: 'no-store', signal: AbortSignal.timeout(900) });

const wantsPin = ({ headers }) => headers.get('WWW-Authenticate')?.startsWith('PIN');

async function explainRefusal(until) {
  let sentence = 'refused';
  let says = [];
  let final = {};
  try {
    const answer = await askHost();
    if (wantsPin(answer)) {
      askPin(pin || byId('pin').value ? 'pinWrong' : 'pin');
      byId('pin').focus();
      return;
    }
    says = answer.ok ? [] : (await answer.text()).split('\n\n');
    if (says.length === 2 && answer.headers.get('Content-Type')?.includes('plain')) { // not a proxy's
      sentence = 'asHost';
      if (answer.status === 403) { // a ban
        connection.rest();
        final = { wait: null, button: 'joinAgain' };
      }
    }
  } catch {
    sentence = 'unreachable';
  }
  if (connection.readyState === WebSocket.CLOSED)
    status.explain(sentence, { ...says, wait: until - performance.now(), ...final });
}

function askPin(sentence) {
  connection.rest();
  panel.close();
  byId('pin-part').hidden = false;
  write(byId('pin-hint'), sentence);
  showRoom(false);
}

const heard = {
  welcome(message) {
    const { lastSeq, replayed, since, ticket } = message;
    const start = lastSeq - replayed;
    ({ you, epoch, history } = message);
    toReplay = replayed;
    if (epoch < latest.epoch) // the host's clock was put back
      latest = { epoch, seq: 0 };
    // Without since this is a newcomer, or the room counts anew.
    const beginning = history || !tab.ticket ? start : 0;
    const reached = since === undefined ? beginning : Math.max(since, tab.reached);
    missed = Math.max(0, start - reached);
    Object.assign(tab, { place: location.pathname, ticket, reached: Math.max(start, reached) });
    tab.mine.push(`${epoch} ${you.id}`);
    connection.followed(start, ticket);
    if (pin)
      window.history.replaceState(null, '', `#pin=${pin}`);
    byId('share-link').textContent = location.href;
    people.reset(message.members, you);
    status.clear();
    if (missed)
      conversation.notice(missed === 1 ? 'missedOne' : 'missedMany', { n: missed });
    write(byId('empty-lead'), lastSeq ? 'emptyLate' : 'emptyLead');
    if (!replayed)
      showThatIn();
    keepTab();
    showPresence();
  },
  joined({ member }) {
    people.joined(member);
    if (member.id !== you?.id)
      conversation.presence('joined', member);
    showPresence();
  },
  left({ member, code }) {
    people.left(member);
    conversation.presence(code === 1006 ? 'lost' : 'left', member);
    showPresence();
  },
  said(message) {
    follow(message, null);
    if (message.id !== undefined)
      conversation.delivered(message.id);
  },
  told(message) {
    conversation.notice('alone');
    show(message, null, '');
  },
  error({ code, message }) {
    const sentence = `error-${code}`;
    conversation.notice(Object.hasOwn(strings, sentence) ? sentence : 'reason', { reason: message ?? code });
  },
};

on(connection, 'message', ({ detail }) => {
  if (Object.hasOwn(heard, detail.type))
    heard[detail.type](detail);
});
on(connection, 'binary', ({ detail: { said, bytes } }) => follow(said, bytes));

// Who is taken for a newcomer is given again what the page shows.
function follow(message, bytes) {
  const { seq, from } = message;
  const run = message.epoch ?? epoch;
  if (run > latest.epoch || (run === latest.epoch && seq > latest.seq)) {
    latest = { epoch: run, seq };
    show(message, bytes, `${run} ${from?.id}`);
  }
  connection.followed(seq);
  tab.reached = Math.max(tab.reached, seq);
  if (toReplay && !--toReplay)
    showThatIn();
}

function show(message, bytes, author) {
  const own = tab.mine.includes(author);
  let file = null;
  if (own && author !== tab.mine.at(-1)) {
    conversation.foundAgain(bytes?.byteLength ?? message.text);
  } else if (own && bytes && filesOnTheirWay[0]?.size === bytes.byteLength) {
    file = filesOnTheirWay.shift();
    conversation.delivered(file.id);
  }
  conversation.said(message, own, bytes, file?.name);
  byId('empty').hidden = true;
  if (document.hidden && !own) {
    unread += 1;
    showRoomName();
  }
}

// Below what was said before.
function showThatIn() {
  const { name } = you;
  if (name !== tab.called)
    conversation.notice(tab.name && name !== tab.name ? 'renamed' : 'welcome', { name });
  else if (!missed)
    conversation.notice('rejoined');
  if (history && !kept)
    conversation.notice('kept');
  kept = history;
  tab.called = name;
}

on(document, 'visibilitychange', () => {
  keepTab();
  if (!document.hidden) {
    unread = 0;
    showRoomName();
  }
});

// place is null once the person has left, and undefined before the first welcome.
function keepTab() {
  tab.draft = byId('text').value.slice(0, longestText);
  if (tab.place !== undefined)
    rememberInTab('tab', JSON.stringify(tab));
}
addEventListener('pagehide', keepTab);

// Saying something

function say(text) {
  if (text.length > longestText) {
    conversation.notice('error-text-too-long');
    conversation.toEnd();
    return false;
  }
  const id = `t${nextId++}`;
  if (!you || !connection.say(text, id))
    return false;
  conversation.sending(id, text, () => say(text));
  return true;
}

async function sendFile(file) {
  try {
    return sendBytes(await file.arrayBuffer(), file.name);
  } catch {
    conversation.notice('unreadableFile', { file: file.name });
    return true;
  }
}

function sendBytes(bytes, fileName) {
  const id = `f${nextId++}`;
  if (!you || !connection.send(bytes))
    return false;
  filesOnTheirWay.push({ id, size: bytes.byteLength, name: fileName });
  conversation.sending(id, fileName, () => sendBytes(bytes, fileName), bytes.byteLength);
  return true;
}

// The door, coming back and leaving, the keyboard of a phone

function showRoom(shown) {
  byId('door').hidden = shown;
  byId('room').hidden = !shown;
  byId('people-button').hidden = !shown;
  showRoomName();
}

function enter() {
  tab.name = byId('name').value.trim();
  showRoom(true);
  connection.join(tab.name, pin);
  composer.focus();
}

on(byId('door-form'), 'submit', (event) => {
  event.preventDefault();
  const typed = byId('pin').value.normalize('NFKC');
  if (typed)
    pin = typed.replace(/\D/g, '');
  enter();
  remember('name', tab.name);
});
onClick('rejoin', () => connection.rejoin());
onClick('leave', () => {
  panel.close();
  connection.leave();
});

// Where the keyboard covers the page instead of shrinking it (iOS), the page shrinks itself.
visualViewport?.addEventListener('resize', () => {
  const { height, scale } = visualViewport;
  const covered = innerHeight - height > 80 && scale === 1;
  document.documentElement.style.setProperty('--height', covered ? `${height}px` : '100dvh');
  if (covered)
    scrollTo(0, 0);
});

byId('address').textContent = address;
byId('share').hidden = /^(localhost|127\.|\[::1)/.test(location.hostname);
const before = JSON.parse(recallInTab('tab') || '{}');
const reloaded = before.place === location.pathname;
byId('name').value = reloaded ? before.name : recall('name') ?? '';
startWords(() => {
  showRoomName();
  if (!byId('room').hidden)
    status.show();
});
showRoomName();
if (reloaded) {
  Object.assign(tab, before);
  connection.followed(0, tab.ticket);
  byId('text').value = tab.draft ?? '';
  enter();
} else {
  byId('name').focus();
  askHost().then((answer) => wantsPin(answer) && askPin(pin ? 'pinWrong' : 'pin'), () => {});
}
on(window, 'hashchange', () => location.reload());
