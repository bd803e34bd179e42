// What a trip may draw from in; what to take along out. Pure.
//
// A bounded knapsack: of all sets that fit into the hours and the megabytes, the one that is worth most, where an article is worth its
// minutes, the more the longer it waits and the less the more of its site, kind and length are before it. The hours are solved for exactly by
// dynamic programming (Bellman), the megabytes by a price per byte (Lagrange), found by halving, that makes the set fit.
import type { PostKind } from '#contract/article.ts';
import type { TripReason } from '#contract/trip.ts';

/** What could be taken along. */
export interface Candidate {
  readonly key: string;
  /** What its site is called; empty when it has none. */
  readonly site: string;
  readonly kind: PostKind;
  /** Left to read, at least 1. */
  readonly minutes: number;
  readonly sizeBytes: number;
  /** Since when it waits, milliseconds since 1970. */
  readonly since: number;
  /** 0 to 1, below 1: what is finished is no candidate. */
  readonly progress: number;
}

/** What there is room for. */
export interface Room {
  readonly minutes: number;
  /** `null` for as much as one likes. */
  readonly sizeBytes: number | null;
}

/** What was chosen, and why. */
export interface Choice {
  readonly key: string;
  readonly reasons: readonly TripReason[];
}

/** How much less the next one of the same site, of the same length and of the same kind is worth. */
const SAME = { site: 0.35, length: 0.06, kind: 0.04 } as const;
const BEGUN = 0.6;
const SHORT_MINUTES = 5;
const LONG_MINUTES = 20;
/** So many times the room is looked at; what is worth less than all that is never chosen. */
const PLENTY = 6;
const PRICE_STEPS = 24;
/** Of the others so many must wait less long before it is said that something waits long. */
const LONGER_THAN = 0.75;

/** What a candidate is worth by the minute before it is one of several, 0 to 1 and for what was begun a little more; by key. */
type Worth = ReadonlyMap<string, number>;

/**
 * Chooses among `candidates`, beside `locked`, which are taken whatever they need. The same input gives the same answer; what is chosen
 * fits together with the locked ones, in the order in which it is best read. Never chooses a key twice or one that is locked.
 */
export function fillTrip(
  candidates: readonly Candidate[],
  locked: readonly Candidate[],
  room: Room,
): readonly Choice[] {
  const taken = new Set(locked.map(({ key }) => key));
  const free = uniqueByKey(candidates).filter(({ key }) => !taken.has(key));
  const left: Room = {
    minutes: Math.max(0, Math.floor(room.minutes) - sum(locked, minutesOf)),
    sizeBytes: room.sizeBytes === null ? null : Math.max(0, room.sizeBytes - sum(locked, ({ sizeBytes }) => sizeBytes)),
  };
  const worth = worthOf([...free, ...locked]);
  const chosen = chooseWithin(weigh(free, locked, worth), left);
  return inReadingOrder(chosen, worth).map((each) => ({
    key: each.key,
    reasons: reasonsFor(each, chosen, free),
  }));
}

/** The best candidate for the place of one that is taken out: it fits beside the `others` that stay. `undefined` when none does. */
export function findAnother(
  candidates: readonly Candidate[],
  others: readonly Candidate[],
  room: Room,
): Choice | undefined {
  const taken = new Set(others.map(({ key }) => key));
  const free = uniqueByKey(candidates).filter(({ key }) => !taken.has(key));
  const minutes = room.minutes - sum(others, minutesOf);
  const bytes = room.sizeBytes === null ? Infinity : room.sizeBytes - sum(others, ({ sizeBytes }) => sizeBytes);
  const fitting = weigh(free, others, worthOf([...free, ...others])).filter(
    ({ candidate }) => minutesOf(candidate) <= minutes && candidate.sizeBytes <= bytes,
  );
  const best = fitting.reduce<Weighed | undefined>((a, b) => (a === undefined || b.value > a.value ? b : a), undefined);
  if (best === undefined) return undefined;
  const all = [...others, best.candidate];
  return { key: best.candidate.key, reasons: reasonsFor(best.candidate, all, free) };
}

interface Weighed {
  readonly candidate: Candidate;
  readonly value: number;
}

/** What a candidate is one of several of, and how much less the next is worth then. */
type Groups = readonly (readonly [name: string, less: number])[];

interface Pile {
  readonly groups: Groups;
  /** The one that is worth most last. */
  readonly rest: Candidate[];
}

/** By age, as its rank among all: nobody knows what a year is worth, but older promises come first. */
function worthOf(all: readonly Candidate[]): Worth {
  const byAge = [...all].sort((a, b) => b.since - a.since || (a.key < b.key ? 1 : -1));
  return new Map(
    byAge.map(({ key, progress }, rank) => [
      key,
      0.4 + (0.6 * (rank + 1)) / byAge.length + (progress > 0 ? BEGUN * (1 + progress) : 0),
    ]),
  );
}

/**
 * Each with what it is worth beside those before it, taken one after another, always the one that is worth most by then: the best of a site
 * counts in full, the next ones less and less.
 */
function weigh(free: readonly Candidate[], before: readonly Candidate[], worth: Worth): readonly Weighed[] {
  const counts = new Map<string, number>();
  const groupsOf = (each: Candidate): Groups => [
    [`site ${each.site}`, each.site === '' ? 0 : SAME.site],
    [`length ${lengthOf(each)}`, SAME.length],
    [`kind ${each.kind}`, SAME.kind],
  ];
  const count = (groups: Groups): void => {
    for (const [group] of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  };
  for (const each of before) count(groupsOf(each));
  // Of the same site, kind and length the one that is worth more comes first whatever was taken; only the first of each such pile is looked at.
  const piles = new Map<string, Pile>();
  const least = [...free].sort((a, b) => (worth.get(a.key) ?? 0) - (worth.get(b.key) ?? 0) || (a.key < b.key ? 1 : -1));
  for (const each of least) {
    const groups = groupsOf(each);
    const name = JSON.stringify(groups);
    const pile = piles.get(name) ?? { groups, rest: [] };
    pile.rest.push(each);
    piles.set(name, pile);
  }
  const weighed: Weighed[] = [];
  for (;;) {
    let best: { readonly share: number; readonly pile: Pile } | undefined;
    for (const pile of piles.values()) {
      const first = pile.rest.at(-1);
      if (first === undefined) continue;
      let share = worth.get(first.key) ?? 0;
      for (const [group, less] of pile.groups) share /= 1 + less * (counts.get(group) ?? 0);
      if (best === undefined || share > best.share) best = { share, pile };
    }
    const candidate = best?.pile.rest.pop();
    if (best === undefined || candidate === undefined) return weighed;
    count(best.pile.groups);
    weighed.push({ candidate, value: best.share * minutesOf(candidate) });
  }
}

function chooseWithin(weighed: readonly Weighed[], { minutes, sizeBytes }: Room): readonly Candidate[] {
  const fitting = weighed.filter(
    ({ candidate }) => minutesOf(candidate) <= minutes && candidate.sizeBytes <= (sizeBytes ?? Infinity),
  );
  const likely = mostWorth(fitting, minutes, ({ value, candidate }) => value / minutesOf(candidate), minutesOf);
  const free = fillMinutes(likely, minutes, 0);
  if (sizeBytes === null || sum(free, bytesOf) <= sizeBytes) return free;
  // What is small for its worth counts as well where there is little room.
  const small = mostWorth(fitting, sizeBytes, ({ value, candidate }) => value / (candidate.sizeBytes + 1), bytesOf);
  const both = [...new Set([...likely, ...small])];
  let [low, high] = [0, Math.max(...both.map(({ value, candidate }) => value / (candidate.sizeBytes + 1)))];
  let best: readonly Candidate[] = [];
  for (let step = 0; step < PRICE_STEPS; step += 1) {
    const price = (low + high) / 2;
    const chosen = fillMinutes(both, minutes, price);
    if (sum(chosen, bytesOf) <= sizeBytes) {
      best = chosen;
      high = price;
    } else low = price;
  }
  return withRest(best, both, { minutes, sizeBytes });
}

/** The dearest a minute, or a byte, until there are `PLENTY` of them. */
function mostWorth(
  weighed: readonly Weighed[],
  room: number,
  density: (each: Weighed) => number,
  sizeOf: (candidate: Candidate) => number,
): readonly Weighed[] {
  const sorted = [...weighed].sort((a, b) => density(b) - density(a));
  let total = 0;
  return sorted.filter(({ candidate }) => {
    const isWanted = total < room * PLENTY;
    total += sizeOf(candidate);
    return isWanted;
  });
}

/** The set of most value, less `price` a byte, that takes at most so many minutes. */
function fillMinutes(weighed: readonly Weighed[], minutes: number, price: number): readonly Candidate[] {
  const worthIt = weighed.filter(({ value, candidate }) => value > price * candidate.sizeBytes);
  const best = new Float64Array(minutes + 1);
  const takes = worthIt.map(({ candidate, value }) => {
    const taken = new Uint8Array(minutes + 1);
    const need = minutesOf(candidate);
    const gain = value - price * candidate.sizeBytes;
    for (let room = minutes; room >= need; room -= 1) {
      const taking = (best[room - need] ?? 0) + gain;
      if (taking > (best[room] ?? 0)) {
        best[room] = taking;
        taken[room] = 1;
      }
    }
    return taken;
  });
  const chosen: Candidate[] = [];
  let room = minutes;
  for (let index = worthIt.length - 1; index >= 0; index -= 1) {
    const each = worthIt[index];
    if (each === undefined || takes[index]?.[room] !== 1) continue;
    chosen.push(each.candidate);
    room -= minutesOf(each.candidate);
  }
  return chosen;
}

/** A price leaves some room over; what still fits is put in, the most worth first. */
function withRest(chosen: readonly Candidate[], weighed: readonly Weighed[], room: Room): readonly Candidate[] {
  const all = [...chosen];
  const has = new Set(chosen);
  let [minutes, bytes] = [room.minutes - sum(all, minutesOf), (room.sizeBytes ?? Infinity) - sum(all, bytesOf)];
  for (const { candidate } of [...weighed].sort((a, b) => b.value - a.value)) {
    if (has.has(candidate) || minutesOf(candidate) > minutes || candidate.sizeBytes > bytes) continue;
    all.push(candidate);
    minutes -= minutesOf(candidate);
    bytes -= candidate.sizeBytes;
  }
  return all;
}

/** What was begun first, then the most worth; never two of a site after each other where it can be helped. */
function inReadingOrder(chosen: readonly Candidate[], worth: Worth): readonly Candidate[] {
  const rest = [...chosen].sort(
    (a, b) => Number(b.progress > 0) - Number(a.progress > 0) || (worth.get(b.key) ?? 0) - (worth.get(a.key) ?? 0),
  );
  const order: Candidate[] = [];
  while (rest.length > 0) {
    const last = order.at(-1)?.site;
    const next = rest.findIndex(({ site }) => site === '' || site !== last);
    order.push(...rest.splice(Math.max(0, next), 1));
  }
  return order;
}

/** `free` is all that could have been chosen. */
function reasonsFor(one: Candidate, chosen: readonly Candidate[], free: readonly Candidate[]): readonly TripReason[] {
  const reasons: TripReason[] = [];
  if (one.progress > 0) reasons.push({ because: 'begun', progress: one.progress });
  // What was saved at the same instant waits no longer than the others.
  const younger = free.filter(({ since }) => since > one.since).length;
  if (free.length > 1 && younger >= (free.length - 1) * LONGER_THAN)
    reasons.push({ because: 'waiting', since: new Date(one.since).toISOString() });
  const alike = (test: (each: Candidate) => boolean): number => chosen.filter(test).length;
  if (one.kind !== 'article' && alike(({ kind }) => kind === one.kind) <= 2)
    reasons.push({ because: 'kind', kind: one.kind });
  if (one.site !== '' && chosen.length > 1 && alike(({ site }) => site === one.site) === 1)
    reasons.push({ because: 'site', site: one.site });
  const length = lengthOf(one);
  if (length !== 'middle' && alike((each) => lengthOf(each) === length) * 3 <= chosen.length)
    reasons.push({ because: length });
  return reasons.length === 0 ? [{ because: 'fits' }] : reasons.slice(0, 2);
}

function lengthOf(candidate: Candidate): 'short' | 'middle' | 'long' {
  if (candidate.minutes <= SHORT_MINUTES) return 'short';
  return candidate.minutes >= LONG_MINUTES ? 'long' : 'middle';
}

/** Whole minutes, so that hours can be filled to the minute; rounded up, so that they are never overfilled. */
function minutesOf({ minutes }: Candidate): number {
  return Math.max(1, Math.ceil(minutes));
}

function bytesOf({ sizeBytes }: Candidate): number {
  return sizeBytes;
}

function sum(candidates: readonly Candidate[], of: (candidate: Candidate) => number): number {
  return candidates.reduce((total, each) => total + of(each), 0);
}

function uniqueByKey(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(candidates.map((each) => [each.key, each])).values()];
}
