// 10,000 idle connections with pings on: what they cost; then SIGTERM closes each with 1001.
// Usage: CONFABD=… node idle.torture.mjs [CONNECTIONS [SECONDS]]; ./dev torture runs it, with descriptors enough.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { startConfabd } from '../peers/confabd.mjs';
import { clientFrame, join, memory, MiB, processorTime, readFrames } from './crowd.mjs';

const connections = Number(process.argv[2] ?? 10_000);
const idleSeconds = Number(process.argv[3] ?? 45); // a silent member is pinged after 20 s
const atOnce = 200;

const confabd = await startConfabd(undefined, { options: ['--max-members', String(connections)] });
try {
  const before = (await memory(confabd.pid)).now;
  const started = performance.now();
  let pings = 0;
  const codes = new Map();
  const ends = [];
  const pong = clientFrame(10, Buffer.alloc(0));
  const sockets = [];
  for (let done = 0; done < connections; done += atOnce) {
    const group = Array.from({ length: Math.min(atOnce, connections - done) },
      // Ports of one source address would run short.
      (_, index) => join(confabd.port, `127.0.0.${2 + (done + index) % 200}`));
    for (const socket of await Promise.all(group)) {
      sockets.push(socket);
      ends.push(new Promise((resolve) => socket.once('close', resolve)));
      readFrames(socket, (opcode, size, code) => {
        if (opcode === 9) {
          pings += 1;
          socket.write(pong);
        } else if (opcode === 8) {
          codes.set(code, (codes.get(code) ?? 0) + 1);
          const answer = Buffer.alloc(2);
          answer.writeUInt16BE(code);
          socket.end(clientFrame(8, answer));
        }
      });
    }
  }
  const connectSeconds = (performance.now() - started) / 1000;
  await confabd.event((event) => event.event === 'joined' && event.connections === connections, `${connections} connections`);
  const held = (await memory(confabd.pid)).now;
  const busy = await processorTime(confabd.pid);
  await sleep(idleSeconds * 1000);
  const idleBusy = await processorTime(confabd.pid) - busy;
  assert.equal(confabd.events.filter(({ event }) => event === 'left').length, 0, 'a member was lost');
  const after = (await memory(confabd.pid)).now;

  const stopping = performance.now();
  const status = await confabd.stop();
  const stopSeconds = (performance.now() - stopping) / 1000;
  await Promise.all(ends);
  console.log(`${connections} connections in ${connectSeconds.toFixed(1)} s (${(connections / connectSeconds).toFixed(0)} a second)`);
  console.log(`memory: ${(before / MiB).toFixed(1)} MiB without, ${(held / MiB).toFixed(1)} MiB with,`,
    `${(after / MiB).toFixed(1)} MiB after ${idleSeconds} s: ${((after - before) / 1024 / connections).toFixed(1)} KiB each`);
  console.log(`idle: ${pings} pings answered in ${idleSeconds} s, ${(100 * idleBusy / idleSeconds).toFixed(1)} % of a processor`);
  console.log(`SIGTERM: ended with ${status} after ${stopSeconds.toFixed(2)} s; closed with`,
    [...codes].map(([code, count]) => `${code}: ${count}`).join(', '));
  assert.equal(status, 0);
  assert.deepEqual([...codes], [[1001, connections]]);
  assert.ok(stopSeconds < 5, 'not all were closed in 5 s');
  if (idleSeconds > 25)
    assert.ok(pings >= connections, 'not every member was pinged');
} finally {
  await confabd.stop();
}
