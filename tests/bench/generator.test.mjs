// The bench measures servers; this tests the bench: good servers pass, and each kind of fault is seen.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { generate } from './generator.mjs';
import { onOneProcessor } from './placement.mjs';
import { startServer } from './servers.mjs';
import { judge, median } from './statistics.mjs';

const { WebSocketServer } = createRequire(new URL('../peers/package.json', import.meta.url))('ws');

/** Runs the generator against a fresh server. */
async function run(name, options, serverOptions = []) {
  const server = await startServer(name, { options: serverOptions });
  try {
    return await generate(server, { patience: 20, ...options });
  } finally {
    await server.stop();
  }
}

for (const name of ['floor', 'confabd', 'ws', 'wsAddon', 'websocket', 'textbook']) {
  describe(name, () => {
    test('every member gets every message', async () => {
      const figures = await run(name, { members: 5, messages: 300, 'in-flight': 7, size: 200 });
      assert.equal(figures.messages, 300);
      assert.equal(figures.deliveries, 1500);
      assert.ok(figures.serverSeconds > 0);
      assert.ok(figures.p50 > 0 && figures.p99 >= figures.p50);
    });

    test('echoes of all lengths of a frame', async () => {
      const sizes = [10, 125, 126, 65535, 65536, 300_001].filter((size) => size <= (name === 'websocket' ? 65536 : Infinity)); // its limit
      for (const size of sizes) {
        const figures = await run(name, { path: '/echo', messages: 6, 'in-flight': 2, size, script: 'hangul' });
        assert.equal(figures.deliveries, 6);
      }
    });

    test('handshakes and silence', async () => {
      const { members, openingSeconds } = await run(name, { workload: 'handshakes', members: 50 });
      assert.equal(members, 50);
      assert.ok(openingSeconds > 0);
      const { seconds } = await run(name, { workload: 'idle', members: 3, 'warm-up': 0, seconds: 0.1 });
      assert.ok(seconds >= 0.1);
    });
  });
}

for (const [name, has] of [['ws', false], ['wsAddon', process.arch === 'x64']]) { // for others it comes without a compiled one
  test(`${name} has ${has ? 'the' : 'no'} addon for masking`, async () => {
    const server = await startServer(name);
    try {
      assert.equal(readFileSync(`/proc/${server.pid}/maps`, 'utf8').includes('bufferutil'), has);
    } finally {
      await server.stop();
    }
  });
}

for (const options of [[], ['--threads', '2'], ['--no-compression']]) {
  test(`confabd ${options.join(' ')}: large messages to many members`, async () => {
    const figures = await run('confabd', { members: 90, messages: 60, 'in-flight': 3, size: 40_000 }, options);
    assert.equal(figures.deliveries, 5400);
  });
}

test('messages come at the pace that is asked for', async () => {
  const { messages } = await run('floor', { members: 2, rate: 500, 'warm-up': 0, seconds: 0.2 });
  assert.equal(messages, 100);
});

test('messages come in step', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  const sizes = [];
  server.on('connection', (member, { socket }) => {
    socket.on('data', ({ length }) => sizes.push(length));
    member.on('message', (data) => member.send(String(data)));
  });
  await once(server, 'listening');
  await generate({ port: server.address().port, pid: process.pid }, { messages: 40, 'in-flight': 16, 'in-step': true });
  server.close();
  const frame = 6 + 32;
  assert.deepEqual(sizes.filter((size) => size % frame === 0), [16 * frame, 16 * frame, 8 * frame]);
});

test('over TLS', async () => {
  const { deliveries } = await run('wsTls', { members: 3, messages: 20, size: 40_000, tls: true });
  assert.equal(deliveries, 60);
});

test('it pauses before and after what is measured', async () => {
  const server = await startServer('floor');
  const words = [];
  await generate(server, { messages: 3 }, { atPause: async (word) => words.push(word) });
  await server.stop();
  assert.deepEqual(words, ['ready', 'done']);
});

test('server and generator share one processor if they are to', async () => {
  const under = onOneProcessor();
  const server = await startServer('floor', { under });
  const processors = ({ pid }) => readFileSync(`/proc/${pid}/status`, 'utf8').match(/^Cpus_allowed_list:\s*(.*)$/m)[1];
  let generators;
  await generate(server, { messages: 3 }, {
    under,
    atPause: async (word, generator) => (generators = processors(generator)),
  });
  assert.match(processors(server), /^\d+$/);
  assert.equal(generators, processors(server));
  await server.stop();
});

const faults = {
  '--drop': /got message \d+ where message \d+ was due/,
  '--swap': /got message \d+ where message \d+ was due/,
  '--twice': /once more, or too late/,
  '--corrupt': /altered/,
};
for (const [fault, words] of Object.entries(faults)) {
  test(`a server that does this is caught: ${fault}`, () =>
    assert.rejects(run('floor', { members: 3, messages: 200, 'in-flight': 4 }, [fault]), words));
}

test('those who read late get everything, too', async () => {
  for (const options of [[], ['--threads', '2']]) {
    const figures = await run('confabd', { members: 50, messages: 100, witnesses: 4 }, options);
    assert.equal(figures.messages, 100);
    assert.equal(figures.deliveries, 5000);
  }
});

const lateFaults = { ...faults, '--drop': /has not got everything that the witnesses have/ };
for (const [fault, words] of Object.entries(lateFaults)) {
  test(`late readers catch a server that does this: ${fault}`, () =>
    assert.rejects(run('floor', { members: 4, messages: 100, witnesses: 2, patience: 0.5 }, [fault]), words));
}

test('a message that never comes ends the run', () =>
  // One at a time: nothing comes behind the one that is lost.
  assert.rejects(run('floor', { members: 3, messages: 200, patience: 0.5 }, ['--drop']), /nothing arrives any more/));

test('medians and bars', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  const samples = { confabd: [2, 30, 4], floor: [1, 10, 4] };
  assert.deepEqual(judge({ factor: 1.9, of: 'floor' }, 'confabd', samples),
    { bar: { factor: 1.9, of: 'floor' }, value: 2, met: false, isRatio: true });
  assert.equal(judge({ factor: 4, of: 'KiB' }, 'confabd', samples).met, true);
  assert.equal(judge({ atLeast: 1.5, of: 'floor' }, 'confabd', samples).met, true);
  assert.ok(Number.isNaN(judge({ factor: 1, of: 'floor' }, 'confabd', { confabd: [], floor: [1] }).value));
});
