// A page that comes back is given what was said while it was away.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import test from 'node:test';
import { assertQuiet, hears, join, lamp, opened, said, say, visit } from './joinpage.mjs';
import { startConfabd, startNetwork } from './support.mjs';

/** Lets away() and back() cut a page off and let it back. */
async function cuttable(page) {
  await page.addInitScript(() => {
    const sockets = new Set();
    window.WebSocket = class extends WebSocket {
      constructor(address, ...options) {
        super(window.away ? 'ws://localhost:1/' : address, ...options);
        sockets.add(this);
      }
    };
    window.cut = () => {
      window.away = true;
      for (const socket of sockets)
        socket.close(4000); // which the page did not ask for
    };
  });
  await page.reload();
}

/** Both are in the room; Mina's page can be cut off, or whatever else prepares it. */
async function junAndMina(t, confabd, prepare = cuttable) {
  const jun = await visit(t, confabd);
  const mina = await visit(t, confabd);
  await prepare(mina);
  await join(jun, 'Jun');
  await join(mina, 'Mina');
  return [jun, mina];
}

/** The options of a server that keeps a history for as long as the test runs. */
async function withHistory(t, ...options) {
  const folder = await mkdtemp(pathOf(tmpdir(), 'rejoin-'));
  t.after(() => rm(folder, { recursive: true }));
  return ['--history', pathOf(folder, 'room.sqlite'), ...options];
}

/** From now on the server takes the page for a newcomer, as if it had lost the key of its tickets. */
const forgotten = (page) => page.evaluate(() => {
  const { send } = WebSocket.prototype;
  WebSocket.prototype.send = function (message) {
    const { since, ticket, ...rest } = JSON.parse(message);
    send.call(this, JSON.stringify(rest));
  };
});

const notices = (page) => page.locator('#log .notice').allTextContents();
const aboutItself = async (page) => (await notices(page)).filter((text) => /You are in|your name|keeps|away|again/.test(text));

async function away(page) {
  await page.evaluate(() => window.cut());
  await page.locator('#trouble').waitFor();
}

async function back(page) {
  await page.evaluate(() => { window.away = false; });
  await page.click('#rejoin');
  await opened(page);
}

/** The page of this member is closed, and this other one has been told. */
async function gone(page, other) {
  const name = await page.locator('#members bdi').first().textContent(); // one's own
  const isListed = (listed) => other.waitForFunction(([wanted, expected]) => {
    const names = [...document.querySelectorAll('#members bdi')].map((element) => element.textContent);
    return names.includes(wanted) === expected;
  }, [name, listed]);
  await isListed(true); // it may not have heard that yet, either
  await page.goto('about:blank');
  await isListed(false);
}

/** It is loaded again in the same tab. */
async function loaded(page, confabd) {
  await page.goto(`http://localhost:${confabd.port}/`);
  await opened(page);
}

test('the gap is filled, files included, in the order in which it was said', async (t) => {
  const confabd = await startConfabd(t);
  const [jun, mina] = await junAndMina(t, confabd);
  await say(mina, 'before');
  await hears(jun, 'before');

  await away(mina);
  await say(jun, 'one');
  await hears(jun, 'one');
  await jun.setInputFiles('#file', { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('two') });
  await jun.click('#send');
  await hears(jun, 'notes.txt');
  await say(jun, '<b>three</b>');
  await hears(jun, '<b>three</b>');

  await back(mina);
  await say(jun, 'four');
  await hears(mina, 'four');
  const [before, one, file, three, four, ...rest] = await said(mina);
  assert.deepEqual([before, one, three, four, rest], ['before', 'one', '<b>three</b>', 'four', []]);
  assert.match(file, /3 B/);
  assert.deepEqual((await notices(mina)).filter((text) => /away|again/.test(text)), ['Connected again']);
  assert.equal(await mina.locator('#log li.own').count(), 1);

  // What was replayed is not replayed again.
  await away(mina);
  await back(mina);
  assert.equal((await said(mina)).length, 5);
  assertQuiet(jun, confabd);
});

test('a text of which nobody knew whether it arrived is found among what was missed', async (t) => {
  const confabd = await startConfabd(t);
  const [jun, mina] = await junAndMina(t, confabd);
  await mina.evaluate(() => {
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (message) {
      send.call(this, message);
      if (String(message).includes('"say"'))
        this.onmessage = null;
    };
  });
  await say(mina, 'did it arrive?');
  await hears(jun, 'did it arrive?');
  await mina.setInputFiles('#file', { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('and this?') });
  await mina.click('#send');
  await jun.locator('#log .file').waitFor();
  await away(mina);
  assert.equal(await mina.locator('#pending li.failed').count(), 2);
  await back(mina);
  await mina.locator('#log .file').waitFor();
  assert.equal(await mina.locator('#pending li').count(), 0);
  assert.equal((await said(mina)).length, 2);
  assert.equal(await mina.locator('#log li.own').count(), 2);
});

test('a reload shows the conversation again, from where this tab came in', async (t) => {
  const confabd = await startConfabd(t);
  const jun = await visit(t, confabd);
  await join(jun, 'Jun');
  await say(jun, 'before her');
  await hears(jun, 'before her');
  const mina = await visit(t, confabd);
  await join(mina, 'Mina');
  await say(mina, 'mine');
  await say(jun, 'his');
  await hears(mina, 'his');
  for (let loads = 0; loads < 2; ++loads) { // the second time it had two numbers in the room before
    await mina.reload();
    await hears(mina, 'his');
    assert.deepEqual(await said(mina), ['mine', 'his']);
    assert.equal(await mina.locator('#log li.own').count(), 1);
  }
  assertQuiet(mina, confabd);
});

test('what the server does not keep any more is counted', async (t) => {
  const confabd = await startConfabd(t, { options: ['--history-size', '2'] });
  const [jun, mina] = await junAndMina(t, confabd);
  await away(mina);
  for (const text of ['one', 'two', 'three']) {
    await say(jun, text);
    await hears(jun, text);
  }
  await back(mina);
  await hears(mina, 'three');
  assert.deepEqual(await said(mina), ['two', 'three']);
  assert.deepEqual((await notices(mina)).slice(-1), ['One message passed while you were away']);
});

test('a room with a history says so, goes on after a crash, and shows newcomers the last of it', async (t) => {
  const options = await withHistory(t, '--replay', '2');
  const confabd = await startConfabd(t, { options });
  const mina = await visit(t, confabd);
  await join(mina, 'Mina');
  for (const text of ['one', 'two', 'three']) {
    await say(mina, text);
    await hears(mina, text);
  }
  await confabd.crash();
  await mina.locator('#trouble').waitFor();
  await startConfabd(t, { options, port: confabd.port });
  const jun = await visit(t, confabd);
  await join(jun, 'Jun');
  await hears(jun, 'three');
  assert.deepEqual(await said(jun), ['two', 'three']);
  assert.equal(await jun.locator('#log li.own').count(), 0);
  assert.deepEqual((await notices(jun)).slice(0, 2), ['You are in as Jun', 'The host keeps what is said here']);
  await say(jun, 'four');

  await opened(mina);
  await hears(mina, 'four');
  assert.deepEqual(await said(mina), ['one', 'two', 'three', 'four']);
  assert.equal(await mina.locator('#log li.own').count(), 3);
  const told = (await notices(mina)).filter((text) => /keeps|away|again/.test(text));
  assert.deepEqual(told, ['The host keeps what is said here', 'Connected again']);
  await mina.reload();
  await hears(mina, 'four');
  assert.deepEqual(await said(mina), ['one', 'two', 'three', 'four']);
  assert.equal(await mina.locator('#log li.own').count(), 3);
});

for (const restarted of [false, true]) {
  test(`a page that is taken for a newcomer shows nothing twice (${restarted ? 'after' : 'without'} a restart)`, async (t) => {
    const options = await withHistory(t);
    const confabd = await startConfabd(t, { options });
    const [jun, mina] = await junAndMina(t, confabd);
    await say(jun, 'one');
    await hears(mina, 'one');
    await jun.setInputFiles('#file', { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('two') });
    await jun.click('#send');
    await mina.locator('#log .file').waitFor();
    await say(mina, 'as before');
    await hears(mina, 'as before');
    await mina.evaluate(() => { WebSocket.prototype.send = () => { delete WebSocket.prototype.send; }; });
    await say(mina, 'as before'); // and this one is never sent
    await away(mina);
    await say(jun, 'three');
    await hears(jun, 'three');
    if (restarted) {
      await confabd.crash();
      await jun.locator('#trouble').waitFor();
      await startConfabd(t, { options, port: confabd.port });
      await opened(jun);
    }
    await say(jun, 'four');
    await hears(jun, 'four');

    await forgotten(mina);
    await back(mina);
    await hears(mina, 'four');
    const [one, file, ...rest] = await said(mina);
    assert.match(file, /3 B/);
    assert.deepEqual([one, ...rest], ['one', 'as before', 'three', 'four']);
    assert.equal(await mina.locator('#log li').last().textContent(), 'Connected again');
    assert.deepEqual(await mina.locator('#pending li.failed .bubble').allTextContents(), ['as before']);
    await say(jun, 'five');
    await hears(mina, 'five');
    assert.equal((await said(mina)).length, 6);
  });
}

test('a host whose clock was put back is heard', async (t) => {
  const confabd = await startConfabd(t);
  const [jun, mina] = await junAndMina(t, confabd);
  await say(jun, 'before');
  await hears(mina, 'before');
  await away(mina);
  await confabd.crash();
  await jun.locator('#trouble').waitFor();
  await startConfabd(t, { port: confabd.port });
  await opened(jun);
  await say(jun, 'missed');
  await hears(jun, 'missed');
  await mina.evaluate(() => {
    Object.defineProperty(WebSocket.prototype, 'onmessage', { set(listener) {
      this.addEventListener('message', ({ data }) => listener({ data: data.replace(/"epoch":\d+/, '"epoch":1') }));
    } });
  });
  await back(mina);
  await say(jun, 'after');
  await hears(mina, 'after');
  assert.deepEqual(await said(mina), ['before', 'after']);
});

test('where the server took the page for a newcomer, what it does not replay is not counted', async (t) => {
  const confabd = await startConfabd(t, { options: await withHistory(t, '--replay', '2') });
  const [jun, mina] = await junAndMina(t, confabd);
  for (const text of ['one', 'two', 'three']) {
    await say(jun, text);
    await hears(mina, text);
  }
  await away(mina);
  await forgotten(mina);
  await back(mina);
  assert.deepEqual(await aboutItself(mina), ['You are in as Mina', 'The host keeps what is said here', 'Connected again']);
});

test('after a reload, what this tab has shown does not count as passed', async (t) => {
  const confabd = await startConfabd(t, { options: ['--history-size', '2'] });
  const [jun, mina] = await junAndMina(t, confabd);
  for (const text of ['one', 'two', 'three']) {
    await say(jun, text);
    await hears(mina, text);
  }
  for (let loads = 0; loads < 2; ++loads) {
    await gone(mina, jun);
    await loaded(mina, confabd);
    await hears(mina, 'three');
    assert.deepEqual(await said(mina), ['two', 'three']);
    assert.deepEqual(await aboutItself(mina), ['Connected again']);
  }

  await gone(mina, jun);
  for (const text of ['four', 'five', 'six']) {
    await say(jun, text);
    await hears(jun, text);
  }
  await loaded(mina, confabd);
  await hears(mina, 'six');
  assert.deepEqual(await said(mina), ['five', 'six']);
  assert.deepEqual(await aboutItself(mina), ['One message passed while you were away']);
});

test('what the old connection sent may arrive when the page is back', async (t) => {
  const confabd = await startConfabd(t);
  const [jun, mina] = await junAndMina(t, confabd, async (page) => {
    await page.addInitScript(() => {
      window.sending = []; // what the page has said, if it is held back
      window.WebSocket = class extends WebSocket {
        constructor(...options) {
          super(...options);
          window.socket = this;
        }

        send(message) {
          if (!window.holding || String(message).includes('"hello"'))
            super.send(message);
          else
            window.sending.push(() => super.send(message));
        }
      };
      window.lose = () => { // which the server does not hear of
        Object.defineProperty(window.socket, 'readyState', { value: WebSocket.CLOSED });
        window.socket.onmessage = null;
        window.socket.onclose({ code: 1006, reason: '' });
      };
    });
    await page.reload();
  });
  const sendsFile = async (name, content) => {
    await mina.setInputFiles('#file', { name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    await mina.click('#send');
    await mina.locator('#pending li', { hasText: name }).waitFor();
  };
  await mina.evaluate(() => { window.holding = true; });
  await say(mina, 'read late');
  await sendsFile('old.txt', 'old');
  await mina.evaluate(() => window.lose());
  assert.equal(await mina.locator('#pending li.failed').count(), 2);
  await mina.click('#rejoin');
  await opened(mina);
  await sendsFile('new.txt', 'new'); // of the same size

  await mina.evaluate(() => window.sending.splice(0, 2).forEach((send) => send()));
  await mina.locator('#log .file').waitFor();
  assert.equal(await mina.locator('#pending li.failed').count(), 0);
  assert.equal(await mina.locator('#pending li', { hasText: 'new.txt' }).count(), 1);
  assert.equal(await mina.locator('#log .file', { hasText: 'new.txt' }).count(), 0);
  await mina.evaluate(() => window.sending.pop()());
  await mina.locator('#log .file', { hasText: 'new.txt' }).waitFor();
  assert.equal(await mina.locator('#pending li').count(), 0);
  assert.equal(await mina.locator('#log li.own').count(), 3);
  await jun.locator('#log .file').nth(1).waitFor();
  assert.equal((await said(jun)).length, 3);
});

test('who comes back under another name is told so', async (t) => {
  const confabd = await startConfabd(t);
  const [jun, mina] = await junAndMina(t, confabd);
  await gone(mina, jun);
  await loaded(mina, confabd);
  assert.deepEqual(await aboutItself(mina), ['Connected again']);

  await away(mina);
  const other = await visit(t, confabd);
  await join(other, 'Mina');
  await back(mina);
  assert.deepEqual(await aboutItself(mina), ['Connected again', 'In this room your name is Mina 2']);
  await gone(mina, jun);
  await loaded(mina, confabd);
  assert.deepEqual(await aboutItself(mina), ['Connected again']);
  await gone(mina, jun);
  await gone(other, jun);
  await loaded(mina, confabd);
  assert.deepEqual(await aboutItself(mina), ['You are in as Mina']);

  const guest = await visit(t, confabd);
  await join(guest, '');
  const before = await aboutItself(guest);
  await guest.reload();
  await opened(guest);
  const name = await guest.locator('#members bdi').first().textContent();
  assert.match(name, /^Guest \d+$/);
  assert.deepEqual(await aboutItself(guest), [`You are in as ${name}`]);
  assert.notDeepEqual(await aboutItself(guest), before);
});

/** In the room over a network that can fall silent, with a clock that can be put forward. */
async function visitOverNetwork(t, confabd, prepare = () => {}) {
  const network = await startNetwork(t, confabd.port);
  const page = await visit(t, network, { locale: 'en-US', viewport: { width: 1280, height: 800 } });
  await page.clock.install();
  prepare(page);
  await join(page, 'Mina');
  return [page, network];
}

const lost = (page) => page.locator('#trouble-text', { hasText: 'The connection was lost.' }).waitFor();

test('a network that falls silent is taken for lost half a minute after something was said, however often', async (t) => {
  const confabd = await startConfabd(t);
  const jun = await visit(t, confabd);
  await join(jun, 'Jun');
  const [mina, network] = await visitOverNetwork(t, confabd);
  await say(mina, 'before');
  await hears(mina, 'before');
  await mina.clock.runFor(40_000);
  assert.equal(await lamp(mina), 'OPEN', 'nobody says anything, and nothing is wrong');

  network.silent = true;
  await say(mina, 'are you there?');
  await mina.clock.runFor(20_000);
  await say(mina, 'hello?');
  await mina.clock.runFor(5000);
  assert.equal(await lamp(mina), 'OPEN');
  await mina.clock.runFor(10_000);
  await lost(mina);
  assert.deepEqual(await mina.locator('#pending li.failed .bubble').allTextContents(), ['are you there?', 'hello?']);

  await say(jun, 'missed');
  network.silent = false;
  await mina.clock.runFor(20_000);
  await opened(mina);
  await hears(mina, 'missed');
  assert.deepEqual((await notices(mina)).slice(-1), ['Connected again']);
  assert.equal(await mina.locator('#members bdi').first().textContent(), 'Mina');
  await mina.locator('#pending button', { hasText: 'Send again' }).first().click();
  await hears(jun, 'are you there?');
});

// As Firefox has it: of a file that is on its way, all waits until all has gone.
test('a file that leaves slowly is not taken for lost', async (t) => {
  const confabd = await startConfabd(t);
  const [page] = await visitOverNetwork(t, confabd);
  await page.evaluate(() => {
    Object.defineProperty(WebSocket.prototype, 'bufferedAmount', { value: 3_200_000 });
    WebSocket.prototype.send = () => {};
  });
  await say(page, 'before it');
  await page.setInputFiles('#file', { name: 'film', mimeType: 'video/mp4', buffer: Buffer.alloc(1000) });
  await page.click('#send');
  await page.locator('#attachment').waitFor({ state: 'hidden' });
  await page.clock.runFor(120_000); // at 32 bytes a millisecond it takes 100 s
  assert.equal(await lamp(page), 'OPEN');
  await page.clock.runFor(15_000);
  await lost(page);
});

test('what comes behind a file that arrives slowly is waited for', async (t) => {
  const confabd = await startConfabd(t);
  const jun = await visit(t, confabd);
  await join(jun, 'Jun');
  let socket;
  const [page, network] = await visitOverNetwork(t, confabd, (visited) => visited.on('websocket', (opened) => { socket = opened; }));
  await page.locator('#members bdi', { hasText: 'Jun' }).waitFor();
  network.passes = 50_000;
  const announced = socket.waitForEvent('framereceived', ({ payload }) => payload.includes('"binary"'));
  await jun.setInputFiles('#file', { name: 'film', mimeType: 'video/mp4', buffer: Buffer.alloc(1_000_000) });
  await jun.click('#send');
  await announced;
  await say(page, 'loading');
  await page.clock.runFor(90_000);
  assert.equal(await lamp(page), 'OPEN');
});

test('who leaves over a network that is silent is out after three seconds', async (t) => {
  const confabd = await startConfabd(t);
  const [page, network] = await visitOverNetwork(t, confabd);
  network.silent = true;
  await page.click('#leave');
  await page.clock.runFor(3000);
  await page.locator('#trouble-text', { hasText: 'You left the room.' }).waitFor();
  assert.equal(await lamp(page), 'CLOSED 1006');
  assert.equal(await page.textContent('#rejoin'), 'Join again');
});
