// The join page: a name first, then the room at this page's own address.
import { Composer } from './composer.js';
import { Connection } from './connection.js';
import { Conversation } from './conversation.js';
import { byId, onClick } from './elements.js';
import { recall, recallInTab, remember, rememberInTab } from './memory.js';
import { People } from './people.js';
import { Status, closeSentence } from './status.js';
import { strings } from './strings.js';
import { startWords, words, write } from './words.js';

const address = location.origin.replace('http', 'ws') + location.pathname;
const connection = new Connection(address);
const conversation = new Conversation();
const people = new People();
const status = new Status();
const composer = new Composer({ say, sendFile });

let you = null; // the member as the room sees it; null until welcome
let name = '';
const { seen } = connection;
const mine = new Set(); // epochs and ids that this page has had
let epoch = 0;
let kept = false;
let replayed = 0; // what is still to come of before
let arrive = null; // tells that the page is in, below that
let nextId = 1;
let unread = 0;
const filesOnTheirWay = [];

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
  composer.enabled = you !== null;
}

// ── The connection ──

connection.addEventListener('state', () => {
  const state = connection.readyState;
  if (state === WebSocket.CONNECTING)
    status.trying();
  status.enter(state);
  byId('leave').disabled = state >= WebSocket.CLOSING;
});

connection.addEventListener('closed', ({ detail: { code, reason, opened, leaving, wait } }) => {
  you = null;
  filesOnTheirWay.length = 0;
  conversation.unconfirmed(code === 1009);
  if (code === 1009) // to be read when the connection is back, too
    conversation.notice('closed1009');
  people.reset();
  status.closeCode = code;
  showPresence();
  if (leaving)
    rememberInTab('tab', '');
  if (opened || leaving)
    status.explain(closeSentence(code, leaving), { code, reason, wait, button: wait === null ? 'joinAgain' : 'tryNow' });
  else
    explainRefusal(performance.now() + wait);
});

// A failed opening handshake tells a page nothing; whether the host answers a plain request tells what to look for.
async function explainRefusal(until) {
  let sentence = 'refused';
  try {
    await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(3000) });
  } catch {
    sentence = 'unreachable';
  }
  if (connection.readyState === WebSocket.CLOSED)
    status.explain(sentence, { wait: until - performance.now() });
}

const heard = {
  welcome(message) {
    const { lastSeq, since = 0, ticket } = message; // without since the room counts anew
    const back = seen.ticket;
    replayed = message.replayed;
    const missed = back ? lastSeq - since - replayed : 0;
    you = message.you;
    epoch = message.epoch;
    mine.add(`${epoch} ${you.id}`);
    people.reset(message.members, you);
    status.clear();
    if (missed)
      conversation.notice(missed === 1 ? 'missedOne' : 'missedMany', { n: missed });
    arrive = () => {
      if (!back)
        conversation.notice(name && you.name !== name ? 'renamed' : 'welcome', { name: you.name });
      else if (!missed)
        conversation.notice('rejoined');
      if (message.history && !kept)
        conversation.notice('kept');
      kept = message.history;
    };
    write(byId('empty-lead'), lastSeq ? 'emptyLate' : 'emptyLead');
    Object.assign(seen, { since: lastSeq - replayed, ticket });
    if (!replayed)
      arrive();
    rememberInTab('tab', JSON.stringify({ place: location.pathname, name, ticket, mine: [...mine] }));
    showPresence();
  },
  joined({ member }) {
    people.joined(member);
    if (member.id !== you?.id)
      conversation.notice('joined', { name: member.name });
    showPresence();
  },
  left({ member, code }) {
    people.left(member);
    conversation.notice(code === 1006 ? 'lost' : 'left', { name: member.name });
    showPresence();
  },
  said(message) {
    show(message, null);
    if (message.id !== undefined)
      conversation.delivered(message.id);
  },
  error({ code, message }) {
    const sentence = `error-${code}`;
    conversation.notice(Object.hasOwn(strings, sentence) ? sentence : 'reason', { reason: message ?? code });
  },
};

connection.addEventListener('message', ({ detail }) => {
  if (Object.hasOwn(heard, detail.type))
    heard[detail.type](detail);
});
connection.addEventListener('binary', ({ detail: { said, bytes } }) => show(said, bytes));

function show(message, bytes) {
  const own = mine.has(`${message.epoch ?? epoch} ${message.from?.id}`);
  let file = null;
  if (own && bytes && filesOnTheirWay[0]?.size === bytes.byteLength) {
    file = filesOnTheirWay.shift();
    conversation.delivered(file.id);
  }
  if (replayed && own)
    conversation.arrived(bytes?.byteLength ?? message.text);
  conversation.said(message, own, bytes, file?.name);
  byId('empty').hidden = true;
  seen.since = message.seq;
  if (replayed && !--replayed)
    arrive();
  if (document.hidden && !own) {
    unread += 1;
    showRoomName();
  }
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden || !unread)
    return;
  unread = 0;
  showRoomName();
});

// ── Saying something ──

function say(text) {
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

// ── The door, the panel of people, the keyboard of a phone ──

function enter() {
  name = byId('name').value.trim();
  byId('door').hidden = true;
  byId('room').hidden = false;
  byId('people-button').hidden = false;
  showRoomName();
  connection.join(name);
  composer.focus();
}

function showPeople(shown) {
  document.body.classList.toggle('with-people', shown);
  byId('shade').hidden = !shown;
  byId('people-button').setAttribute('aria-expanded', shown);
  byId(shown ? 'people-close' : 'people-button').focus();
}

byId('door-form').addEventListener('submit', (event) => {
  event.preventDefault();
  remember('name', byId('name').value.trim());
  enter();
});
onClick('rejoin', () => connection.rejoin());
onClick('leave', () => {
  showPeople(false);
  connection.leave();
});
onClick('people-button', () => showPeople(byId('shade').hidden));
onClick('people-close', () => showPeople(false));
onClick('shade', () => showPeople(false));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !byId('shade').hidden)
    showPeople(false);
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
byId('share-link').textContent = location.href;
byId('share').hidden = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
const joined = JSON.parse(recallInTab('tab') || '{}');
const reloaded = joined.place === location.pathname;
byId('name').value = reloaded ? joined.name : recall('name') ?? '';
startWords(() => {
  showRoomName();
  if (!byId('room').hidden)
    status.show();
});
showRoomName();
if (reloaded) {
  Object.assign(seen, { since: 0, ticket: joined.ticket });
  joined.mine.forEach((id) => mine.add(id));
  enter();
} else {
  byId('name').focus();
}
