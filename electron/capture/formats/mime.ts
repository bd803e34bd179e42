// The bytes of a MIME message come in (RFC 2045, 2046, 2047); its headers and its parts, decoded from their transfer encoding, go out.
// Refuses nothing: what is malformed is read as far as it goes. Time and memory are linear in the message.

/** Headers by lower-case name, the first of each name, unfolded. */
export type MimeHeaders = ReadonlyMap<string, string>;

/** A part that holds no further parts. */
export interface MimePart {
  readonly headers: MimeHeaders;
  /** Lower case, without parameters; `text/plain` when the part says nothing. */
  readonly mediaType: string;
  readonly charset: string | null;
  readonly bytes: Uint8Array;
  /** False when the message ends before the part does. */
  readonly isWhole: boolean;
}

/** A message taken apart; `parts` are its leaves in order. */
export interface MimeMessage {
  readonly headers: MimeHeaders;
  readonly parts: readonly MimePart[];
}

const MAX_DEPTH = 8;
const MAX_PARTS = 5000;
const MAX_HEADER_BYTES = 64 * 1024;

/** Takes a message apart. */
export function readMime(bytes: Uint8Array): MimeMessage {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: MimePart[] = [];
  const { headers } = splitHead(whole);
  collect({ bytes: whole, isWhole: true }, parts, 0);
  return { headers, parts };
}

interface Piece {
  readonly bytes: Buffer;
  readonly isWhole: boolean;
}

function collect({ bytes, isWhole }: Piece, parts: MimePart[], depth: number): void {
  if (parts.length >= MAX_PARTS) return;
  const { headers, body } = splitHead(bytes);
  const { value, parameters } = readParameters(headers.get('content-type') ?? '');
  const mediaType = value === '' ? 'text/plain' : value;
  const boundary = parameters.get('boundary');
  if (mediaType.startsWith('multipart/') && boundary !== undefined && boundary !== '' && depth < MAX_DEPTH) {
    for (const piece of splitBody(body, boundary)) collect(piece, parts, depth + 1);
    return;
  }
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  parts.push({
    headers,
    mediaType,
    charset: parameters.get('charset') ?? null,
    bytes: decodeBody(body, encoding),
    isWhole,
  });
}

function splitHead(bytes: Buffer): { readonly headers: MimeHeaders; readonly body: Buffer } {
  let start = 0;
  while (bytes[start] === 0x0d || bytes[start] === 0x0a) start += 1;
  const crlf = bytes.indexOf('\r\n\r\n', start, 'latin1');
  const lf = bytes.indexOf('\n\n', start, 'latin1');
  const isCrlf = crlf !== -1 && (lf === -1 || crlf < lf);
  const end = isCrlf ? crlf : lf;
  const headEnd = end === -1 ? bytes.length : end;
  const head = bytes.toString('utf8', start, Math.min(headEnd, start + MAX_HEADER_BYTES));
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: bytes.subarray(end === -1 ? bytes.length : end + (isCrlf ? 4 : 2)) };
}

/** The pieces between the lines of the boundary; without a closing one the last piece goes to the end. */
function splitBody(body: Buffer, boundary: string): Piece[] {
  const mark = Buffer.from(`--${boundary}`, 'utf8');
  const pieces: Piece[] = [];
  let start = -1;
  let at = 0;
  for (;;) {
    const found = body.indexOf(mark, at);
    const isLineStart = found === 0 || body[found - 1] === 0x0a;
    if (found !== -1 && !isLineStart) {
      at = found + mark.length;
      continue;
    }
    if (start !== -1) {
      const bytes = withoutLastBreak(body.subarray(start, found === -1 ? body.length : found));
      pieces.push({ bytes, isWhole: found !== -1 });
    }
    if (found === -1) return pieces;
    const after = found + mark.length;
    if (body[after] === 0x2d && body[after + 1] === 0x2d) return pieces;
    const lineEnd = body.indexOf(0x0a, after);
    if (lineEnd === -1) return pieces;
    start = lineEnd + 1;
    at = start;
  }
}

/** The line break before a boundary belongs to the boundary. */
function withoutLastBreak(piece: Buffer): Buffer {
  const end = piece.at(-1) === 0x0a ? (piece.at(-2) === 0x0d ? 2 : 1) : 0;
  return piece.subarray(0, piece.length - end);
}

function decodeBody(body: Buffer, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  return encoding === 'quoted-printable' ? decodeQuoted(body) : body;
}

/** RFC 2045, 6.7. An `=` that begins neither a pair of digits nor a soft break stands for itself. */
function decodeQuoted(body: Buffer): Uint8Array {
  const out = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    if (byte !== 0x3d) {
      out[length++] = byte;
      continue;
    }
    const [high, low] = [hexValue(body[at + 1]), hexValue(body[at + 2])];
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      at += 2;
      continue;
    }
    let end = at + 1;
    while (body[end] === 0x20 || body[end] === 0x09) end += 1;
    if (body[end] === 0x0d && body[end + 1] === 0x0a) at = end + 1;
    else if (body[end] === 0x0a) at = end;
    else out[length++] = byte;
  }
  return out.subarray(0, length);
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** A header such as `text/html; charset="utf-8"`; the value in lower case, parameters by lower-case name. */
function readParameters(header: string): {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
} {
  const [value = '', ...rest] = header.slice(0, 4096).split(';');
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, bare = ''] of rest
    .join(';')
    .matchAll(/([\w-]{1,40})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))/g)) {
    if (!parameters.has(name.toLowerCase()))
      parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare);
  }
  return { value: value.trim().toLowerCase(), parameters };
}

/** Decodes the encoded words of a header (RFC 2047); a charset nobody knows leaves the word as it is. */
export function decodeWords(header: string): string {
  return header
    .slice(0, 4096)
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(
      /=\?([\w.-]{1,40})(?:\*[\w-]*)?\?([bq])\?([^?]*)\?=/gi,
      (word: string, charset: string, kind: string, text: string) => {
        const bytes =
          kind.toLowerCase() === 'b'
            ? Buffer.from(text, 'base64')
            : decodeQuoted(Buffer.from(text.replaceAll('_', ' '), 'latin1'));
        try {
          return new TextDecoder(charset).decode(bytes);
        } catch {
          return word;
        }
      },
    );
}
