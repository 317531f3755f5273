// A page that comes back is given what was said while it was away.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import test from 'node:test';
import { assertQuiet, hears, join, opened, said, say, visit } from './joinpage.mjs';
import { startConfabd } from './support.mjs';

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

/** Both are in the room; Mina's page can be cut off. */
async function junAndMina(t, confabd) {
  const jun = await visit(t, confabd);
  const mina = await visit(t, confabd);
  await cuttable(mina);
  await join(jun, 'Jun');
  await join(mina, 'Mina');
  return [jun, mina];
}

const notices = (page) => page.locator('#log .notice').allTextContents();

async function away(page) {
  await page.evaluate(() => window.cut());
  await page.locator('#trouble').waitFor();
}

async function back(page) {
  await page.evaluate(() => { window.away = false; });
  await page.click('#rejoin');
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
  const folder = await mkdtemp(pathOf(tmpdir(), 'rejoin-'));
  t.after(() => rm(folder, { recursive: true }));
  const options = ['--history', pathOf(folder, 'room.sqlite'), '--replay', '2'];
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
