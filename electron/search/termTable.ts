// Words in, their numbers out. A text says most of its words for the tenth time, so a word of plain letters is looked up where it stands in
// the text, without a string being made of it.

const START = 0x811c_9dc5;
const FACTOR = 0x0100_0193;
const PLAIN = /^[a-z0-9]+$/;

/** Terms numbered from 0 as they come. */
export class TermTable {
  readonly terms: string[] = [];
  /** Numbers of the terms that are not of plain letters and digits alone. */
  readonly #others = new Map<string, number>();
  /** Number of a plain term and one more, by its hash and linear probing; 0 where there is none. */
  #slots = new Uint32Array(1_024);
  #count = 0;
  #hashes = new Uint32Array(512);
  /** Letters of the plain terms one after the other, and where those of each begin and end; by number. */
  #letters = new Uint8Array(4_096);
  #begins = new Uint32Array(512);
  #ends = new Uint32Array(512);
  #size = 0;

  /** -1 for a term that never came. */
  find(term: string): number {
    if (!PLAIN.test(term)) return this.#others.get(term) ?? -1;
    const hash = hashOf(term, 0, term.length);
    return (this.#slots[this.#slotOf(term, 0, term.length, hash)] ?? 0) - 1;
  }

  /** The number of a folded term, a new one where there is none. */
  numberOf(term: string): number {
    if (PLAIN.test(term)) return this.numberOfPlain(term, 0, term.length);
    const known = this.#others.get(term);
    if (known !== undefined) return known;
    const number = this.terms.push(term) - 1;
    this.#others.set(term, number);
    return number;
  }

  /** The same for a part of a text that has only ASCII letters and digits, of whatever case. */
  numberOfPlain(text: string, from: number, to: number): number {
    const hash = hashOf(text, from, to);
    const slot = this.#slotOf(text, from, to, hash);
    const known = this.#slots[slot] ?? 0;
    return known > 0 ? known - 1 : this.#add(text, from, to, hash, slot);
  }

  /** The slot of the word, or the free one where it would go. */
  #slotOf(text: string, from: number, to: number, hash: number): number {
    const last = this.#slots.length - 1;
    let slot = hash & last;
    for (;;) {
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number < 0) return slot;
      if (this.#hashes[number] === hash && this.#isTerm(number, text, from, to)) return slot;
      slot = (slot + 1) & last;
    }
  }

  #isTerm(number: number, text: string, from: number, to: number): boolean {
    const begin = this.#begins[number] ?? 0;
    if ((this.#ends[number] ?? 0) - begin !== to - from) return false;
    for (let at = from; at < to; at += 1) {
      if (this.#letters[begin + at - from] !== lower(text.charCodeAt(at))) return false;
    }
    return true;
  }

  #add(text: string, from: number, to: number, hash: number, slot: number): number {
    const number = this.terms.push(text.slice(from, to).toLowerCase()) - 1;
    if (number >= this.#hashes.length) {
      this.#hashes = grown(this.#hashes, number);
      this.#begins = grown(this.#begins, number);
      this.#ends = grown(this.#ends, number);
    }
    if (this.#size + to - from > this.#letters.length) {
      const letters = new Uint8Array((this.#size + to - from) * 2);
      letters.set(this.#letters);
      this.#letters = letters;
    }
    this.#hashes[number] = hash;
    this.#begins[number] = this.#size;
    for (let at = from; at < to; at += 1) {
      this.#letters[this.#size] = lower(text.charCodeAt(at));
      this.#size += 1;
    }
    this.#ends[number] = this.#size;
    this.#slots[slot] = number + 1;
    this.#count += 1;
    if (this.#count * 2 > this.#slots.length) this.#rebuild();
    return number;
  }

  #rebuild(): void {
    const old = this.#slots;
    const last = old.length * 2 - 1;
    this.#slots = new Uint32Array(last + 1);
    for (const entry of old) {
      if (entry === 0) continue;
      let slot = (this.#hashes[entry - 1] ?? 0) & last;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
      this.#slots[slot] = entry;
    }
  }
}

/** FNV-1a (Fowler, Noll and Vo) over letters as they are compared, its high bits mixed into the low ones. */
function hashOf(text: string, from: number, to: number): number {
  let hash = START;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ lower(text.charCodeAt(at)), FACTOR);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Of an ASCII letter or digit. */
function lower(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

function grown(numbers: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array((needed + 1) * 2);
  next.set(numbers);
  return next;
}
