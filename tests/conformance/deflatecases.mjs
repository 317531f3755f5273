// permessage-deflate: sizes, kinds of data and parameters; and what breaks its rules.
import { compressedFragments, echoes, fragments, frame, noise, raw, violation, words } from './casekit.mjs';

const mega = 1024 * 1024;
const all = { threshold: 0 };
const parameters = {
  'with context takeover': all,
  'without the server\'s takeover': { ...all, serverNoContextTakeover: true },
  'without the client\'s takeover': { ...all, clientNoContextTakeover: true },
  'without takeover': { ...all, serverNoContextTakeover: true, clientNoContextTakeover: true },
  'small windows': { ...all, serverMaxWindowBits: 9, clientMaxWindowBits: 9 },
  'small windows without takeover': { ...all, serverMaxWindowBits: 9, clientMaxWindowBits: 9, serverNoContextTakeover: true, clientNoContextTakeover: true },
  'the smallest window of the client': { ...all, clientMaxWindowBits: 8 },
};
const random = noise(131_072);
const kinds = {
  text: (size, i) => words.slice(i * 7, i * 7 + size),
  'octets that do not compress': (size, i) => random.subarray(0, size - (i % 2)),
  zeros: (size) => Buffer.alloc(size),
};

const sizes = [16, 64, 256, 1024, 4096, 8192, 16_384, 32_768, 65_536, 131_072];
const several = (size) => Math.max(2, Math.min(50, Math.floor(131_072 / size)));
const sized = Object.entries(parameters).flatMap(([parameter, options]) =>
  Object.entries(kinds).flatMap(([kind, make]) =>
    sizes.map((size) => [`compressed ${parameter}: ${kind}, ${size}`, options, echoes(...Array.from({ length: several(size) }, (_, i) => make(size, i)))])));

const hello = [0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00];
const again = [0xf2, 0x00, 0x11, 0x00, 0x00];
const mixed = echoes('', 'Hello', 'Hello', words, words, noise(100_000), words.slice(0, 1000), Buffer.alloc(0));

export const deflateCases = [
  ...sized,
  ...Object.entries(parameters).map(([parameter, options]) => [`compressed ${parameter}: all kinds`, options, mixed]),
  ['compressed: 16 MiB of text', all, echoes('*'.repeat(16 * mega))],
  ['compressed: 16 MiB of binary', all, echoes(Buffer.alloc(16 * mega, 'octets'))],
  ['compressed: 4 MiB in fragments of 64 octets', all, compressedFragments(noise(4 * mega), 64)],
  ['compressed: 4 MiB in fragments of 64 KiB', all, fragments(Buffer.alloc(4 * mega, 'octets'), 65_536)],
  ['compressed: fragments within characters', all, fragments('안녕하세요 😀'.repeat(100), 1)],
  ['compressed: the window is shared', all, raw(`${frame('c1', hello)} ${frame('c1', again)}`, { messages: ['"Hello"', '"Hello"'] })],
  ['compressed: fragments of one octet', all, raw(hello.map((octet, i) => frame(i === 6 ? '80' : i ? '00' : '41', [octet])).join(' '), { messages: ['"Hello"'] })],
  ['compressed: octet by octet', all, raw(frame('c1', hello), { messages: ['"Hello"'], piece: 1 })],
  ['compressed: a Ping between fragments', all, raw(`${frame('41', hello.slice(0, 3))} ${frame('89', [112])} ${frame('80', hello.slice(3))}`, { messages: ['"Hello"'], pongs: ['p'] })],
  ['compressed: BFINAL', all, raw(frame('c1', [0xf3, ...hello.slice(1), 0]), { messages: ['"Hello"'] })],
  ['compressed: a stored block', all, raw(frame('c1', [0, 5, 0, 0xfa, 0xff, 0x48, 0x65, 0x6c, 0x6c, 0x6f, 0]), { messages: ['"Hello"'] })],
  ['compressed: two blocks', all, raw(frame('c1', [0xf2, 0x48, 5, 0, 0, 0, 0xff, 0xff, 0xca, 0xc9, 0xc9, 7, 0]), { messages: ['"Hello"'] })],
  ['compressed: empty', all, raw(`${frame('c1', [0])} ${frame('c2', [0])}`, { messages: ['""', ''] })],
  ['compressed and not', all, raw(`${frame('c1', hello)} ${frame('81', [97])} ${frame('c1', again)}`, { messages: ['"Hello"', '"a"', '"Hello"'] })],
  ['compressed: RSV2', all, violation('a1 m01 k 61', 1002)],
  ['compressed: RSV3', all, violation('91 m01 k 61', 1002)],
  ['compressed: RSV1 on a Ping', all, violation('c9 m00 k', 1002)],
  ['compressed: RSV1 on a Pong', all, violation('ca m00 k', 1002)],
  ['compressed: RSV1 on a Close', all, violation('c8 m02 k 03 e8', 1002)],
  ['compressed: RSV1 on a continuation', all, violation('41 m01 k 02 c0 m01 k 00', 1002)],
  ['compressed: RSV1 with a reserved opcode', all, violation('c3 m00 k', 1002)],
  ['compressed: not DEFLATE data', all, violation('c2 m01 k 07', 1007)],
  ['compressed: plain text', all, violation(frame('c1', [...Buffer.from('Hello')]), 1007)],
  ['compressed: text that is not UTF-8', all, violation('c1 m07 k 00 01 00 fe ff c0 00', 1007)],
  ['compressed: ends within a block', all, violation(frame('c1', hello.slice(0, 3)), 1007)],
  ['RSV1 though nothing is compressed', false, violation(frame('c1', hello), 1002)],
];
