// The paragraphs of an article in; how much text stands before any place in it out, in the units in which reading is measured.
import { usualSpeed } from '#contract/readingSpeed.ts';

/** Tells how much text stands before so many blocks and a share of the next. */
export type TextMeasure = (blocks: number) => number;

/** Counts once; some milliseconds for 20,000 words, so not before the text is drawn. */
export function measureText(blocks: readonly HTMLElement[], lang: string | null): TextMeasure {
  const counted = usualSpeed(lang).unit === 'words' ? /\S+/g : /[\p{L}\p{N}]/gu;
  const before = new Float64Array(blocks.length + 1);
  for (const [index, block] of blocks.entries()) {
    before[index + 1] = (before[index] ?? 0) + (block.textContent.match(counted)?.length ?? 0);
  }
  return (place) => {
    const whole = Math.min(blocks.length, Math.max(0, Math.floor(place)));
    const start = before[whole] ?? 0;
    return start + ((before[whole + 1] ?? start) - start) * (place - whole);
  };
}
