// The bytes of a file in; the same file as programs, disks and strangers leave it out: cut, doubled, mixed with another, full of what parsers stumble over.
// The same for the same name of a seed.

/** Numbers from 0 up to 1, the same for the same name: Mulberry32 by T. Ettinger. */
export function randomNumbers(name: string): () => number {
  let state = Buffer.from(name).reduce((hash, sign) => Math.imul(hash ^ sign, 0x01000193), 0x811c9dc5);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The file with one to four damages; pieces of the others come into it. */
export function damageBytes(source: Buffer, others: readonly Buffer[], random: () => number): Buffer {
  let bytes: Buffer = Buffer.from(source);
  for (let count = Math.floor(random() * 4); count >= 0; count -= 1) bytes = damagedOnce(bytes, others, random);
  return bytes;
}

function damagedOnce(bytes: Buffer, others: readonly Buffer[], random: () => number): Buffer {
  const place = (): number => Math.floor(random() * (bytes.length + 1));
  const [start = 0, end = 0] = [place(), place()].toSorted((a, b) => a - b);
  const piece = bytes.subarray(start, end);
  const insert = (text: string | Buffer): Buffer =>
    Buffer.concat([bytes.subarray(0, start), Buffer.from(text), bytes.subarray(start)]);
  const one = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0];
  switch (Math.floor(random() * 9)) {
    case 0: {
      const copy = Buffer.from(bytes);
      for (let count = 0; count < 8 && copy.length > 0; count += 1) {
        copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
      }
      return copy;
    }
    case 1:
      return Buffer.from(bytes.subarray(0, start));
    case 2:
      return insert(Buffer.concat(Array.from({ length: Math.ceil(random() * 3) }, () => piece)));
    case 3:
      return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
    case 4: {
      const [from, to] = [
        one([',', ';', '|', '"', '\n', '\t', '<', '>', '[', '{', ':']),
        one([',', ';', '"', '\n', '\r', '<', '}', ']', ' ']),
      ];
      return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
    }
    case 5:
      return insert(one(['9'.repeat(400), '-1', '1e309', '0'.repeat(100), '18446744073709551616', 'NaN']));
    case 6:
      return insert(
        one(['[', '{"a":', '<dl>', '<outline>', '"', '<![CDATA[', '(', '&', '\\']).repeat(Math.floor(random() * 3000)),
      );
    case 7: {
      const other = others[Math.floor(random() * others.length)] ?? bytes;
      return Buffer.concat([bytes.subarray(0, start), other.subarray(Math.floor(random() * other.length))]);
    }
    default:
      return insert(
        one(['\u0000', '\uFEFF', '\u2028', '\uD800', '"",""', '\r', ']]>', '<!--', '-->', '__proto__', 'constructor']),
      );
  }
}
