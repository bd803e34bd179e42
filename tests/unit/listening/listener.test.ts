// Reading out, sentence by sentence, whatever the voice does: played on a voice and a clock of the test's own.
import { expect, test } from 'playwright/test';
import {
  createListener,
  type Clock,
  type Listening,
  type Sentence,
  type Speaker,
  type SpeakerEvents,
  type Utterance,
} from '../../../renderer/listening/listener.ts';

interface Said {
  readonly utterance: Utterance;
  readonly events: SpeakerEvents;
}

/** Three paragraphs: two sentences, three, one. */
const SENTENCES: readonly Sentence[] = [1, 1, 2, 2, 2, 3].map((paragraph, i) => ({
  text: `Sentence number ${i}.`,
  lang: 'en',
  paragraph,
}));

function aListener(otherVoice: (gone: string) => string | undefined = () => undefined) {
  const said: Said[] = [];
  const states: Listening[] = [];
  let cancels = 0;
  let nowMs = 0;
  let timers: { readonly id: number; readonly at: number; readonly run: () => void }[] = [];
  let lastTimer = 0;
  const clock: Clock = {
    start: (run, ms) => {
      lastTimer += 1;
      timers.push({ id: lastTimer, at: nowMs + ms, run });
      return lastTimer;
    },
    stop: (id) => {
      timers = timers.filter((timer) => timer.id !== id);
    },
    now: () => nowMs,
  };
  const speaker: Speaker = {
    speak: (utterance, events) => void said.push({ utterance, events }),
    cancel: () => {
      cancels += 1;
    },
  };
  const listener = createListener({
    speaker,
    clock,
    sentences: SENTENCES,
    voice: 'Daniel',
    rate: 1,
    said: () => undefined,
    changed: (next) => void states.push(next),
    otherVoice,
  });
  return {
    listener,
    states,
    texts: () => said.map(({ utterance }) => Number(/\d+/.exec(utterance.text)?.[0])),
    last: (): Said => {
      const last = said.at(-1);
      if (last === undefined) throw new Error('nothing was said');
      return last;
    },
    cancels: () => cancels,
    waiting: () => timers.length,
    pass: (ms: number): void => {
      const until = nowMs + ms;
      for (;;) {
        const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        nowMs = next.at;
        timers = timers.filter((timer) => timer !== next);
        next.run();
      }
      nowMs = until;
    },
  };
}

test('one sentence after the other is said to the end of the article, and then once more from its beginning', () => {
  const { listener, last, pass, texts, waiting } = aListener();
  listener.play();
  pass(200);
  for (let i = 0; i < SENTENCES.length; i += 1) {
    last().events.started();
    last().events.ended();
  }
  expect(texts()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(listener.now).toMatchObject({ state: 'ended', at: 5 });
  expect(waiting()).toBe(0);
  listener.play();
  pass(200);
  expect(texts().at(-1)).toBe(0);
});

test('the word that is said is told, also by a voice that does not tell how long it is', () => {
  const { listener, last, pass } = aListener();
  listener.play();
  pass(200);
  last().events.word(9, 6);
  expect(listener.now.word).toEqual([9, 15]);
  last().events.word(9, 0);
  expect(listener.now.word).toEqual([9, 15]);
  last().events.ended();
  expect(listener.now.word).toBeNull();
});

test('a pause is silence at once, and what goes on is the whole sentence again', () => {
  const { listener, last, pass, texts, cancels } = aListener();
  listener.play(2);
  pass(200);
  const before = cancels();
  listener.pause();
  expect(cancels()).toBe(before + 1);
  last().events.failed('interrupted');
  last().events.ended();
  pass(60_000);
  expect(listener.now).toMatchObject({ state: 'paused', at: 2 });
  listener.play();
  pass(200);
  expect(texts()).toEqual([2, 2]);
});

test('many skips one after the other say only the last', () => {
  const { listener, pass, texts } = aListener();
  listener.play();
  pass(200);
  for (let i = 0; i < 4; i += 1) {
    listener.skipSentence(1);
    pass(20);
  }
  listener.skipSentence(-1);
  expect(texts()).toEqual([0]);
  pass(200);
  expect(texts()).toEqual([0, 3]);
  listener.skipSentence(-100);
  pass(200);
  listener.skipSentence(100);
  pass(200);
  expect(texts()).toEqual([0, 3, 0, 5]);
});

test('paragraphs are skipped both ways; back goes to the beginning of its own first', () => {
  const { listener } = aListener();
  listener.play(3);
  listener.skipParagraph(-1);
  expect(listener.now.at).toBe(2);
  listener.skipParagraph(-1);
  expect(listener.now.at).toBe(0);
  listener.skipParagraph(-1);
  expect(listener.now.at).toBe(0);
  listener.skipParagraph(1);
  listener.skipParagraph(1);
  expect(listener.now.at).toBe(5);
  listener.skipParagraph(1);
  expect(listener.now.at).toBe(5);
});

test('skipping while it is paused moves the place and says nothing', () => {
  const { listener, pass, texts } = aListener();
  listener.play();
  pass(200);
  listener.pause();
  listener.skipSentence(2);
  pass(200);
  expect(listener.now).toMatchObject({ state: 'paused', at: 2 });
  expect(texts()).toEqual([0]);
});

test('another speed or voice in the middle of a sentence says that sentence again', () => {
  const { listener, last, pass, texts } = aListener();
  listener.play(1);
  pass(200);
  const stale = last().events;
  listener.setRate(2);
  stale.ended();
  pass(200);
  expect(last().utterance).toMatchObject({ rate: 2, voice: 'Daniel' });
  listener.setVoice('Anna');
  pass(200);
  expect(last().utterance).toMatchObject({ rate: 2, voice: 'Anna' });
  listener.setVoice('Anna');
  pass(200);
  expect(texts()).toEqual([1, 1, 1]);
});

test('a voice that tells nothing any more is not waited for: the next sentence follows', () => {
  const { listener, last, pass, texts } = aListener();
  listener.play();
  pass(200);
  last().events.started();
  pass(15_000);
  expect(texts()).toEqual([0, 1]);
});

test('a voice that tells of its words is waited for, however slow', () => {
  const { listener, last, pass, texts } = aListener();
  listener.play();
  pass(200);
  for (let i = 0; i < 20; i += 1) {
    pass(5000);
    last().events.word(i, 1);
  }
  expect(texts()).toEqual([0]);
});

test('a voice of which nothing is heard three times is said to fail, and may be tried again', () => {
  const { listener, last, pass, texts } = aListener();
  listener.play();
  pass(120_000);
  expect(texts()).toEqual([0, 1, 2]);
  expect(listener.now).toMatchObject({ state: 'failed', at: 2 });
  listener.play();
  pass(200);
  last().events.failed('failed');
  last().events.started();
  last().events.failed('failed');
  last().events.started();
  last().events.ended();
  expect(listener.now).toMatchObject({ state: 'playing', at: 5 });
});

test('a voice that vanishes gives way to another, and where there is none it is said', () => {
  const left = ['Anna'];
  const { listener, last, pass, texts } = aListener(() => left.shift());
  listener.play(1);
  pass(200);
  last().events.failed('voice-gone');
  pass(200);
  expect(last().utterance.voice).toBe('Anna');
  last().events.failed('voice-gone');
  pass(60_000);
  expect(texts()).toEqual([1, 1]);
  expect(listener.now).toMatchObject({ state: 'voiceless', at: 1 });
});

test('somebody else who takes the voice is let speak', () => {
  const { listener, last, pass } = aListener();
  listener.play();
  pass(200);
  last().events.failed('interrupted');
  pass(60_000);
  expect(listener.now).toMatchObject({ state: 'paused', at: 0 });
});

test('the sleep timer lets the sentence come to its end and stops before the next', () => {
  const { listener, last, pass, texts } = aListener();
  listener.play();
  pass(200);
  listener.setTimer({ at: 10_000 });
  last().events.started();
  pass(5000);
  last().events.ended();
  last().events.started();
  pass(5000);
  expect(listener.now.state).toBe('playing');
  last().events.ended();
  expect(listener.now).toMatchObject({ state: 'paused', at: 2, timer: null });
  expect(texts()).toEqual([0, 1]);
});

test('after it is closed nothing is said and nothing is waited for', () => {
  const { listener, states, last, pass, waiting, texts } = aListener();
  listener.play();
  pass(200);
  listener.close();
  const told = states.length;
  last().events.ended();
  pass(60_000);
  expect(waiting()).toBe(0);
  expect(texts()).toEqual([0]);
  expect(states.length).toBe(told);
});
