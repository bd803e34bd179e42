// A JPEG in; whether it ends before the mark of its end out. Browsers leave at least its last rows grey without that mark, so whatever is there
// of its pixels counts for nothing then; a small picture of the same inside of it has marks of its own, which are stepped over.

const [END, SCAN] = [0xd9, 0xda];

/** Tells whether it ends early. */
export function jpegEndsEarly(view: Buffer): boolean {
  for (let at = 2; at + 1 < view.length;) {
    const marker = view[at + 1] ?? 0;
    if (view[at] !== 0xff || marker === 0xff) at += 1;
    else if (marker === END) return false;
    else if (hasNothing(marker)) at += 2;
    else {
      if (at + 4 > view.length) return true;
      at += 2 + view.readUInt16BE(at + 2);
      if (marker === SCAN) at = codedEnd(view, at);
    }
  }
  return true;
}

/** Marks without a length behind them. */
function hasNothing(marker: number): boolean {
  return marker <= 1 || (marker >= 0xd0 && marker <= 0xd8);
}

/** Where coded data ends: at a mark that is neither a byte of it nor a restart, or with the file. */
function codedEnd(view: Buffer, from: number): number {
  for (let at = view.indexOf(0xff, from); at >= 0; at = view.indexOf(0xff, at + 1)) {
    const marker = view[at + 1];
    if (marker !== undefined && marker !== 0xff && !hasNothing(marker)) return at;
  }
  return view.length;
}
