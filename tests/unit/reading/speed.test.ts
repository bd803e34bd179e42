// How fast somebody reads, from stretches of reading, and what of a person's moves is reading at all.
import { expect, test } from 'playwright/test';
import {
  addStretch,
  ENOUGH_WORDS,
  measuredSpeed,
  timeFactor,
  usualSpeed,
  type ReadingSpeed,
  type Stretch,
} from '#contract/readingSpeed.ts';
import { createPace, type PacedStretch } from '../../../renderer/reader/place/readingPace.ts';

const at = (perMinute: number, units: number, lang: string | null = 'en'): Stretch => ({
  lang,
  units,
  seconds: (units / perMinute) * 60,
});
const read = (stretches: readonly Stretch[], before: ReadingSpeed = {}): ReadingSpeed =>
  stretches.reduce((speed, stretch) => addStretch(speed, stretch), before);
const many = <T>(count: number, each: T): readonly T[] => Array.from({ length: count }, () => each);

test.describe('the speed', () => {
  test('is that of most people until enough was read, and then the person’s own', () => {
    const little = read(many(10, at(300, 200)));
    expect(measuredSpeed(little, 'en')).toBeUndefined();
    expect(timeFactor(little, 'en')).toBe(1);
    const enough = read(many(6, at(300, 200)), little);
    expect(measuredSpeed(enough, 'en')?.counted).toBe(16 * 200);
    expect(measuredSpeed(enough, 'en')?.perMinute).toBeGreaterThan(285);
    expect(measuredSpeed(enough, 'en')?.perMinute).toBeLessThan(315);
    expect(timeFactor(enough, 'en')).toBeCloseTo(228 / 300, 1);
  });

  test('is not moved by skimming, nor by falling asleep', () => {
    const steady = read(many(40, at(240, 200)));
    const disturbed = read([...many(6, at(1100, 200)), ...many(6, at(45, 200))], steady);
    const [before, after] = [
      measuredSpeed(steady, 'en')?.perMinute ?? 0,
      measuredSpeed(disturbed, 'en')?.perMinute ?? 0,
    ];
    expect(Math.abs(after - before) / before).toBeLessThan(0.06);
  });

  test('follows a person who has become faster', () => {
    const slow = read(many(400, at(180, 200)));
    const faster = read(many(300, at(320, 200)), slow);
    expect(measuredSpeed(faster, 'en')?.perMinute).toBeGreaterThan(300);
  });

  test('at which nobody reads counts for nothing', () => {
    expect(read([at(1300, 400), at(20, 400), { lang: 'en', units: 0, seconds: 10 }])).toEqual({});
  });

  test('is another one in another language, and is counted in characters where words have no spaces', () => {
    const speed = read([...many(20, at(300, 200)), ...many(40, at(500, 300, 'ja-JP'))]);
    expect(measuredSpeed(speed, 'ja')).toMatchObject({ unit: 'characters', counted: 12_000 });
    expect(timeFactor(speed, 'ja')).toBeCloseTo(357 / 500, 1);
    expect(timeFactor(speed, 'de')).toBe(1);
    expect(usualSpeed('zh-Hans').unit).toBe('characters');
    expect(measuredSpeed(read(many(20, at(300, 300, 'zh'))), 'zh')).toBeDefined();
    expect(20 * 300).toBeGreaterThan(ENOUGH_WORDS * usualSpeed('zh').perWord);
  });

  test('stays small, however much is read', () => {
    const speed = read(many(3_000, at(240, 150)));
    expect(JSON.stringify(speed).length).toBeLessThan(1_000);
  });
});

/** Plays views of a text of 10,000 words, 200 of them in view: seconds waited, and words gone on by. */
function play(moves: readonly (readonly [wait: number, by: number] | 'jump')[]): {
  readonly stretches: readonly PacedStretch[];
  readonly seconds: number;
} {
  const pace = createPace(228, 1200);
  let [time, from] = [0, 0];
  pace.note({ at: time, from, to: from + 200 });
  for (const move of moves) {
    if (move === 'jump') {
      pace.jump();
      continue;
    }
    time += move[0];
    from += move[1];
    pace.note({ at: time, from, to: from + 200 });
  }
  pace.end(time + 30);
  return pace.take();
}
const total = (stretches: readonly PacedStretch[]): number => stretches.reduce((sum, { units }) => sum + units, 0);

test.describe('of a person’s moves', () => {
  test('reading page after page is reading', () => {
    const { stretches, seconds } = play(many(5, [50, 190] as const));
    expect(total(stretches)).toBe(5 * 190);
    for (const { units, seconds: took } of stretches) expect((units / took) * 60).toBeCloseTo(228, 0);
    expect(seconds).toBe(5 * 50 + 30);
  });

  test('reading line by line is the same reading', () => {
    const { stretches } = play(many(60, [5, 19] as const));
    expect(total(stretches)).toBeGreaterThan(1000);
    for (const { units, seconds } of stretches) expect((units / seconds) * 60).toBeCloseTo(228, 0);
  });

  test('moves of one glide are one move', () => {
    const glide = [
      [40, 20],
      [0.05, 60],
      [0.05, 60],
      [0.05, 20],
    ] as const;
    const { stretches } = play([...glide, ...glide, ...glide, ...glide]);
    expect(total(stretches)).toBe(4 * 160);
    for (const { units, seconds } of stretches) expect((units / seconds) * 60).toBeCloseTo(239, 0);
  });

  test('a pause, a jump, going back and leafing through are no reading', () => {
    expect(play([[1200, 150]]).stretches).toEqual([]);
    expect(play(['jump', [40, 150]]).stretches).toEqual([]);
    expect(play([[40, -190]]).stretches).toEqual([]);
    expect(play(many(8, [3, 190] as const)).stretches).toEqual([]);
    // More than was in view was never seen.
    expect(play([[60, 900]]).stretches).toEqual([]);
  });

  test('what was read before and after a pause counts, the pause does not', () => {
    const { stretches, seconds } = play([...many(2, [50, 190] as const), [3000, 190], ...many(2, [50, 190] as const)]);
    expect(total(stretches)).toBe(4 * 190);
    for (const { units, seconds: took } of stretches) expect((units / took) * 60).toBeCloseTo(228, 0);
    expect(seconds).toBeLessThan(4 * 50 + 30 + 60);
  });
});
