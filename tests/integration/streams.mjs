// Streams of octets that a client might send: frames as the RFCs have them, of which most are spoilt in one way or another. The same seed
// makes the same streams.
import { deflateRawSync, constants } from 'node:zlib';

/** A small generator of random numbers (mulberry32). */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
  /** One of 0 … end - 1. */
  below(end) {
    return this.next() % end;
  }
  chance(percent) {
    return this.below(100) < percent;
  }
  pick(list) {
    return list[this.below(list.length)];
  }
  octets(size) {
    return Buffer.from(Array.from({ length: size }, () => this.below(256)));
  }
}

const texts = ['', 'Hello', '안녕하세요', '\uFEFFmark', '\0', '😀', 'é'.repeat(63), 'a'.repeat(125), 'b'.repeat(126), '가나다 '.repeat(40), 'z'.repeat(70_000)];
const notUtf8 = ['c0', 'c080', 'ff', 'eda080', 'edbfbf', 'f4908080', 'f8888080', 'e08080', '80', 'e282', 'f09f98'].map((hex) => Buffer.from(hex, 'hex'));
const badCodes = [0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535];
const goodCodes = [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999];

const closePayload = (code, reason = '') => Buffer.concat([Buffer.from([code >> 8, code & 255]), Buffer.from(reason)]);
const deflated = (octets) => deflateRawSync(octets, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4);

/** A frame as a value; `octetsOf` writes it, spoilt as it may be. */
const frame = (opcode, payload, fin = true, rsv = 0) => ({ opcode, payload, fin, rsv, masked: true, form: null, length: payload.length });

function octetsOf({ opcode, payload, fin, rsv, masked, form, length, key }) {
  const shortest = length < 126 ? 7 : length < 65_536 ? 16 : 64;
  const first = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
  const mask = masked ? 0x80 : 0;
  const header = { 7: () => Buffer.from([first, mask | (length & 127)]), 16: () => Buffer.from([first, mask | 126, 0, 0]), 64: () => Buffer.from([first, mask | 127, 0, 0, 0, 0, 0, 0, 0, 0]) }[form ?? shortest]();
  if ((form ?? shortest) === 16) header.writeUInt16BE(length & 0xffff, 2);
  if ((form ?? shortest) === 64) header.writeBigUInt64BE(BigInt.asUintN(64, BigInt(length)), 2);
  if (!masked) return Buffer.concat([header, payload]);
  return Buffer.concat([header, key, payload.map((octet, i) => octet ^ key[i % 4])]);
}

/** The frames of one message, whole or in fragments, with control frames in between. */
function message(random, deflate) {
  const isText = random.chance(60);
  const compress = deflate && random.chance(50);
  let octets = isText ? Buffer.from(random.pick(texts)) : random.octets(random.pick([0, 1, 125, 126, 300]));
  if (compress) octets = octets.length ? deflated(octets) : Buffer.from([0]);
  const frames = [];
  const count = random.chance(50) ? 1 : 2 + random.below(3);
  for (let i = 0, begin = 0; i < count; ++i) {
    const end = i === count - 1 ? octets.length : Math.min(octets.length, begin + random.below(octets.length + 1));
    frames.push(frame(i === 0 ? (isText ? 1 : 2) : 0, octets.subarray(begin, end), i === count - 1, i === 0 && compress ? 4 : 0));
    if (random.chance(15)) frames.push(frame(random.chance(70) ? 9 : 10, random.octets(random.pick([0, 4, 125]))));
    begin = end;
  }
  return frames;
}

/** What is done to one frame of a stream; the answer replaces it. */
const spoilers = {
  fin: (random, spoilt) => [{ ...spoilt, fin: !spoilt.fin }],
  rsv: (random, spoilt) => [{ ...spoilt, rsv: spoilt.rsv ^ (1 << random.below(3)) }],
  opcode: (random, spoilt) => [{ ...spoilt, opcode: random.below(16) }],
  unmasked: (random, spoilt) => [{ ...spoilt, masked: false }],
  length: (random, spoilt) => [{ ...spoilt, length: Math.max(0, spoilt.length + random.pick([-2, -1, 1, 2, 7, 100])) }],
  longForm: (random, spoilt) => [{ ...spoilt, form: random.pick([16, 64]) }],
  hugeLength: (random, spoilt) => [{ ...spoilt, form: 64, length: random.pick([-1, -(2 ** 62), 2 ** 62, 2 ** 53, 2 ** 40, 17 * 2 ** 20]) }],
  utf8: (random, spoilt) => {
    const cut = random.below(spoilt.payload.length + 1);
    const payload = Buffer.concat([spoilt.payload.subarray(0, cut), random.pick(notUtf8), spoilt.payload.subarray(cut)]);
    return [{ ...spoilt, payload, length: payload.length }];
  },
  octet: (random, spoilt) => {
    const payload = Buffer.from(spoilt.payload);
    if (payload.length) payload[random.below(payload.length)] ^= 1 << random.below(8);
    return [{ ...spoilt, payload }];
  },
  cut: (random, spoilt) => {
    const payload = spoilt.payload.subarray(0, random.below(spoilt.payload.length + 1));
    return [{ ...spoilt, payload, length: payload.length }];
  },
  missing: () => [],
  twice: (random, spoilt) => [spoilt, { ...spoilt }],
  orphan: (random, spoilt) => [frame(0, Buffer.from('x'), random.chance(50)), spoilt],
  otherMessage: (random, spoilt) => [spoilt, frame(1, Buffer.from('y'))],
  longControl: (random, spoilt) => [spoilt, frame(random.pick([8, 9, 10]), Buffer.alloc(126, 'c'))],
  fragmentedControl: (random, spoilt) => [spoilt, frame(random.pick([8, 9, 10]), Buffer.alloc(4, 'c'), false)],
  closeOfOne: () => [frame(8, Buffer.from([3]))],
  closeCode: (random) => [frame(8, closePayload(random.pick(badCodes)))],
  closeReason: (random) => [frame(8, Buffer.concat([closePayload(1000, 'so'), random.pick(notUtf8)]))],
  close: (random) => [frame(8, closePayload(random.pick(goodCodes), '안녕'))],
  bomb: (random, spoilt) => [{ ...spoilt, ...frame(2, deflated(Buffer.alloc(17 * 2 ** 20)), true, 4) }],
  noise: (random, spoilt) => [spoilt, frame(random.below(16), random.octets(random.below(20)), random.chance(80), random.chance(20) ? random.below(8) : 0)],
};

/** One stream: its frames in octets, what was done to them, and whether it is for a connection that compresses. */
export function makeStream(random) {
  const deflate = random.chance(40);
  let frames = Array.from({ length: 1 + random.below(4) }, () => message(random, deflate)).flat();
  frames.push(frame(8, random.chance(20) ? Buffer.alloc(0) : closePayload(random.pick(goodCodes), random.pick(['', 'bye', '안녕']))));
  const spoilt = Array.from({ length: random.pick([0, 1, 1, 1, 2]) }, () => {
    // A bomb costs a second of everyone's time.
    const name = random.pick(Object.keys(spoilers).filter((spoiler) => spoiler !== 'bomb' || (deflate && random.chance(10))));
    const at = random.below(frames.length || 1);
    if (frames.length) frames = [...frames.slice(0, at), ...spoilers[name](random, frames[at]), ...frames.slice(at + 1)];
    return name;
  });
  return { deflate, spoilt, frames: frames.map((one) => octetsOf({ ...one, key: random.octets(4) })) };
}
