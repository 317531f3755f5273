// Sizes: of payloads, of fragments, of pieces; many messages.
import { echoes, fragments, frame, noise, raw } from './casekit.mjs';

const kilo = 1024;
const mega = 1024 * kilo;
const text = (size) => '*'.repeat(size);
const hexLength = (size) => (size < 126 ? `m${size.toString(16).padStart(2, '0')}` : `m7e ${(size >> 8).toString(16).padStart(2, '0')} ${(size & 255).toString(16).padStart(2, '0')}`);

const sizes = [0, 1, 125, 126, 127, 128, 65_535, 65_536, 65_537].flatMap((size) => [
  [`text of ${size} octets`, false, echoes(text(size))],
  [`binary of ${size} octets`, false, echoes(noise(size))],
]);

const large = [64 * kilo, 256 * kilo, mega, 4 * mega, 8 * mega, 16 * mega].flatMap((size) => [
  [`text of ${size / kilo} KiB`, false, echoes(text(size))],
  [`binary of ${size / kilo} KiB`, false, echoes(noise(size))],
]);

const fragmented = [64, 256, kilo, 4 * kilo, 16 * kilo, 64 * kilo, 256 * kilo, mega, 4 * mega].flatMap((size) => [
  [`text of 4 MiB in fragments of ${size} octets`, false, fragments(text(4 * mega), size)],
  [`binary of 4 MiB in fragments of ${size} octets`, false, fragments(noise(4 * mega), size)],
]);

/** The octets of one frame, written in pieces. */
const pieces = [1, 2, 64, 997].map((piece) =>
  [`text of 4000 octets in pieces of ${piece} octets`, false, raw(`81 ${hexLength(4000)} k 2a*4000`, { messages: [`"${text(4000)}"`], piece })]);

const many = [0, 16, 64, 256, kilo, 4 * kilo].flatMap((size) => [
  [`500 texts of ${size} octets, one after the other`, false, echoes(...Array(500).fill(text(size)))],
  [`500 binary messages of ${size} octets, one after the other`, false, echoes(...Array(500).fill(noise(size)))],
]);

export const messageCases = [
  ['text: what is easily lost', false, echoes('', 'Hello', '안녕하세요', '\uFEFFBOM', '\0', '😀', '\uFFFF')],
  ...sizes,
  ...large,
  ...fragmented,
  ...pieces,
  ...many,
  ['text of 65536 octets in fragments of 1300', false, fragments(text(65_536), 1300)],
  ['binary of 65536 octets in fragments of 997', false, fragments(noise(65_536), 997)],
  ['fragments of no octets', false, raw(`${frame('01', [])} ${frame('00', [])} ${frame('80', [])}`, { messages: ['""'] })],
  ['100 messages in one write', false, raw(Array(100).fill(frame('82', [1, 2])).join(' '), { messages: Array(100).fill('0102') })],
];
