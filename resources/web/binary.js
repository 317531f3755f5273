// Tells by its first bytes what a binary message is. Only pixel formats are shown; all else can only be saved.
const signatures = [
  ['png', 'image/png', /^\x89PNG\r\n\x1a\n/],
  ['jpg', 'image/jpeg', /^\xff\xd8\xff/],
  ['gif', 'image/gif', /^GIF8[79]a/],
  ['webp', 'image/webp', /^RIFF.{4}WEBP/s],
  ['avif', 'image/avif', /^.{4}ftypavif/s],
  ['bmp', 'image/bmp', /^BM.{4}\0{4}.{4}.\0{3}/s], // its reserved members, and a header shorter than 256 bytes
  ['pdf', '', /^%PDF-/],
  ['zip', '', /^PK\x03\x04/],
  ['gz', '', /^\x1f\x8b\x08/],
  ['7z', '', /^7z\xbc\xaf\x27\x1c/],
  ['mp3', '', /^ID3[\x02-\x04]/],
  ['ogg', '', /^OggS\0/],
  ['wav', '', /^RIFF.{4}WAVE/s],
  ['heic', '', /^.{4}ftypheic/s],
  ['mp4', '', /^.{4}ftyp/s],
  ['webm', '', /^\x1a\x45\xdf\xa3/],
];

/** The usual file-name ending and, for a picture that a browser can show, its media type ('' otherwise). */
export function kindOf(bytes) {
  const head = String.fromCharCode(...new Uint8Array(bytes, 0, Math.min(32, bytes.byteLength)));
  const [ending, image] = signatures.find(([, , beginning]) => beginning.test(head)) ?? ['bin', ''];
  return { ending, image };
}

/** An address for the bytes that can never be opened as a page of this origin. Its owner revokes it. */
export function addressOf(bytes, kind) {
  return URL.createObjectURL(new Blob([bytes], { type: kind.image || 'application/octet-stream' }));
}
