// Sentences and something that speaks in; one sentence after the other read out, and at every change what is being read, out. It knows neither
// the window nor the system's voices, and no clock but the one it is given.
import { unreachable } from '#contract/errors.ts';

/** One sentence. */
export interface Sentence {
  /** As it is said. */
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
  /** Number of its paragraph; ascending. */
  readonly paragraph: number;
}

/** A sentence to say. */
export interface Utterance {
  readonly text: string;
  readonly lang: string;
  /** Name of the voice. */
  readonly voice: string;
  /** 1 is the voice's own speed. */
  readonly rate: number;
}

/** Why a sentence was not said to its end. */
export type SpeakFailure = 'interrupted' | 'voice-gone' | 'failed';

/** What a speaker tells of one utterance. */
export interface SpeakerEvents {
  readonly started: () => void;
  /** A word begins, at this place of the text; `length` is 0 where the voice does not tell it. */
  readonly word: (start: number, length: number) => void;
  readonly ended: () => void;
  readonly failed: (why: SpeakFailure) => void;
}

/** Says one thing at a time. */
export interface Speaker {
  speak(utterance: Utterance, events: SpeakerEvents): void;
  /** Falls silent; nothing is told of what it was saying, or `interrupted`. */
  cancel(): void;
}

/** Time, as `setTimeout`, `clearTimeout` and `Date.now` do it. */
export interface Clock {
  start(run: () => void, ms: number): number;
  stop(timer: number): void;
  now(): number;
}

/** When to stop by itself: at a time, at the end of the article, or never. */
export type SleepTimer = { readonly at: number } | 'article' | null;

/** What is going on. `ended`: the article is read to its end; `failed`: the voice says nothing; `voiceless`: the voice is gone and there is no other. */
export type ListenState = 'playing' | 'paused' | 'ended' | 'failed' | 'voiceless';

/** What is being read. */
export interface Listening {
  readonly state: ListenState;
  /** Number of the sentence. */
  readonly at: number;
  /** The word in it, where the voice tells. */
  readonly word: readonly [start: number, end: number] | null;
  readonly timer: SleepTimer;
}

/** What a listener needs. */
export interface ListenerOptions {
  readonly speaker: Speaker;
  readonly clock: Clock;
  readonly sentences: readonly Sentence[];
  readonly voice: string;
  readonly rate: number;
  readonly changed: (listening: Listening) => void;
  /** Told of each sentence that was said from its beginning to its end, and how long that took. */
  readonly said: (text: string, ms: number, rate: number) => void;
  /** Another voice in the place of one that is gone; `undefined` when there is none. */
  readonly otherVoice: (gone: string) => string | undefined;
}

/** Reads out. */
export interface Listener {
  readonly now: Listening;
  /** Begins at a sentence, or goes on where it was. */
  play(at?: number): void;
  pause(): void;
  /** Goes so many sentences on, or back. */
  skipSentence(by: number): void;
  /** Goes to the beginning of another paragraph; back goes to the beginning of its own first when it is not there. */
  skipParagraph(by: 1 | -1): void;
  setRate(rate: number): void;
  setVoice(voice: string): void;
  setTimer(timer: SleepTimer): void;
  /** Falls silent for good. */
  close(): void;
}

/** Between a cancel and the next utterance; skips that follow each other faster say nothing in between. Some voices swallow what comes at once. */
const SETTLE_MS = 90;
/** What no voice takes as long as, for each letter at its own speed; slow voices say nine letters in a second. */
const PATIENCE_MS_PER_LETTER = 220;
const PATIENCE_MS = 6000;
/** So many sentences one after the other of which nothing was heard are a voice that does not work. */
const MOST_SILENT = 3;

/** Makes a listener that says nothing yet. */
export function createListener(options: ListenerOptions): Listener {
  const { speaker, clock, sentences, changed } = options;
  let { voice, rate } = options;
  let now: Listening = { state: 'paused', at: 0, word: null, timer: null };
  // Events of an utterance that is not the latest are stale.
  let turn = 0;
  let silent = 0;
  let pending: number | undefined;
  let watchdog: number | undefined;

  function change(next: Partial<Listening>): void {
    now = { ...now, ...next };
    changed(now);
  }

  function hush(): void {
    turn += 1;
    for (const timer of [pending, watchdog]) if (timer !== undefined) clock.stop(timer);
    pending = undefined;
    watchdog = undefined;
    speaker.cancel();
  }

  function say(at: number, afterMs: number): void {
    hush();
    change({ state: 'playing', at, word: null });
    if (afterMs === 0) speakNow();
    else pending = clock.start(speakNow, afterMs);
  }

  function speakNow(): void {
    pending = undefined;
    const sentence = sentences[now.at];
    if (sentence === undefined) return;
    const own = turn;
    const current = (act: () => void) => () => {
      if (own === turn) act();
    };
    let begunAt: number | undefined;
    const heard = (): void => {
      silent = 0;
      watch(sentence, own);
    };
    watch(sentence, own);
    speaker.speak(
      { text: sentence.text, lang: sentence.lang, voice, rate },
      {
        started: current(() => {
          begunAt = clock.now();
          heard();
        }),
        word: (start, length) => {
          if (own !== turn) return;
          heard();
          change({ word: [start, start + (length > 0 ? length : wordLength(sentence.text, start))] });
        },
        ended: current(() => {
          silent = 0;
          if (begunAt !== undefined) options.said(sentence.text, clock.now() - begunAt, rate);
          goOn();
        }),
        failed: (why) => {
          if (own === turn) fail(why);
        },
      },
    );
  }

  function watch({ text }: Sentence, own: number): void {
    if (watchdog !== undefined) clock.stop(watchdog);
    const ms = PATIENCE_MS + (text.length * PATIENCE_MS_PER_LETTER) / Math.min(rate, 1);
    watchdog = clock.start(() => {
      if (own === turn) passOver();
    }, ms);
  }

  function fail(why: SpeakFailure): void {
    switch (why) {
      // Somebody else, such as another window, took the voice; saying it again would be a quarrel.
      case 'interrupted':
        hush();
        change({ state: 'paused' });
        return;
      case 'voice-gone': {
        const other = options.otherVoice(voice);
        if (other === undefined || other === voice) {
          hush();
          change({ state: 'voiceless' });
        } else {
          voice = other;
          say(now.at, SETTLE_MS);
        }
        return;
      }
      case 'failed':
        passOver();
        return;
      default:
        unreachable(why);
    }
  }

  /** Nothing more comes of this sentence: the next may be said all the same. */
  function passOver(): void {
    silent += 1;
    if (silent < MOST_SILENT) {
      goOn();
      return;
    }
    silent = 0;
    hush();
    change({ state: 'failed' });
  }

  function goOn(): void {
    const isOver = now.at + 1 >= sentences.length;
    if (isOver) {
      hush();
      change({ state: 'ended', word: null });
    } else if (isTimeUp()) {
      hush();
      change({ state: 'paused', at: now.at + 1, word: null, timer: null });
    } else say(now.at + 1, 0);
  }

  function isTimeUp(): boolean {
    return now.timer !== null && now.timer !== 'article' && clock.now() >= now.timer.at;
  }

  /** Where it was playing it plays on from there, after a pause that lets further skips through; else it only stands there. */
  function moveTo(at: number): void {
    const within = Math.max(0, Math.min(sentences.length - 1, at));
    if (now.state === 'playing') say(within, SETTLE_MS);
    else change({ state: 'paused', at: within, word: null });
  }

  return {
    get now() {
      return now;
    },
    play(at) {
      if (sentences.length === 0) return;
      const from = at ?? (now.state === 'ended' ? 0 : now.at);
      silent = 0;
      say(Math.max(0, Math.min(sentences.length - 1, from)), SETTLE_MS);
    },
    pause() {
      if (now.state !== 'playing') return;
      hush();
      change({ state: 'paused', word: null });
    },
    skipSentence: (by) => moveTo(now.at + by),
    skipParagraph(by) {
      const own = sentences[now.at]?.paragraph;
      if (own === undefined) return;
      const first = sentences.findIndex(({ paragraph }) => paragraph === own);
      if (by === 1) {
        const next = sentences.findIndex(({ paragraph }) => paragraph > own);
        moveTo(next === -1 ? sentences.length - 1 : next);
      } else if (now.at > first) moveTo(first);
      else {
        const before = sentences[first - 1]?.paragraph;
        moveTo(sentences.findIndex(({ paragraph }) => paragraph === before));
      }
    },
    setRate(next) {
      if (next === rate) return;
      rate = next;
      if (now.state === 'playing') say(now.at, SETTLE_MS);
    },
    setVoice(next) {
      if (next === voice) return;
      voice = next;
      silent = 0;
      if (now.state === 'playing') say(now.at, SETTLE_MS);
      else if (now.state !== 'ended') change({ state: 'paused' });
    },
    setTimer: (timer) => change({ timer }),
    close: hush,
  };
}

/** Of voices that tell where a word begins but not how long it is. */
function wordLength(text: string, start: number): number {
  return /^[\p{L}\p{N}\p{M}'’-]+/u.exec(text.slice(start))?.[0].length ?? 1;
}
