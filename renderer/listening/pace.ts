// How fast a voice reads, measured while it does; how long a text takes it, out. Pure.

/** How fast a voice reads. */
export interface Pace {
  /** Takes note of so many letters that took so long at a speed; what is too short to tell anything is passed over. */
  note(letters: number, ms: number, rate: number): void;
  /** Minutes for so many letters at a speed. */
  minutesFor(letters: number, rate: number): number;
}

/** What voices usually read in a second at their own speed; the signs of Chinese, Japanese and Korean count as three letters each, see `lettersIn`. */
const USUAL_PER_SECOND = 14.5;
const FEWEST_LETTERS = 25;
/** How much the latest sentence counts against all before it. */
const NEWEST_SHARE = 0.15;

/** Makes a pace that knows nothing yet. */
export function createPace(): Pace {
  let perSecond = USUAL_PER_SECOND;
  return {
    note(letters, ms, rate) {
      const measured = (letters * 1000) / (ms * rate);
      // No voice is that slow or fast; the window slept, or the voice swallowed the sentence.
      if (letters < FEWEST_LETTERS || !(measured > 3 && measured < 60)) return;
      perSecond += (measured - perSecond) * NEWEST_SHARE;
    },
    minutesFor: (letters, rate) => letters / (perSecond * rate) / 60,
  };
}

/** How long a text is to a voice, in letters of an alphabet. */
export function lettersIn(text: string): number {
  const signs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return text.length + signs * 2;
}
