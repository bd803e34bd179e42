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
  let sum = (to - from) | 0;
  for (let at = 0; at < whole; at += 1) {
    sum = Math.imul(((sum << 5) | (sum >>> 27)) ^ (words[at] ?? 0), FACTOR);
  }
  for (let at = from + whole * 4; at < to; at += 1) {
    sum = Math.imul(((sum << 5) | (sum >>> 27)) ^ (bytes[at] ?? 0), FACTOR);
  }
  return (sum ^ (sum >>> 16)) >>> 0;
}
