// The bytes of a page or text and what its server said of them come in; its text goes out.
// Byte order mark, then header, then <meta>, then a guess; but a declaration that the bytes contradict is not believed.
import { isAscii, isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { wideEncodingOf } from './documentLook.ts';
import { damageOf, decodeAs, encodingDeclared, encodingNamed } from './encodings.ts';

/** A decoded text. `encoding` is the WHATWG name of what it was read in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

const SAMPLE_BYTES = 128 * 1024;
// Statistics take milliseconds for each kilobyte and are no wiser with more.
const STATISTICS_BYTES = 16 * 1024;
// A wrong double-byte encoding breaks every few characters; a right one only where the page itself is damaged.
const TOLERATED_DAMAGE = 0.03;
// Text in another encoding hardly ever forms a UTF-8 sequence, so even a badly damaged UTF-8 page is known by its rest.
const TOLERATED_UTF8_DAMAGE = 0.25;
const FALLBACK = 'windows-1252';

/**
 * Decodes a document; never fails. `isHtml` lets its own `<meta>` count. UTF-7, HZ and ISO-2022-KR are never decoded, as
 * the WHATWG Encoding Standard demands: their ASCII would turn into markup.
 */
export function decodeText(bytes: Uint8Array, headerCharset: string | null, isHtml: boolean): DecodedText {
  const encoding = encodingOf(bytes, headerCharset, isHtml);
  return { text: decodeAs(bytes, encoding), encoding };
}

function encodingOf(bytes: Uint8Array, headerCharset: string | null, isHtml: boolean): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'UTF-8';
  const wide = wideEncodingOf(bytes);
  if (wide !== null) return wide;
  const header = headerCharset === null ? null : encodingNamed(headerCharset);
  const declared = isHtml ? encodingDeclared(bytes) : null;
  const claims = [header, declared].flatMap((name) => (name === null || name.startsWith('UTF-16') ? [] : [name]));
  if (isAscii(bytes)) {
    if (hasJisEscapes(bytes)) return 'ISO-2022-JP';
    return claims[0] ?? 'UTF-8';
  }
  if (isUtf8(bytes)) return 'UTF-8';
  let firstHigh = 0;
  while ((bytes[firstHigh] ?? 0x80) < 0x80) firstHigh += 1;
  const sample = bytes.subarray(firstHigh, firstHigh + SAMPLE_BYTES);
  const fitting = [...new Set(claims)].filter((name) => fits(sample, name));
  const [first] = fitting;
  if (first !== undefined && fitting.length === 1 && !isUnlikely(sample, first)) return first;
  return guess(sample, fitting);
}

function fits(sample: Uint8Array, encoding: string): boolean {
  return damageOf(decodeAs(sample, encoding)) <= (encoding === 'UTF-8' ? TOLERATED_UTF8_DAMAGE : TOLERATED_DAMAGE);
}

/** Languages of Latin-1 seldom have two accented letters side by side; every byte fits it, so this is the only sign of a lie. */
function isUnlikely(sample: Uint8Array, encoding: string): boolean {
  if (encoding !== FALLBACK) return false;
  let high = 0;
  let paired = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if ((sample[index] ?? 0) < 0xc0) continue;
    high += 1;
    if ((sample[index + 1] ?? 0) >= 0xa0 && (sample[index - 1] ?? 0) >= 0xa0) paired += 1;
  }
  return paired > high * 0.3;
}

/** The claim that statistics support best; without any such, what statistics say; without that, what browsers assume. */
function guess(sample: Uint8Array, claims: readonly string[]): string {
  if (damageOf(decodeAs(sample, 'UTF-8')) <= TOLERATED_UTF8_DAMAGE) return 'UTF-8';
  const ranked = analyse(readableBytes(sample))
    .map(({ name }) => encodingNamed(name))
    .flatMap((name) => (name === null || name.startsWith('UTF-') || name.startsWith('ISO-2022') ? [] : [name]))
    .filter((name) => fits(sample, name));
  const supported = ranked.find((name) => claims.includes(name) && !isUnlikely(sample, name));
  return supported ?? claims.find((name) => !isUnlikely(sample, name)) ?? ranked[0] ?? claims[0] ?? FALLBACK;
}

/** Without tags, whose English would weigh as if the page were written in it. */
function readableBytes(sample: Uint8Array): Uint8Array {
  const text = Buffer.from(sample.buffer, sample.byteOffset, sample.length).toString('latin1');
  return Buffer.from(text.replace(/<[^<>]{0,2000}>/g, ' '), 'latin1').subarray(0, STATISTICS_BYTES);
}

function hasJisEscapes(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return ['\x1b$B', '\x1b$@', '\x1b(J', '\x1b(I'].some((escape) => view.includes(escape, 0, 'latin1'));
}
