// Tells by its first bytes what a binary message is. Only pixel formats are shown; all else can only be saved.
const signatures = [
  ['png', 'image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['jpg', 'image/jpeg', 0, '\xff\xd8\xff'],
  ['gif', 'image/gif', 0, 'GIF8'],
  ['webp', 'image/webp', 8, 'WEBP'],
  ['avif', 'image/avif', 4, 'ftypavif'],
  ['bmp', 'image/bmp', 0, 'BM'],
  ['pdf', '', 0, '%PDF-'],
  ['zip', '', 0, 'PK\x03\x04'],
  ['gz', '', 0, '\x1f\x8b'],
  ['7z', '', 0, '7z\xbc\xaf\x27\x1c'],
  ['mp3', '', 0, 'ID3'],
  ['ogg', '', 0, 'OggS'],
  ['wav', '', 8, 'WAVE'],
  ['heic', '', 4, 'ftypheic'],
  ['mp4', '', 4, 'ftyp'],
  ['webm', '', 0, '\x1a\x45\xdf\xa3'],
];

/** The usual file-name ending and, for a picture that a browser can show, its media type ('' otherwise). */
export function kindOf(bytes) {
  const head = String.fromCharCode(...new Uint8Array(bytes, 0, Math.min(32, bytes.byteLength)));
  const found = signatures.find(([, , offset, magic]) => head.startsWith(magic, offset));
  return { ending: found?.[0] ?? 'bin', image: found?.[1] ?? '' };
}

/** An address for the bytes that can never be opened as a page of this origin. Its owner revokes it. */
export function addressOf(bytes, kind) {
  return URL.createObjectURL(new Blob([bytes], { type: kind.image || 'application/octet-stream' }));
}
