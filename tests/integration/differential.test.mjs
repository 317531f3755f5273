// The same streams of octets for our server, npm's ws and Debian's python3-websockets: where their verdicts differ, a table has to know why
// ours is right. DIFFERENTIAL_SEED and DIFFERENTIAL_STREAMS say which streams and how many.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startConfabd } from '../peers/confabd.mjs';
import { knownDifference } from './differences.mjs';
import { verdictOf } from './rawclient.mjs';
import { Random, makeStream } from './streams.mjs';

const seed = Number(process.env.DIFFERENTIAL_SEED ?? 1);
const count = Number(process.env.DIFFERENTIAL_STREAMS ?? 300);
const maxSize = 16 * 1024 * 1024;
const together = 40;

async function startPeer(context, program, ...parameters) {
  const child = spawn(program, parameters, { stdio: ['pipe', 'pipe', 'inherit'] });
  context.after(() => child.kill());
  const [port] = await once(createInterface({ input: child.stdout }), 'line');
  return Number(port);
}

const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));
const told = ({ code, reason, messages, swallowed }) => ({
  code, reason, swallowed, messages: messages.map(([opcode, octets]) => `${opcode}: ${octets.length} octets ${octets.slice(0, 40)}`),
});

test(`${count} streams from seed ${seed}`, async (context) => {
  const confabd = await startConfabd(context);
  const peers = {
    ws: await startPeer(context, process.execPath, pathOf('npmserver.mjs'), 'ws-plain-echo', String(maxSize)),
    python: await startPeer(context, '/usr/bin/python3', pathOf('echoserver.py'), String(maxSize)),
  };
  const random = new Random(seed);
  const streams = Array.from({ length: count }, (_, number) => ({ number, ...makeStream(random) }));
  const known = new Map();
  const unexplained = [];
  const next = streams[Symbol.iterator]();
  const work = async () => {
    for (const stream of next) {
      const [ours, ...theirs] = await Promise.all([confabd.port, ...Object.values(peers)].map((port) => verdictOf(port, stream)));
      for (const [i, peer] of Object.keys(peers).entries()) {
        const why = knownDifference(peer, ours, theirs[i]);
        if (why) known.set(why, (known.get(why) ?? 0) + 1);
        if (why !== undefined) continue;
        const { number, deflate, spoilt, frames } = stream;
        const octets = frames.map((frame) => frame.toString('hex').slice(0, 300));
        unexplained.push({ peer, number, deflate, spoilt, ours: told(ours), theirs: told(theirs[i]), octets });
      }
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  for (const [why, times] of [...known].sort()) context.diagnostic(`${String(times).padStart(5)} × ${why}`);
  assert.deepEqual(unexplained, [], `seed ${seed}`);
});
