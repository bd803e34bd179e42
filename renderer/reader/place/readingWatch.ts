// What is done with an article while it is open: its views in, as they change; the stretches that were read are told to the library, and the
// time is handed to whoever writes the place down.
import type { Article } from '#contract/article.ts';
import { READING_SPEEDS, usualSpeed } from '#contract/readingSpeed.ts';
import { useMirror } from '../../app/mirror.ts';
import { noteStretches } from '../../app/readingTime.ts';
import { startActiveClock } from './activeClock.ts';
import type { View } from './framePlace.ts';
import { createPace } from './readingPace.ts';
import { measureText, type TextMeasure } from '../frame/textMeasure.ts';

/** Watches one open article. */
export interface ReadingWatch {
  /** Notes the view after a move of the person's own. */
  saw(view: View): void;
  /** Says that the next move is no reading on. */
  jumped(): void;
  /** Seconds read since it was asked last; 0 while nothing is measured. */
  takeSeconds(): number;
  /** Ends with the article. */
  end(): void;
}

/** Starts watching; counts the text when it is seen first, which is after it was drawn. */
export function watchReading(page: Document, { lang }: Article, blocks: readonly HTMLElement[]): ReadingWatch {
  const { perMinute, perWord } = usualSpeed(lang);
  const pace = createPace(perMinute, READING_SPEEDS.fastest * perWord);
  const clock = startActiveClock(page.defaultView);
  let measure: TextMeasure | undefined;
  let seconds = 0;

  function take(): void {
    const taken = pace.take();
    if (!useMirror.getState().settings.measuresSpeed) return;
    seconds += taken.seconds;
    noteStretches(taken.stretches.map((stretch) => ({ ...stretch, lang })));
  }

  return {
    saw({ block, into, end }) {
      measure ??= measureText(blocks, lang);
      pace.note({ at: clock.seconds(), from: measure(block + into), to: measure(end) });
    },
    jumped: () => pace.jump(),
    takeSeconds() {
      take();
      const whole = Math.round(seconds * 10) / 10;
      seconds = 0;
      return whole;
    },
    end() {
      pace.end(clock.seconds());
      clock.stop();
    },
  };
}
