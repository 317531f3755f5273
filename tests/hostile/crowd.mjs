// What the scripts about many peers share: raw WebSocket peers that cost little, and what Linux tells of a process.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import net from 'node:net';
import { patience } from '../peers/confabd.mjs';

const request = 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n';

/** One frame of a client, masked with zeros: the payload is sent as it is. */
export function clientFrame(opcode, payload) {
  const length = payload.length < 126 ? Buffer.from([0x80 | payload.length])
    : payload.length < 65536 ? Buffer.from([0x80 | 126, payload.length >> 8, payload.length & 255])
      : Buffer.concat([Buffer.from([0x80 | 127]), (() => {
        const octets = Buffer.alloc(8);
        octets.writeBigUInt64BE(BigInt(payload.length));
        return octets;
      })()]);
  return Buffer.concat([Buffer.from([0x80 | opcode]), length, Buffer.alloc(4), payload]);
}

/** A socket on which the server has answered 101; paused, and what came behind the head is put back. */
export async function join(port, localAddress = '127.0.0.1') {
  const socket = net.connect({ port, host: '127.0.0.1', localAddress });
  socket.on('error', () => {}); // a reset is the server's right
  await once(socket, 'connect', { signal: AbortSignal.timeout(patience) });
  socket.setNoDelay(true);
  socket.write(request);
  let head = Buffer.alloc(0);
  while (!head.includes('\r\n\r\n')) {
    const [octets] = await once(socket, 'data', { signal: AbortSignal.timeout(patience) });
    head = Buffer.concat([head, octets]);
  }
  socket.pause();
  assert.match(head.toString('latin1'), /^HTTP\/1\.1 101 /);
  const rest = head.subarray(head.indexOf('\r\n\r\n') + 4);
  if (rest.length > 0)
    socket.unshift(rest);
  return socket;
}

/** Reads frames without keeping their payload; calls onFrame(opcode, size, code) behind the last octet of each. */
export function readFrames(socket, onFrame) {
  let header = Buffer.alloc(0);
  let left = 0;
  let opcode = 0;
  let size = 0;
  let code = 1005;
  socket.on('data', (octets) => {
    let at = 0;
    while (at < octets.length) {
      if (left === 0) {
        header = Buffer.concat([header, octets.subarray(at, at + 1)]);
        at += 1;
        if (header.length < 2)
          continue;
        const short = header[1] & 0x7f;
        if (header.length < (short === 127 ? 10 : short === 126 ? 4 : 2))
          continue;
        opcode = header[0] & 0x0f;
        size = short === 127 ? Number(header.readBigUInt64BE(2)) : short === 126 ? header.readUInt16BE(2) : short;
        header = Buffer.alloc(0);
        left = size;
        code = 1005;
      } else {
        const taken = Math.min(left, octets.length - at);
        if (opcode === 8 && left === size && taken >= 2)
          code = octets.readUInt16BE(at);
        left -= taken;
        at += taken;
      }
      if (left === 0 && header.length === 0)
        onFrame(opcode, size, code);
    }
  });
  socket.resume();
}

/** Resident memory of a process in octets: now (VmRSS) and at its highest (VmHWM). */
export async function memory(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'latin1');
  const field = (name) => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)[1]) * 1024;
  return { now: field('VmRSS'), highest: field('VmHWM') };
}

/** Processor time of a process so far, in seconds. */
export async function processorTime(pid) {
  const fields = (await readFile(`/proc/${pid}/stat`, 'latin1')).replace(/^.*\) /s, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Whether a process runs under AddressSanitizer, which keeps what was freed: its memory tells nothing. */
export async function isSanitized(pid) {
  return (await readFile(`/proc/${pid}/maps`, 'latin1')).includes('/libasan');
}

export const MiB = 1024 * 1024;
