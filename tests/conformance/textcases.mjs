// UTF-8: what it is and what it is not, whole, in fragments, and as it comes.
import { fragments, frame, raw, violation } from './casekit.mjs';

const bytes = (hex) => [...Buffer.from(hex.replaceAll(' ', ''), 'hex')];

const valid = {
  'Korean': Buffer.from('안녕하세요 가나다'),
  'Greek': Buffer.from('κόσμε'),
  'the first of one octet': bytes('00'),
  'the last of one octet': bytes('7f'),
  'the first of two octets': bytes('c2 80'),
  'the last of two octets': bytes('df bf'),
  'the first of three octets': bytes('e0 a0 80'),
  'the last of three octets': bytes('ef bf bf'),
  'the first of four octets': bytes('f0 90 80 80'),
  'the last of four octets': bytes('f4 8f bf bf'),
  'before the surrogates': bytes('ed 9f bf'),
  'behind the surrogates': bytes('ee 80 80'),
  'the replacement character': bytes('ef bf bd'),
  'a noncharacter': bytes('ef b7 90'),
  'a byte order mark': bytes('ef bb bf 61'),
};

const invalid = {
  'the first continuation octet': '80',
  'the last continuation octet': 'bf',
  'two continuation octets': '80 bf',
  'all continuation octets but few': '80 81 82 83 84 85 86 87',
  'a first octet of two and a blank': 'c0 20',
  'C1': 'c1 20',
  'a first octet of three and a blank': 'e1 20',
  'a first octet of four and a blank': 'f1 20',
  'a first octet of five': 'f8 88 80 80 80',
  'a first octet of six': 'fc 84 80 80 80 80',
  'FE': 'fe',
  'FF': 'ff',
  'FE FE FF FF': 'fe fe ff ff',
  'two octets without the last': 'c3',
  'three octets without the last': 'e2 82',
  'four octets without the last': 'f0 9f 98',
  'overlong: slash in two': 'c0 af',
  'overlong: slash in three': 'e0 80 af',
  'overlong: slash in four': 'f0 80 80 af',
  'overlong: the largest in two': 'c1 bf',
  'overlong: the largest in three': 'e0 9f bf',
  'overlong: the largest in four': 'f0 8f bf bf',
  'overlong: NUL in two': 'c0 80',
  'overlong: NUL in three': 'e0 80 80',
  'overlong: NUL in four': 'f0 80 80 80',
  'the first surrogate': 'ed a0 80',
  'the last high surrogate': 'ed af bf',
  'the first low surrogate': 'ed b0 80',
  'the last surrogate': 'ed bf bf',
  'a pair of surrogates': 'ed a0 80 ed b0 80',
  'past U+10FFFF': 'f4 90 80 80',
  'far past U+10FFFF': 'f7 bf bf bf',
};

/** Fails before the frame, or the message, is over: the rest is never sent. */
const atOnce = (text) => raw(text, { code: 1007 });

export const textCases = [
  ...Object.entries(valid).flatMap(([name, octets]) => {
    const text = Buffer.from(octets);
    const messages = [`"${text}"`];
    const each = [...text].map((octet, i) => frame(i === text.length - 1 ? (i ? '80' : '81') : i ? '00' : '01', [octet])).join(' ');
    return [
      [`UTF-8: ${name}`, false, raw(frame('81', octets), { messages })],
      [`UTF-8 in fragments of one octet: ${name}`, false, raw(each, { messages })],
      [`UTF-8 octet by octet: ${name}`, false, raw(frame('81', octets), { messages, piece: 1 })],
    ];
  }),
  ...Object.entries(invalid).flatMap(([name, hex]) => [
    [`not UTF-8: ${name}`, false, violation(frame('81', [0x61, ...bytes(hex)]), 1007)],
    [`not UTF-8 in fragments: ${name}`, false, violation(`${frame('01', [0x61])} ${frame('80', bytes(hex))}`, 1007)],
  ]),
  ['not UTF-8, at once within a frame', false, atOnce('81 m7d k 61 c0')],
  ['not UTF-8, at once within a fragment', false, atOnce('01 m7d k 61 f4 90')],
  ['not UTF-8, at once in the first fragment', false, atOnce(frame('01', bytes('61 ed a0')))],
  ['not UTF-8, at once in the second fragment', false, atOnce(`${frame('01', bytes('f4'))} ${frame('00', bytes('90'))}`)],
  ['not UTF-8, at once octet by octet', false, raw('81 m7d k 61 f4 90', { code: 1007, piece: 1 })],
  ['fragments within characters', false, fragments('안녕하세요 😀'.repeat(100), 1)],
];
