// Lists of named things that two machines keep, and what was done last to each thing; what both made of a list out, so that what was taken away
// on one is not taken for what the other never had. A list whose elements are won by the last writer, after Shapiro et al., "A comprehensive
// study of Convergent and Commutative Replicated Data Types" (2011), 3.3.3. Pure.

/** That a thing was taken away (`isGone`), or put in, put in again or changed. */
export interface LastChange {
  /** What tells it from the other things of its list. */
  readonly name: string;
  /** ISO instant in UTC. */
  readonly at: string;
  readonly isGone: boolean;
}

/** What is in a list, and what was done to it. */
export interface Listed {
  readonly names: ReadonlySet<string>;
  readonly changes: readonly LastChange[];
}

/** So many removals of a list are remembered, the latest: more than anybody takes away by hand while another machine is switched off. */
export const MOST_GONE = 500;
/** And for so long: a machine that was away for longer brings back what was removed meanwhile, which is better than a list that only grows. */
const GONE_KEPT_MS = 366 * 86_400_000;
/** Behind it an instant has more than four digits of a year. */
const LATEST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** What was done to a list. */
export interface ListChange {
  readonly gone: readonly string[];
  /** Put in or changed. */
  readonly there: readonly string[];
  /** All that are in it now. */
  readonly names: ReadonlySet<string>;
}

/**
 * The changes with some more of them; the same list when there are none. `notBefore` gives an instant that is known of a thing, behind which its
 * change counts even when the clock here is slow.
 */
export function noteChanges(
  changes: readonly LastChange[],
  { gone, there, names }: ListChange,
  now: Date,
  notBefore: (name: string) => string | undefined = () => undefined,
): readonly LastChange[] {
  if (gone.length === 0 && there.length === 0) return changes;
  const known = new Map(changes.map((change) => [change.name, change]));
  const note = (name: string, isGone: boolean): void => {
    known.set(name, { name, at: instantBehind(now, known.get(name)?.at, notBefore(name)), isGone });
  };
  for (const name of gone) note(name, true);
  for (const name of there) note(name, false);
  const oldest = now.getTime() - GONE_KEPT_MS;
  return bounded(
    [...known.values()].filter(({ name, at, isGone }) => (isGone ? Date.parse(at) >= oldest : names.has(name))),
  );
}

/** The ISO instant of a change that follows those of `known`: behind them, however slow the clock is; what is no instant of four digits of a year does not count. */
export function instantBehind(now: Date, ...known: readonly (string | null | undefined)[]): string {
  const behind = known.map((at) => Date.parse(at ?? '') + 1);
  return new Date(Math.max(now.getTime(), ...behind.filter((each) => each <= LATEST_MS))).toISOString();
}

/**
 * Joins what two machines made of a list. Of each thing the later change counts, and of two of the same instant the one that keeps it; what has
 * none is there when either has it. Which of the two is called the first makes no difference, nor does joining them again.
 */
export function joinLists(
  one: Listed,
  other: Listed,
): { readonly isGone: (name: string) => boolean; readonly changes: readonly LastChange[] } {
  const joined = new Map<string, LastChange>();
  for (const change of [...soundOf(one), ...soundOf(other)]) {
    const known = joined.get(change.name);
    if (known === undefined || isLater(change, known)) joined.set(change.name, change);
  }
  return {
    isGone: (name) => joined.get(name)?.isGone === true,
    changes: bounded([...joined.values()]),
  };
}

/** An older Layover changes lists and leaves the record as it is: what it put in again stays, and what it took away may come back. */
function soundOf({ names, changes }: Listed): readonly LastChange[] {
  return changes.flatMap((change) => {
    if (names.has(change.name)) return change.isGone ? [{ ...change, isGone: false }] : [change];
    return change.isGone ? [change] : [];
  });
}

function isLater(change: LastChange, than: LastChange): boolean {
  const ms = Date.parse(change.at) - Date.parse(than.at);
  return ms === 0 ? than.isGone && !change.isGone : ms > 0;
}

/** The latest first, and always in the same order, so that two machines write the same. */
function bounded(changes: readonly LastChange[]): readonly LastChange[] {
  let gone = 0;
  return [...changes]
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.name < b.name ? -1 : 1))
    .filter(({ isGone }) => {
      if (isGone) gone += 1;
      return !isGone || gone <= MOST_GONE;
    });
}
