// What is proposed for a trip: it fits, it fills, older promises come first, and no site, kind or length has it all.
import { array, assert, constant, constantFrom, double, integer, oneof, property, record, string } from 'fast-check';
import { expect, test } from 'playwright/test';
import { POST_KINDS } from '#contract/post.ts';
import { fillTrip, findAnother, type Candidate } from '../../../electron/trips/fillTrip.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-01-01T00:00:00Z');

function candidate(key: string, change: Partial<Candidate> = {}): Candidate {
  return {
    key,
    site: `${key}.example`,
    kind: 'article',
    minutes: 10,
    sizeBytes: 1_000_000,
    since: START,
    progress: 0,
    ...change,
  };
}

const anyCandidate = record({
  key: string({ minLength: 1, maxLength: 3 }),
  site: constantFrom('', 'a.example', 'b.example', 'c.example'),
  kind: constantFrom(...POST_KINDS),
  minutes: double({ min: 0.2, max: 90, noNaN: true }),
  sizeBytes: integer({ min: 0, max: 40_000_000 }),
  since: integer({ min: START - 1000 * DAY, max: START }),
  progress: constantFrom(0, 0, 0, 0.3, 0.9),
});

const keysOf = (all: readonly { readonly key: string }[]): readonly string[] => all.map(({ key }) => key);

test('whatever there is, what is chosen fits, each once, and nothing more would', () => {
  const given = record({
    candidates: array(anyCandidate, { maxLength: 60 }),
    locked: array(anyCandidate, { maxLength: 5 }),
    minutes: integer({ min: 0, max: 400 }),
    sizeBytes: oneof(constant(null), integer({ min: 0, max: 200_000_000 })),
  });
  assert(
    property(given, ({ candidates, locked, minutes, sizeBytes }) => {
      const chosen = keysOf(fillTrip(candidates, locked, { minutes, sizeBytes }));
      const by = new Map(candidates.map((each) => [each.key, each]));
      expect(new Set(chosen).size).toBe(chosen.length);
      expect(keysOf(locked).filter((key) => chosen.includes(key))).toEqual([]);
      const all = [...locked, ...chosen.flatMap((key) => by.get(key) ?? [])];
      expect(all.length).toBe(locked.length + chosen.length);
      const used = all.reduce((sum, each) => sum + Math.max(1, Math.ceil(each.minutes)), 0);
      const bytes = all.reduce((sum, each) => sum + each.sizeBytes, 0);
      // Locked ones alone may be too much already.
      if (chosen.length > 0) expect(used).toBeLessThanOrEqual(minutes);
      if (chosen.length > 0 && sizeBytes !== null) expect(bytes).toBeLessThanOrEqual(sizeBytes);
      const over = [...by.values()].filter(({ key }) => !chosen.includes(key) && !keysOf(locked).includes(key));
      for (const each of over) {
        const fits =
          Math.max(1, Math.ceil(each.minutes)) <= minutes - used && each.sizeBytes <= (sizeBytes ?? Infinity) - bytes;
        expect(fits, `${each.key} would have fitted`).toBe(false);
      }
      expect(fillTrip(candidates, locked, { minutes, sizeBytes })).toEqual(
        fillTrip([...candidates], locked, { minutes, sizeBytes }),
      );
    }),
    { seed: 9, numRuns: 150 },
  );
});

test('three hours are filled to the minute where that can be done', () => {
  const candidates = Array.from({ length: 300 }, (_, at) =>
    candidate(`p${at}`, { minutes: 3 + ((at * 7) % 29), since: START - at * DAY, sizeBytes: 400_000 }),
  );
  const chosen = new Set(keysOf(fillTrip(candidates, [], { minutes: 180, sizeBytes: null })));
  expect(candidates.filter(({ key }) => chosen.has(key)).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(180);
});

test('little room for bytes is filled with what is small, not left empty', () => {
  const large = Array.from({ length: 20 }, (_, at) => candidate(`large${at}`, { sizeBytes: 60_000_000 }));
  const small = Array.from({ length: 20 }, (_, at) => candidate(`small${at}`, { sizeBytes: 2_000_000 }));
  const chosen = keysOf(fillTrip([...large, ...small], [], { minutes: 120, sizeBytes: 30_000_000 }));
  expect(chosen).toHaveLength(12);
  expect(chosen.every((key) => key.startsWith('small'))).toBe(true);
});

test('what waits longest goes first, and what was begun before it', () => {
  const candidates = Array.from({ length: 40 }, (_, at) => candidate(`d${at}`, { since: START - at * 30 * DAY }));
  const begun = candidate('begun', { progress: 0.5, since: START });
  const chosen = fillTrip([...candidates, begun], [], { minutes: 60, sizeBytes: null });
  expect(keysOf(chosen)).toEqual(['begun', 'd39', 'd38', 'd37', 'd36', 'd35']);
  expect(chosen[0]?.reasons[0]).toEqual({ because: 'begun', progress: 0.5 });
  expect(chosen[1]?.reasons[0]).toEqual({ because: 'waiting', since: new Date(START - 39 * 30 * DAY).toISOString() });
});

test('that something waits long is said only of what waits longer than most', () => {
  const waits = (candidates: readonly Candidate[], locked: readonly Candidate[] = []): readonly string[] =>
    fillTrip(candidates, locked, { minutes: 600, sizeBytes: null })
      .filter(({ reasons }) => reasons.some(({ because }) => because === 'waiting'))
      .map(({ key }) => key)
      .sort();
  const list = Array.from({ length: 12 }, (_, at) => candidate(`post${at}`));
  const before = ['old', 'older'].map((key, at) => candidate(key, { since: START - (at + 1) * DAY }));
  expect(waits(list)).toEqual([]);
  expect(waits([...list, ...before])).toEqual(['old', 'older']);
  // What was put in by hand says nothing of how long it waits.
  expect(waits([...list, ...before], [candidate('locked', { since: 0 })])).toEqual(['old', 'older']);
  // Half of them have waited as long.
  expect(waits([...list, ...list.map(({ key }) => candidate(`old ${key}`, { since: START - DAY }))])).toEqual([]);
});

test('no site has it all, and two of one do not follow each other', () => {
  const many = Array.from({ length: 30 }, (_, at) =>
    candidate(`many${at}`, { site: 'many.example', since: START - 400 * DAY - at }),
  );
  const others = Array.from({ length: 12 }, (_, at) => candidate(`other${at}`, { since: START - at * DAY }));
  const order = keysOf(fillTrip([...many, ...others], [], { minutes: 120, sizeBytes: null }));
  const ofMany = order.filter((key) => key.startsWith('many'));
  expect(ofMany.length).toBeGreaterThan(1);
  expect(ofMany.length).toBeLessThan(8);
  expect(order.some((key, at) => key.startsWith('many') && order[at + 1]?.startsWith('many') === true)).toBe(false);
});

test('a film and a short piece are worth their place beside many long articles', () => {
  const long = Array.from({ length: 30 }, (_, at) => candidate(`long${at}`, { minutes: 25, since: START - at }));
  const film = candidate('film', { kind: 'video', minutes: 12, since: START - 15 });
  const short = candidate('short', { minutes: 4, since: START - 15 });
  const chosen = fillTrip([...long, film, short], [], { minutes: 241, sizeBytes: null });
  expect(keysOf(chosen)).toEqual(expect.arrayContaining(['film', 'short']));
  expect(chosen.find(({ key }) => key === 'film')?.reasons[0]).toEqual({ because: 'kind', kind: 'video' });
});

test('another one fits where one was taken out', () => {
  const stay = [candidate('a', { minutes: 100 })];
  const candidates = [candidate('tooLong', { minutes: 30, since: 0 }), candidate('fits', { minutes: 20 }), ...stay];
  expect(findAnother(candidates, stay, { minutes: 120, sizeBytes: null })?.key).toBe('fits');
  expect(findAnother(candidates, stay, { minutes: 110, sizeBytes: null })).toBeUndefined();
  expect(findAnother(candidates, stay, { minutes: 120, sizeBytes: 1_500_000 })).toBeUndefined();
});
