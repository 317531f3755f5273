// Members that never read, in a busy room: they are closed with 1013, nobody else is, and memory stays bounded.
// The figures are neverreading.torture.mjs's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { busyRoom } from './busyroom.mjs';
import { MiB } from './crowd.mjs';

test('silent members cost one backlog and are closed with 1013', async () => {
  const size = 32 * 1024;
  const messages = 20 * MiB / size; // more than the system itself keeps for a silent member
  const backlog = 2 * MiB;
  const options = ['--max-queue', String(backlog)];
  const all = await busyRoom({ readers: 8, silent: 0, messages, size, options });
  assert.equal(all.left, 0);
  const some = await busyRoom({ readers: 4, silent: 4, messages, size, options });
  assert.deepEqual(some.cut, [1013, 1013, 1013, 1013]);
  assert.equal(some.left, 4);
  if (!some.sanitized)
    assert.ok(some.growth - all.growth <= backlog + 8 * MiB, `memory grew by ${some.growth} octets in place of ${all.growth}`);
});
