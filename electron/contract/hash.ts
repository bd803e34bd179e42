// Texts in, numbers that stand for them out: for tables and for noticing changes, never against anybody's intent. Pure.

/** FNV-1a (Fowler, Noll and Vo) over UTF-16 units, 32 bits. */
export function hash32(text: string, seed = 0x811c_9dc5): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
  return hash >>> 0;
}

/** A hash of 53 bits, as a whole number. */
export function hash53(text: string): number {
  return (hash32(text, 0x9747_b28c) & 0x1f_ffff) * 0x1_0000_0000 + hash32(text);
}
