// 20 of 70 members never read while 31 MiB are offered to each: what it costs the others, and the server.
// Usage: CONFABD=… node neverreading.torture.mjs [ROUNDS [SIZE]]; ./dev torture runs it.
import assert from 'node:assert/strict';
import { busyRoom } from './busyroom.mjs';
import { MiB } from './crowd.mjs';

const readers = 50;
const silent = 20;
const size = Number(process.argv[3] ?? 32 * 1024);
const messages = Math.ceil(31 * MiB / size);
const backlog = 16 * MiB; // --max-queue's default
const rounds = Number(process.argv[2] ?? 5);

const middle = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const inMiB = (octets) => `${(octets / MiB).toFixed(1)} MiB`;

const ratios = [];
const ratiosAlone = [];
const extra = [];
const kinds = { 'all read': { readers: readers + silent, silent: 0 }, 'some silent': { readers, silent }, 'fewer members': { readers, silent: 0 } };
for (let round = 0; round < rounds; ++round) {
  // In changing order, so that what else the machine does falls on all alike.
  const order = Object.keys(kinds);
  order.push(...order.splice(0, round % order.length));
  const results = {};
  for (const kind of order)
    results[kind] = await busyRoom({ ...kinds[kind], messages, size });
  const crowded = results['some silent'];
  assert.equal(results['all read'].left, 0, 'a member that read was cut');
  assert.equal(crowded.left, silent, 'a member that read was cut, or a silent one was not');
  assert.deepEqual(crowded.cut, new Array(silent).fill(1013));
  ratios.push(crowded.rate / results['all read'].rate);
  ratiosAlone.push(crowded.rate / results['fewer members'].rate);
  extra.push(crowded.growth - results['all read'].growth);
  console.log(`round ${round + 1}:`, order.map((kind) => `${kind}: ${results[kind].rate.toFixed(0)} messages/s to each that reads, memory +${inMiB(results[kind].growth)}`).join('; '));
}
console.log(`${messages} messages of ${size / 1024} KiB, as fast as the slowest reader reads, to each of ${readers + silent} members; middle of ${rounds} rounds, in which`,
  `all ${silent} silent members were closed with 1013:`);
console.log(`  the ${readers} others get ${(100 * middle(ratios)).toFixed(1)} % of the rate they have when all ${readers + silent} read (at least 95 % wanted),`,
  `and ${(100 * middle(ratiosAlone)).toFixed(1)} % of what they have when the ${silent} are not there at all`);
console.log(`  memory grows by at most ${inMiB(Math.max(...extra))} more than when all read (at most one backlog of ${inMiB(backlog)} and 8 MiB wanted)`);
process.exitCode = middle(ratios) >= 0.95 && Math.max(...extra) <= backlog + 8 * MiB ? 0 : 1;
