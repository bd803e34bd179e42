// The titles of all rows: a few megabytes of UTF-8 for 100,000, and the order in which people read them, made when it is asked for.
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Titles by row. */
export interface Titles {
  put(row: number, title: string): void;
  at(row: number): string;
  pack(size: number): { readonly titles: Uint8Array; readonly titleAt: Uint32Array };
  /** For each row its place among all titles, in the order of the reader's language, numbers as numbers. Goes on in slices of some milliseconds. */
  ranks(size: number): Promise<Uint32Array>;
}

const SLICE = 1_000;

/** Makes the titles over what was packed before. */
export function createTitles(packed: Uint8Array, packedAt: Uint32Array): Titles {
  const decoder = new TextDecoder();
  const changed = new Map<number, string>();
  let order: Uint32Array | undefined;
  let ranked = new Map<number, string>();

  function at(row: number): string {
    return changed.get(row) ?? decoder.decode(packed.subarray(packedAt[row] ?? 0, packedAt[row + 1] ?? 0));
  }

  return {
    at,
    put(row, title) {
      if (at(row) === title && row + 1 < packedAt.length) return;
      changed.set(row, title);
      order = undefined;
    },
    pack(size) {
      const encoder = new TextEncoder();
      const pieces: Uint8Array[] = [];
      const titleAt = new Uint32Array(size + 1);
      let length = 0;
      for (let row = 0; row < size; row += 1) {
        const text = changed.get(row);
        const piece =
          text === undefined ? packed.subarray(packedAt[row] ?? 0, packedAt[row + 1] ?? 0) : encoder.encode(text);
        pieces.push(piece);
        titleAt[row] = length;
        length += piece.byteLength;
      }
      titleAt[size] = length;
      const titles = new Uint8Array(length);
      for (const [row, piece] of pieces.entries()) titles.set(piece, titleAt[row]);
      return { titles, titleAt };
    },
    async ranks(size) {
      while (order === undefined || order.length !== size) {
        ranked = changed;
        const made = await rank(size, at);
        // A title that came meanwhile asks for another round.
        if (ranked.size === changed.size) order = made;
      }
      return order;
    },
  };
}

async function rank(size: number, at: (row: number) => string): Promise<Uint32Array> {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const titles = Array.from({ length: size }, (_, row) => at(row));
  const byTitle = (a: number, b: number): number => compare(titles[a] ?? '', titles[b] ?? '') || a - b;
  let runs: Uint32Array[] = [];
  for (let begin = 0; begin < size; begin += SLICE) {
    runs.push(Uint32Array.from({ length: Math.min(SLICE, size - begin) }, (_, index) => begin + index).sort(byTitle));
    await nextTurn();
  }
  while (runs.length > 1) {
    const merged: Uint32Array[] = [];
    for (let index = 0; index < runs.length; index += 2) {
      const [left, right] = [runs[index], runs[index + 1]];
      if (left !== undefined) merged.push(right === undefined ? left : await merge(left, right, byTitle));
    }
    runs = merged;
  }
  const ranks = new Uint32Array(size);
  for (const [place, row] of (runs[0] ?? new Uint32Array()).entries()) ranks[row] = place;
  return ranks;
}

async function merge(a: Uint32Array, b: Uint32Array, compare: (a: number, b: number) => number): Promise<Uint32Array> {
  const merged = new Uint32Array(a.length + b.length);
  let [left, right] = [0, 0];
  for (let at = 0; at < merged.length; at += 1) {
    const takesLeft = right >= b.length || (left < a.length && compare(a[left] ?? 0, b[right] ?? 0) <= 0);
    merged[at] = (takesLeft ? a[left] : b[right]) ?? 0;
    if (takesLeft) left += 1;
    else right += 1;
    if (at % (SLICE * 4) === 0) await nextTurn();
  }
  return merged;
}
