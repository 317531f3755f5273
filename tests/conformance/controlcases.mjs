// Pings and Pongs, reserved bits and opcodes, fragmentation, closing.
import { closing, frame, raw, violation } from './casekit.mjs';

const octets = (text) => [...Buffer.from(text, 'latin1')];
const hex = (number) => number.toString(16).padStart(2, '0');
const ping = (payload = '') => frame('89', octets(payload));
const pong = (payload = '') => frame('8a', octets(payload));
const codeOf = (code) => [code >> 8, code & 255];
const longest = 'p'.repeat(125);

const pings = [
  ['an empty Ping', false, raw(ping(), { pongs: [''] })],
  ['a Ping with text', false, raw(ping('are you there?'), { pongs: ['are you there?'] })],
  ['a Ping with octets that are not UTF-8', false, raw(frame('89', [0, 255, 254, 192, 0]), { pongs: ['\0\xff\xfe\xc0\0'] })],
  ['a Ping of 125 octets', false, raw(ping(longest), { pongs: [longest] })],
  ['a Ping of 126 octets', false, violation('89 m7e 00 7e k 70*126', 1002)],
  ['a Ping of 125 octets, octet by octet', false, raw(ping(longest), { pongs: [longest], piece: 1 })],
  ['a Pong that nobody asked for', false, raw(`${pong()} ${frame('81', octets('a'))}`, { messages: ['"a"'] })],
  ['a Pong with a payload that nobody asked for', false, raw(`${pong('x')} ${frame('81', octets('a'))}`, { messages: ['"a"'] })],
  ['a Pong that nobody asked for, then a Ping', false, raw(`${pong('x')} ${ping('y')}`, { pongs: ['y'] })],
  ['ten Pings', false, raw(Array.from({ length: 10 }, (_, i) => ping(`${i}`)).join(' '), { pongs: [...'0123456789'] })],
  ['ten Pings, octet by octet', false, raw(Array.from({ length: 10 }, (_, i) => ping(`${i}`)).join(' '), { pongs: [...'0123456789'], piece: 1 })],
];

const reservedBits = [1, 2, 3, 4, 5, 6, 7].flatMap((bits) =>
  ['1', '2', '8', '9', 'a'].map((opcode) => [`reserved bits ${bits}, opcode ${opcode}`, false, violation(frame(`${hex((8 | bits) << 4 | parseInt(opcode, 16))}`, []), 1002)]));
const reservedOpcodes = [3, 4, 5, 6, 7, 11, 12, 13, 14, 15].flatMap((opcode) => [
  [`reserved opcode ${opcode}`, false, violation(frame(hex(0x80 | opcode), []), 1002)],
  [`reserved opcode ${opcode} with a payload`, false, violation(frame(hex(0x80 | opcode), octets('payload')), 1002)],
]);

const first = frame('01', octets('one'));
const middle = frame('00', octets('two'));
const last = frame('80', octets('three'));
const fragmentation = [
  ['a Ping in two fragments', false, violation(`${frame('09', octets('a'))} ${frame('80', octets('b'))}`, 1002)],
  ['a Pong in two fragments', false, violation(`${frame('0a', octets('a'))} ${frame('80', octets('b'))}`, 1002)],
  ['a text in two fragments', false, raw(`${first} ${last}`, { messages: ['"onethree"'] })],
  ['a text in two fragments, octet by octet', false, raw(`${first} ${last}`, { messages: ['"onethree"'], piece: 1 })],
  ['a Ping between fragments', false, raw(`${first} ${ping('p')} ${last}`, { messages: ['"onethree"'], pongs: ['p'] })],
  ['a Ping between fragments, octet by octet', false, raw(`${first} ${ping('p')} ${last}`, { messages: ['"onethree"'], pongs: ['p'], piece: 1 })],
  ['a continuation of nothing with FIN', false, violation(`${last}`, 1002)],
  ['a continuation of nothing', false, violation(`${middle} ${last}`, 1002)],
  ['a continuation of nothing, then a text', false, violation(`${middle} ${frame('81', octets('a'))}`, 1002)],
  ['a continuation behind a whole text', false, violation(`${first} ${last} ${last}`, 1002, ['"onethree"'])],
  ['a text within a text', false, violation(`${first} ${frame('81', octets('a'))}`, 1002)],
  ['a first fragment within a text', false, violation(`${first} ${first} ${last}`, 1002)],
  ['a binary message within a text', false, violation(`${first} ${frame('82', [1])}`, 1002)],
  ['three fragments with Pings', false, raw(`${first} ${ping('1')} ${middle} ${ping('2')} ${last}`, { messages: ['"onetwothree"'], pongs: ['1', '2'] })],
  ['two fragmented messages', false, raw(`${first} ${last} ${frame('02', [1])} ${frame('80', [2])}`, { messages: ['"onethree"', '0102'] })],
  ['a Close within a fragmented text', false, raw(`${first} ${frame('88', codeOf(1000))} ${last}`, { code: 1000 })],
];

const masks = [
  ['a frame masked the wrong way', false, (socket) => violation(socket._isServer ? '81 81 00 00 00 00 61' : '81 01 61', 1002)(socket)],
  ['a Ping masked the wrong way', false, (socket) => violation(socket._isServer ? '89 80 00 00 00 00' : '89 00', 1002)(socket)],
  ['a length of 16 bits that is not minimal', false, violation('81 m7e 00 01 k 61', 1002)],
  ['a length of 64 bits that is not minimal', false, violation('82 m7f 00 00 00 00 00 00 ff ff k', 1002)],
  ['a length of 64 bits with the highest one set', false, violation('82 m7f 80 00 00 00 00 00 00 00', 1002)],
];

const goodCodes = [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999];
const badCodes = [0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535];
const closings = [
  ['a close', false, closing(1000)],
  ['a close without a code', false, closing()],
  ['a close with a reason', false, closing(4321, '안녕히')],
  ['a close with the longest reason', false, closing(1000, 'r'.repeat(123))],
  ['two Closes', false, raw(`${frame('88', codeOf(1000))} ${frame('88', codeOf(1001))}`, { code: 1000 })],
  ['a Ping behind a Close', false, raw(`${frame('88', codeOf(1000))} ${ping('late')}`, { code: 1000 })],
  ['a text behind a Close', false, raw(`${frame('88', codeOf(1000))} ${frame('81', octets('late'))}`, { code: 1000 })],
  ['a text, then a Close', false, raw(`${frame('81', octets('a'))} ${frame('88', codeOf(1000))}`, { messages: ['"a"'], code: 1000 })],
  ['a Close of one octet', false, violation(frame('88', [3]), 1002)],
  ['a Close of 126 octets', false, violation('88 m7e 00 7e k 03 e8 72*124', 1002)],
  ['a reason that is not UTF-8', false, violation(frame('88', [...codeOf(1000), 0xff]), 1007)],
  ['a reason that ends within a character', false, violation(frame('88', [...codeOf(1000), 0xed, 0x95]), 1007)],
  ...goodCodes.map((code) => [`Close ${code}`, false, raw(frame('88', codeOf(code)), { code })]),
  ...badCodes.map((code) => [`Close ${code}, which is not one`, false, violation(frame('88', codeOf(code)), 1002)]),
];

export const controlCases = [...pings, ...reservedBits, ...reservedOpcodes, ...fragmentation, ...masks, ...closings];
