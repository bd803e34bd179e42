// The bytes inside a `data:` address (RFC 2397). Refuses what is malformed or larger than allowed.
import { AppError } from '#contract/errors.ts';

/** Tells whether an address holds its data itself. */
export function isDataUrl(address: string): boolean {
  return /^data:/i.test(address);
}

/** Decodes the data. Throws `too-large` beyond `maxBytes` and `unreadable` when there is nothing to decode; the type it claims is not told, for it decides nothing. */
export function decodeDataUrl(address: string, maxBytes: number): Uint8Array {
  const comma = address.indexOf(',');
  if (comma < 0) throw new AppError('unreadable', 'The picture written into the page is cut off.');
  const isBase64 = /;\s*base64\s*$/i.test(address.slice(0, comma));
  const body = address.slice(comma + 1);
  if (body.length > maxBytes * 3) throw tooLarge();
  const bytes = isBase64 ? Buffer.from(unescapeBytes(body).toString('latin1'), 'base64') : unescapeBytes(body);
  if (bytes.length > maxBytes) throw tooLarge();
  return bytes;
}

/** A short name for a `data:` address, for lists that a person reads; any other address as it is. */
export function shortAddress(address: string): string {
  return isDataUrl(address) && address.length > 100 ? `${address.slice(0, 60)}…` : address;
}

function tooLarge(): AppError {
  return new AppError('too-large', 'The picture written into the page is too large.');
}

/** Percent-decodes to bytes; a `%` that begins no pair of digits stands for itself, as in browsers. */
function unescapeBytes(text: string): Buffer {
  if (!text.includes('%')) return Buffer.from(text, 'utf8');
  const parts = text.split(/%([0-9a-f]{2})/i);
  return Buffer.concat(
    parts.map((part, index) => (index % 2 === 1 ? Buffer.from(part, 'hex') : Buffer.from(part, 'utf8'))),
  );
}
