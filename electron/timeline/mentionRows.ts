// Every mention of a post as one row of typed arrays: a million of them are some 60 MB and no objects. A saved article mentions itself in
// a row of its own, which comes before those of its lists. Pure.

/** Columns that are at least as long as the table; what stands behind its end means nothing. */
export interface MentionRows {
  /** Hash of the key of the post that is meant, see `postKey.ts`. */
  readonly key: Float64Array;
  /** Hash of the normalised title of an article itself, and of an entry that has no address to go by; else 0. */
  readonly titleKey: Float64Array;
  /** `DateCode`s. */
  readonly added: Int32Array;
  readonly updated: Int32Array;
  readonly published: Int32Array;
  /** The place of the article whose mention it is. */
  readonly slot: Uint32Array;
  /** Where the title stands in the table's text, its bytes, and those of the address that follows it; no address has none. */
  readonly textAt: Uint32Array;
  readonly titleBytes: Uint32Array;
  readonly urlBytes: Uint32Array;
  /** Index into the table's sites. */
  readonly site: Uint32Array;
  /** Index into `POST_KINDS`. */
  readonly kind: Uint8Array;
}

/** Columns of the articles, as `MentionRows`. */
export interface SlotRows {
  /** Hash of the address the article was asked by; 0 when it has none. */
  readonly asked: Float64Array;
  /** The id in three numbers; see `packId`. */
  readonly id: Uint32Array;
  readonly stamp: Uint32Array;
  /** The article's own row; those of its lists follow it. */
  readonly first: Uint32Array;
  /** Rows, its own with them; 0 for an article that is gone. */
  readonly count: Uint32Array;
}

/** Bytes of one row in all columns together. */
export const MENTION_BYTES = 49;
/** Bytes of one article in all columns together. */
export const SLOT_BYTES = 32;

/** Columns of `capacity` rows over a buffer, which must begin at a multiple of 8 and have `MENTION_BYTES * capacity` bytes from there on. */
export function mentionsOver(buffer: ArrayBuffer, at: number, capacity: number): MentionRows {
  const place = placer(at, capacity);
  return {
    key: new Float64Array(buffer, place(8), capacity),
    titleKey: new Float64Array(buffer, place(8), capacity),
    added: new Int32Array(buffer, place(4), capacity),
    updated: new Int32Array(buffer, place(4), capacity),
    published: new Int32Array(buffer, place(4), capacity),
    slot: new Uint32Array(buffer, place(4), capacity),
    textAt: new Uint32Array(buffer, place(4), capacity),
    titleBytes: new Uint32Array(buffer, place(4), capacity),
    urlBytes: new Uint32Array(buffer, place(4), capacity),
    site: new Uint32Array(buffer, place(4), capacity),
    kind: new Uint8Array(buffer, place(1), capacity),
  };
}

/** The same for articles, with `SLOT_BYTES`. */
export function slotsOver(buffer: ArrayBuffer, at: number, capacity: number): SlotRows {
  const place = placer(at, capacity);
  return {
    asked: new Float64Array(buffer, place(8), capacity),
    id: new Uint32Array(buffer, place(12), capacity * 3),
    stamp: new Uint32Array(buffer, place(4), capacity),
    first: new Uint32Array(buffer, place(4), capacity),
    count: new Uint32Array(buffer, place(4), capacity),
  };
}

/** Copies rows [from, to) of one table to `at` in another. */
export function copyMentions(source: MentionRows, from: number, to: number, target: MentionRows, at: number): void {
  target.key.set(source.key.subarray(from, to), at);
  target.titleKey.set(source.titleKey.subarray(from, to), at);
  target.added.set(source.added.subarray(from, to), at);
  target.updated.set(source.updated.subarray(from, to), at);
  target.published.set(source.published.subarray(from, to), at);
  target.slot.set(source.slot.subarray(from, to), at);
  target.textAt.set(source.textAt.subarray(from, to), at);
  target.titleBytes.set(source.titleBytes.subarray(from, to), at);
  target.urlBytes.set(source.urlBytes.subarray(from, to), at);
  target.site.set(source.site.subarray(from, to), at);
  target.kind.set(source.kind.subarray(from, to), at);
}

/** Copies articles [0, size) of one table to the same places of another. */
export function copySlots(source: SlotRows, size: number, target: SlotRows): void {
  target.asked.set(source.asked.subarray(0, size));
  target.id.set(source.id.subarray(0, size * 3));
  target.stamp.set(source.stamp.subarray(0, size));
  target.first.set(source.first.subarray(0, size));
  target.count.set(source.count.subarray(0, size));
}

function placer(at: number, capacity: number): (bytes: number) => number {
  let next = at;
  return (bytes) => {
    const here = next;
    next += bytes * capacity;
    return here;
  };
}
