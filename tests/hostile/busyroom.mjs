// A busy room, some of whose members never read.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { startConfabd } from '../peers/confabd.mjs';
import { clientFrame, isSanitized, join, memory, MiB, readFrames } from './crowd.mjs';

/**
 * Offers `messages` messages of `size` octets to each of `readers` members that read and `silent` ones that do not. The speaker waits
 * until every reader has heard a message `window` before: the room is as fast as its readers.
 */
export async function busyRoom({ readers, silent, messages, size, window = 16, options = [] }) {
  const confabd = await startConfabd(undefined, { options });
  const sockets = [];
  try {
    const speaker = await join(confabd.port);
    sockets.push(speaker);
    readFrames(speaker, () => {});
    for (let i = 0; i < silent; ++i)
      sockets.push(await join(confabd.port));
    const silentPorts = new Set(sockets.slice(1).map((socket) => socket.localPort));
    const heard = new Array(readers).fill(0);
    let slowest = 0;
    let wake = () => {};
    for (let i = 0; i < readers; ++i) {
      const socket = await join(confabd.port);
      sockets.push(socket);
      readFrames(socket, (opcode, length) => {
        if (opcode !== 2)
          return;
        assert.equal(length, size);
        heard[i] += 1;
        if (heard[i] - 1 === slowest) {
          slowest = Math.min(...heard);
          wake();
        }
      });
    }
    const before = (await memory(confabd.pid)).now;
    const frame = clientFrame(2, Buffer.alloc(size, 'x'));
    const started = performance.now();
    for (let sent = 0; sent < messages; ++sent) {
      while (sent - slowest >= window)
        await new Promise((resolve) => { wake = resolve; });
      if (!speaker.write(frame))
        await once(speaker, 'drain');
    }
    while (slowest < messages)
      await new Promise((resolve) => { wake = resolve; });
    const seconds = (performance.now() - started) / 1000;
    const { highest } = await memory(confabd.pid);
    const cut = [];
    for (const port of silentPorts)
      cut.push((await confabd.event((event) => event.event === 'left' && event.port === port, `"left" of port ${port}`)).sentCode);
    const left = confabd.events.filter(({ event }) => event === 'left').length;
    return { seconds, rate: messages / seconds, growth: highest - before, cut, left, sanitized: await isSanitized(confabd.pid) };
  } finally {
    for (const socket of sockets)
      socket.destroy();
    await confabd.stop();
  }
}
