const names = 'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(' ');
names[127] = 'DEL';

/** Text for showing: fonts have no shape for control characters. Each line end is one LF. */
export function withNamedControls(text) {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, (control) => {
    const code = control.charCodeAt();
    return `‹${names[code] ?? `U+00${code.toString(16).toUpperCase()}`}›`;
  });
}
