// Bytes in, a number that tells whether they are as they were written out. Against damage, not against anybody's intent. Pure.

const FACTOR = 0x9e37_79b1;

/**
 * 32 bits over the bytes from `from` up to, but not with, `to`. Every step can be undone, so that a change within four bytes that begin at a
 * multiple of four is always noticed, whatever it is; any other damage goes unnoticed once in four thousand million times. Words are
 * taken as the processor has them, lowest byte first on every system there is an Electron for.
 */
export function checksum(bytes: Uint8Array, from: number, to: number): number {
  const whole = (to - from) >>> 2;
  const begin = bytes.byteOffset + from;
  const isAligned = begin % 4 === 0;
  const words = isAligned
    ? new Uint32Array(bytes.buffer, begin, whole)
    : new Uint32Array(bytes.slice(from, from + whole * 4).buffer);
  let sum = joined(words, (to - from) | 0);
  for (let at = from + whole * 4; at < to; at += 1) {
    sum = Math.imul(((sum << 5) | (sum >>> 27)) ^ (bytes[at] ?? 0), FACTOR);
  }
  return (sum ^ (sum >>> 16)) >>> 0;
}

/** Four sums side by side, each of every fourth word, which a processor takes in almost the time of one. */
function joined(words: Uint32Array, start: number): number {
  let [a, b, c, d] = [start, start ^ 1, start ^ 2, start ^ 3];
  let at = 0;
  for (const end = words.length - 3; at < end; at += 4) {
    a = Math.imul(((a << 5) | (a >>> 27)) ^ (words[at] ?? 0), FACTOR);
    b = Math.imul(((b << 5) | (b >>> 27)) ^ (words[at + 1] ?? 0), FACTOR);
    c = Math.imul(((c << 5) | (c >>> 27)) ^ (words[at + 2] ?? 0), FACTOR);
    d = Math.imul(((d << 5) | (d >>> 27)) ^ (words[at + 3] ?? 0), FACTOR);
  }
  let sum = a;
  for (const other of [b, c, d]) sum = Math.imul(((sum << 5) | (sum >>> 27)) ^ other, FACTOR);
  for (; at < words.length; at += 1) sum = Math.imul(((sum << 5) | (sum >>> 27)) ^ (words[at] ?? 0), FACTOR);
  return sum;
}
