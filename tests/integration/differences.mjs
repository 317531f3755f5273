// Where another server's verdict on a stream may differ from ours, and which rule makes ours right. Our Close names the rule.

const any = () => true;
const code = (...codes) => (theirs) => codes.includes(theirs.code);
const lost = null;

/** The rule in our Close's reason; the peer; the peer's codes; its messages against ours: 'same', or 'more' as it read on; and why. */
const table = [
  ['NonMinimalLength', ['ws', 'python'], any, ['same', 'more'],
    'RFC 6455 §5.2: "the minimal number of bytes MUST be used to encode the length"; they read on'],
  ['LengthHighBitSet', ['ws', 'python'], code(1009), ['same'],
    'RFC 6455 §5.2: "the most significant bit MUST be 0" is a rule of the protocol; they say that it is too big'],
  ['ControlFrameTooLong', ['python'], any, ['same', 'more'],
    'RFC 6455 §5.5: a control frame has at most 125 octets, so that a longer form of the length breaks a rule already; it reads on'],
  ['TextNotUtf8', ['ws', 'python'], any, ['same'],
    'RFC 6455 §8.1: what is no UTF-8 fails at its first octet; ws looks at whole messages, python at whole frames, and what comes before is at fault'],
  ['DeflateDataInvalid', ['ws', 'python'], any, ['more'],
    'RFC 7692 §7.2.1: a message ends with a block; they take one that was cut off within it for whole'],
  ['DeflateDataInvalid', ['python'], code(1002), ['same', 'more'],
    'RFC 6455 §7.4.1: 1007 is for data that is not what its message says it is; it says 1002'],
  ['DeflateDataInvalid', ['ws', 'python'], code(lost), ['same'],
    'RFC 6455 §7.1.7: the connection fails at the first octet at fault; they wait for the whole frame'],
  ['CloseCodeInvalid', ['python'], code(1007), ['same'],
    'RFC 6455 §7.4: the code is at fault before the reason that follows it; it looks at the reason first'],
  ['ReservedBitSet ReservedOpcode UnmaskedClientFrame UnexpectedContinuation UnfinishedMessage FragmentedControlFrame', ['python'],
    code(1009), ['same'], 'RFC 6455 §7.1.7: the connection fails at the first octet at fault; it looks at the size first'],
];

const isSame = ([opcode, octets], [otherOpcode, otherOctets]) => opcode === otherOpcode && octets === otherOctets;
const startsWith = (longer, shorter) => shorter.every((message, i) => i < longer.length && isSame(message, longer[i]));

function relation(ours, theirs) {
  if (!startsWith(theirs, ours)) return startsWith(ours, theirs) ? 'fewer' : 'other';
  return theirs.length === ours.length ? 'same' : 'more';
}

/** null: there is no difference; undefined: there is, and nobody knows why; else why. */
export function knownDifference(peer, ours, theirs) {
  const messages = relation(ours.messages, theirs.messages);
  if (messages === 'same' && ours.code === theirs.code) return null;
  const cause = / \(RFC \d+ section/.test(ours.reason) ? ours.reason.split(' ')[0] : 'none';
  for (const [causes, peers, codes, relations, why] of table) {
    if (causes.split(' ').includes(cause) && peers.includes(peer) && relations.includes(messages) && codes(theirs)) return `${peer}, ${cause}: ${why}`;
  }
  // No rule is at stake: python's application hears of a message only after the octets that came with it.
  if (peer === 'python' && messages === 'fewer' && ours.code === theirs.code && (cause !== 'none' || ours.swallowed)) return 'python: an echo came too late';
  return undefined;
}
