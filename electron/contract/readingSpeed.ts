// How fast somebody reads in each language, kept as a small table of speeds; new stretches of reading in, minutes out. Pure.

/** Something that was read without a pause or a jump. */
export interface Stretch {
  /** BCP 47 tag of its language; `null` for unknown. */
  readonly lang: string | null;
  /** Words, or characters in a language that is written without spaces. */
  readonly units: number;
  readonly seconds: number;
}

/** What is known of one language. */
export interface SpeedRecord {
  /** Units counted since the beginning. */
  readonly counted: number;
  /** Units read at each speed, older ones weighing less; the speeds are those of `BINS`. */
  readonly bins: readonly number[];
}

/** What is known, by primary language tag, `und` for unknown ones. */
export type ReadingSpeed = Readonly<Record<string, SpeedRecord>>;

/** What is counted in a language, and how many of it most people read a minute. */
export interface UsualSpeed {
  readonly unit: 'words' | 'characters';
  readonly perMinute: number;
  /** Units that a word takes, as words are counted elsewhere. */
  readonly perWord: number;
}

/** A speed, and how much it was measured from. */
export interface MeasuredSpeed {
  readonly unit: UsualSpeed['unit'];
  readonly perMinute: number;
  readonly counted: number;
}

// Words a minute in silent reading of texts, measured per language: Trauzettel-Klosinski and Dietz, "Standardized assessment of
// reading performance: the new International Reading Speed Texts IReST" (2012), table of means.
const WORDS_A_MINUTE: Readonly<Record<string, number>> = {
  ar: 138,
  de: 179,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  ja: 193,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
  zh: 158,
};
const MEAN = 184;
// The same table's characters a minute, for languages whose words only a dictionary tells apart.
const CHARACTERS_A_MINUTE: Readonly<Record<string, number>> = { ja: 357, zh: 255 };

/** Speeds in words a minute that may be reading; what is slower is a pause, what is faster is looking for something. */
export const READING_SPEEDS = { slowest: 40, fastest: 1200 } as const;
/** So many words must have been read before the person's own speed counts. */
export const ENOUGH_WORDS = 3_000;

/** How the table is divided: the first speed in units a minute, and how many steps of a twelfth of an octave. */
export const BINS = { first: 40, count: 72 } as const;
const STEPS_PER_OCTAVE = 12;
// After so many units what was read before them weighs half: a habit changes over some books, not over an evening.
const HALF_LIFE = 40_000;

/** What most people read in a language. */
export function usualSpeed(lang: string | null): UsualSpeed {
  const primary = primaryOf(lang);
  const words = valueOf(WORDS_A_MINUTE, primary) ?? MEAN;
  const characters = valueOf(CHARACTERS_A_MINUTE, primary);
  return characters === undefined
    ? { unit: 'words', perMinute: words, perWord: 1 }
    : { unit: 'characters', perMinute: characters, perWord: characters / words };
}

/** Minutes that most people need for so many words, not rounded. */
export function usualMinutes(words: number, lang: string | null): number {
  return words / (valueOf(WORDS_A_MINUTE, primaryOf(lang)) ?? MEAN);
}

/** Counts a stretch; one at a speed at which nobody reads changes nothing. */
export function addStretch(speed: ReadingSpeed, { lang, units, seconds }: Stretch): ReadingSpeed {
  const { perWord } = usualSpeed(lang);
  const perMinute = (units / seconds) * 60;
  const isReading =
    perMinute >= READING_SPEEDS.slowest * perWord && perMinute <= READING_SPEEDS.fastest * perWord && units > 0;
  if (!isReading) return speed;
  const key = primaryOf(lang);
  const before = Object.hasOwn(speed, key) ? speed[key] : undefined;
  const aged = 0.5 ** (units / HALF_LIFE);
  const bins = Array.from({ length: BINS.count }, (_, bin) => (before?.bins[bin] ?? 0) * aged);
  const bin = binOf(perMinute);
  bins[bin] = (bins[bin] ?? 0) + units;
  return {
    ...speed,
    [key]: {
      counted: Math.round((before?.counted ?? 0) + units),
      bins: bins.map((each) => Math.round(each * 10) / 10),
    },
  };
}

/**
 * The person's own speed in a language: the median of what was read, by units, so that neither skimming nor falling asleep moves it far.
 * `undefined` until `ENOUGH_WORDS` were read.
 */
export function measuredSpeed(speed: ReadingSpeed, lang: string | null): MeasuredSpeed | undefined {
  const key = primaryOf(lang);
  const record = Object.hasOwn(speed, key) ? speed[key] : undefined;
  const { unit, perWord } = usualSpeed(lang);
  if (record === undefined || record.counted < ENOUGH_WORDS * perWord) return undefined;
  const half = record.bins.reduce((sum, each) => sum + each, 0) / 2;
  let below = 0;
  for (const [bin, units] of record.bins.entries()) {
    if (units > 0 && below + units >= half) {
      return { unit, perMinute: speedAt(bin + (half - below) / units), counted: record.counted };
    }
    below += units;
  }
  return undefined;
}

/** By how much a time that fits most people is longer for this person: 2 for one who reads half as fast. 1 until it is known. */
export function timeFactor(speed: ReadingSpeed, lang: string | null): number {
  const own = measuredSpeed(speed, lang);
  return own === undefined ? 1 : usualSpeed(lang).perMinute / own.perMinute;
}

function primaryOf(lang: string | null): string {
  const primary = lang?.toLowerCase().split('-')[0] ?? '';
  return /^[a-z]{2,8}$/.test(primary) ? primary : 'und';
}

function binOf(perMinute: number): number {
  const bin = Math.floor(Math.log2(perMinute / BINS.first) * STEPS_PER_OCTAVE);
  return Math.min(BINS.count - 1, Math.max(0, bin));
}

function speedAt(bin: number): number {
  return BINS.first * 2 ** (bin / STEPS_PER_OCTAVE);
}

function valueOf(table: Readonly<Record<string, number>>, key: string): number | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
