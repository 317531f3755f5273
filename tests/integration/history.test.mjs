// What anybody has seen in a room with a history is in the history, however the program ends.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { patience, startConfabd } from '../peers/confabd.mjs';

const { WebSocket } = createRequire(new URL('../peers/', import.meta.url))('ws');

async function folder(t) {
  const path = await mkdtemp(join(tmpdir(), 'history-'));
  t.after(() => rm(path, { recursive: true }));
  return path;
}

/** A structured member, with everything that was said to it: {seq, text} or {seq, bytes}. */
async function member(port, hello = {}, path = '/') {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, 'confab.v1');
  const seen = [];
  let announced = null;
  const welcomed = new Promise((resolve) => {
    socket.on('message', (data, isBinary) => {
      if (isBinary) {
        seen.push({ seq: announced.seq, bytes: data.toString('hex') });
        return;
      }
      const message = JSON.parse(data);
      if (message.type === 'welcome')
        resolve(message);
      else if (message.binary)
        announced = message;
      else if (message.type === 'said')
        seen.push({ seq: message.seq, text: message.text });
    });
  });
  socket.on('error', () => {}); // the server is about to be killed
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'hello', name: 'Member', ...hello }));
  return { socket, seen, welcome: await welcomed };
}

/** A plain member, with the texts that it heard. */
async function plainMember(port) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
  const seen = [];
  socket.on('message', (data, isBinary) => isBinary || seen.push(String(data)));
  socket.on('error', () => {});
  await once(socket, 'open');
  return { socket, seen };
}

async function until(condition, what) {
  for (const end = performance.now() + patience; !condition();) {
    assert.ok(performance.now() < end, `never: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function all(port, ticket) {
  const late = await member(port, { since: 0, ticket });
  await until(() => late.seen.length === late.welcome.replayed, () => `${late.seen.length} of ${late.welcome.replayed}`);
  late.socket.terminate();
  return late;
}

for (const threads of [1, 2]) {
  test(`nothing that was seen is lost by kill -9 (--threads ${threads})`, async (t) => {
    const options = ['--history', join(await folder(t), 'room.sqlite'), '--threads', String(threads)];
    let epoch = 0;
    let lastSeq = 0; // of the runs before
    for (let run = 1; run <= 5; ++run) {
      const confabd = await startConfabd(t, { options });
      const members = await Promise.all([1, 2, 3, 4].map(() => member(confabd.port)));
      const plain = await plainMember(confabd.port);
      assert.ok(members[0].welcome.epoch > epoch);
      epoch = members[0].welcome.epoch;
      assert.equal(members[0].welcome.lastSeq, lastSeq);
      let said = 0;
      const storm = setInterval(() => {
        if (said >= 1500) // who comes back is given 2000
          return;
        for (const { socket } of members) {
          for (let i = 0; i < 5; ++i)
            socket.send(JSON.stringify({ type: 'say', text: `run ${run}, ${++said}: 안녕 \u0000` }));
        }
        members[0].socket.send(Buffer.from([run, said & 0xff]));
        plain.socket.send(`plain ${run}, ${said}`);
      }, 1);
      t.after(() => clearInterval(storm));
      // Killed at some point of the storm: each run at another one.
      await until(() => members[run % 4].seen.length > 100 + 100 * run, () => `${members[run % 4].seen.length} seen`);
      await confabd.crash();
      clearInterval(storm);
      await Promise.all([...members, plain].map(({ socket }) => socket.readyState === WebSocket.CLOSED || once(socket, 'close')));

      const again = await startConfabd(t, { options });
      const { welcome: before } = members[0];
      const { seen: kept, welcome } = await all(again.port, before.ticket);
      assert.equal(welcome.since, before.lastSeq - before.replayed);
      const bySeq = new Map(kept.map((said) => [said.seq, said]));
      let compared = 0;
      for (const { seen } of members) {
        for (const saw of seen) {
          assert.deepEqual(bySeq.get(saw.seq), saw);
          ++compared;
        }
      }
      const texts = new Set(kept.map(({ text }) => text));
      for (const saw of plain.seen) {
        assert.ok(texts.has(saw.replace(/^Member( \d)?: /, '')), saw);
        ++compared;
      }
      assert.ok(compared > 500 && kept.length > 200, `${compared} compared with ${kept.length}`);
      assert.deepEqual(kept.map(({ seq }) => seq), kept.map((said, index) => kept[0].seq + index), 'one order, without a gap');
      lastSeq = welcome.lastSeq;
      await again.crash();
    }
  });
}

test('rooms have their own, and nobody gets the number of somebody of before', async (t) => {
  const options = ['--history', join(await folder(t), 'room.sqlite'), '--replay', '2'];
  const confabd = await startConfabd(t, { options });
  for (const path of ['/', '/room/a', '/room/%ED%8C%8C%EB%9E%91']) {
    const { socket, seen } = await member(confabd.port, {}, path);
    for (const text of ['one', 'two', path])
      socket.send(JSON.stringify({ type: 'say', text }));
    await until(() => seen.length === 3, () => seen);
  }
  assert.equal(await confabd.stop(), 0);
  const again = await startConfabd(t, { options });
  for (const path of ['/', '/room/a', '/room/%ED%8C%8C%EB%9E%91']) {
    const { seen, welcome } = await member(again.port, {}, path);
    await until(() => seen.length === 2, () => seen);
    assert.deepEqual(seen.map(({ text }) => text), ['two', path]);
    assert.equal(welcome.lastSeq, 3);
    assert.equal(welcome.history, true);
    assert.ok(welcome.you.id > 3, `${welcome.you.id}`);
  }
  const { welcome } = await member(again.port, {}, '/room/new');
  assert.equal(welcome.lastSeq, 0);
});

test('a newcomer is given a photograph, and no more than half of what may wait for it', async (t) => {
  const path = await folder(t);
  for (const [index, [options, sizes, given]] of [
    [[], [7_000_000, 6_000_000], 1],
    [[], [9_000_000], 0],
    [['--max-queue', '1000000'], [300_000, 150_000, 300_000], 2],
  ].entries()) {
    const confabd = await startConfabd(t, { options: ['--history', join(path, String(index)), ...options] });
    const { socket, seen } = await member(confabd.port);
    for (const size of sizes) {
      const before = seen.length;
      socket.send(Buffer.alloc(size, 7));
      await until(() => seen.length > before, () => seen.length);
    }
    const newcomer = await member(confabd.port);
    assert.equal(newcomer.welcome.replayed, given);
    await until(() => newcomer.seen.length === given, () => newcomer.seen.length);
    assert.deepEqual(newcomer.seen.map(({ bytes }) => bytes.length / 2), sizes.slice(sizes.length - given));
    assert.equal(await confabd.stop(), 0);
  }
});

/** Runs confabd until it ends, which it should do by itself. */
async function run(options) {
  const child = spawn(process.env.CONFABD, ['--port', '0', ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (data) => { words += data; });
  const [status] = await once(child, 'close');
  return { status, words };
}

test('a file that cannot be used is told before the room starts', async (t) => {
  const path = await folder(t);
  const file = join(path, 'room.sqlite');
  const confabd = await startConfabd(t, { options: ['--history', file] });
  const inUse = await run(['--history', file, '--lang', 'en']);
  assert.notEqual(inUse.status, 0);
  assert.match(inUse.words, /is in use by another program/);
  assert.match((await run(['--history', file, '--lang', 'ko'])).words, /다른 프로그램/);
  assert.equal(await confabd.stop(), 0);

  await writeFile(join(path, 'notes.txt'), 'no history at all');
  assert.match((await run(['--history', join(path, 'notes.txt'), '--lang', 'en'])).words, /is no history of a room.*was not changed/s);
  assert.match((await run(['--history', join(path, 'no', 'such', 'folder'), '--lang', 'en'])).words, /see whether its folder is there/);
  assert.match((await run(['--history', '', '--lang', 'en'])).words, /--history/);
});

/** A confabd whose disk does not answer as long as the file `stalled` is there. */
async function startOnStallingDisk(t) {
  const path = await folder(t);
  const stalled = join(path, 'stalled');
  const { ASAN_OPTIONS = '', LD_PRELOAD = '', STALLED_DISK_LIBRARY } = process.env; // a sanitizer may have its own
  const environment = {
    LD_PRELOAD: `${LD_PRELOAD} ${STALLED_DISK_LIBRARY}`,
    STALLED_DISK: stalled,
    ASAN_OPTIONS: `${ASAN_OPTIONS}:verify_asan_link_order=0`,
  };
  const confabd = await startConfabd(t, { options: ['--history', join(path, 'room.sqlite')], environment });
  return { confabd, stall: () => writeFile(stalled, ''), answer: () => rm(stalled) };
}

test('a disk that does not answer holds up neither the room nor its end', async (t) => {
  const { confabd, stall } = await startOnStallingDisk(t);
  const { socket, seen } = await member(confabd.port);
  socket.send(JSON.stringify({ type: 'say', text: 'before' }));
  await until(() => seen.length === 1, () => seen.length);
  await stall();
  socket.send(JSON.stringify({ type: 'say', text: 'meanwhile' }));
  await confabd.event(({ event }) => event === 'history-failed');
  await until(() => seen.length === 2, () => seen.length);
  socket.send(JSON.stringify({ type: 'say', text: 'after' }));
  await until(() => seen.length === 3, () => seen.length);
  const closed = once(socket, 'close');
  assert.equal(await confabd.stop(), 0);
  assert.equal((await closed)[0], 1001);
});

test('the end comes before a disk that does not answer', async (t) => {
  const { confabd, stall } = await startOnStallingDisk(t);
  const { socket, seen } = await member(confabd.port);
  await stall();
  socket.send(JSON.stringify({ type: 'say', text: 'the last words' }));
  socket.ping(); // and they have been read
  await once(socket, 'pong');
  const closed = once(socket, 'close');
  assert.equal(await confabd.stop(), 0);
  assert.equal((await closed)[0], 1001);
  assert.equal(seen.length, 1);
  assert.ok(confabd.events.some(({ event }) => event === 'history-failed'));
});

test('a disk that answers late is waited for', async (t) => {
  const { confabd, stall, answer } = await startOnStallingDisk(t);
  const { socket, seen } = await member(confabd.port);
  await stall();
  socket.send(JSON.stringify({ type: 'say', text: 'late' }));
  socket.ping();
  await once(socket, 'pong');
  assert.equal(seen.length, 0);
  await answer();
  await until(() => seen.length === 1, () => seen.length);
  assert.equal(await confabd.stop(), 0);
  assert.ok(!confabd.events.some(({ event }) => event === 'history-failed'));
});

test('a full disk is told, and the room goes on', async (t) => {
  const path = await folder(t);
  const file = join(path, 'room.sqlite');
  // The system stops files at 100 KiB.
  const wrapper = join(path, 'confabd');
  await writeFile(wrapper, `#!/bin/bash\nulimit -f 100\nexec "${process.env.CONFABD}" "$@" 2>"${path}/stderr"\n`, { mode: 0o755 });
  const program = process.env.CONFABD;
  process.env.CONFABD = wrapper;
  const starting = startConfabd(t, { options: ['--history', file, '--lang', 'en'] });
  process.env.CONFABD = program;
  const confabd = await starting;
  const { socket, seen } = await member(confabd.port);
  socket.send(JSON.stringify({ type: 'say', text: 'small' }));
  await until(() => seen.length === 1, () => seen.length);
  socket.send(Buffer.alloc(500_000));
  socket.send(JSON.stringify({ type: 'say', text: 'after' }));
  await until(() => seen.length === 3, () => seen.length);
  assert.equal(seen[2].text, 'after');
  const { file: named, detail } = await confabd.event(({ event }) => event === 'history-failed');
  assert.equal(named, file);
  assert.ok(detail);
  assert.equal((await member(confabd.port)).welcome.history, undefined);
  assert.equal(await confabd.stop(), 0);
  await copyFile(file, `${file}.copy`);
  const again = await startConfabd(t, { options: ['--history', `${file}.copy`] });
  const newcomer = await member(again.port);
  await until(() => newcomer.seen.length === 1, () => newcomer.seen.length);
  assert.equal(newcomer.seen[0].text, 'small');
});
