// A stand-in for the system's voices in a page: it says nothing, writes down what it was asked to say, and tells of it when a test lets it.
import type { Page } from 'playwright/test';

/** A voice as the page sees it. */
export interface FakeVoice {
  readonly name: string;
  readonly lang: string;
  readonly localService?: boolean;
}

/** What was asked to be said. */
export interface SaidText {
  readonly text: string;
  readonly voice: string | null;
  readonly rate: number;
  readonly isCancelled: boolean;
}

/** The voices of a page. */
export interface FakeVoices {
  /** All that was asked to be said so far. */
  said(): Promise<readonly SaidText[]>;
  /** Waits for a sentence to be begun that was not ended, and tells of its start. */
  start(): Promise<string>;
  /** Tells that the sentence that is being said is over. */
  end(): Promise<void>;
  /** Tells that a word begins. */
  word(at: number, length: number): Promise<void>;
  /** Tells that it went wrong. */
  fail(error: string): Promise<void>;
  /** Changes which voices there are. */
  change(voices: readonly FakeVoice[]): Promise<void>;
}

/** Puts voices into a page; call before it is loaded. */
export async function fakeVoices(page: Page, voices: readonly FakeVoice[]): Promise<FakeVoices> {
  await page.addInitScript((first) => {
    if (window.top !== window) return;
    const toVoice = (voice: (typeof first)[number]): object => ({
      localService: true,
      default: false,
      voiceURI: voice.name,
      ...voice,
    });
    let there = first.map(toVoice);
    const said: { utterance: EventTarget; text: string; voice: string | null; rate: number; isCancelled: boolean }[] =
      [];
    let current: (typeof said)[number] | undefined;
    class FakeUtterance extends EventTarget {
      voice: { readonly name: string } | null = null;
      lang = '';
      rate = 1;
      readonly text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => there,
      speak: (utterance: FakeUtterance) => {
        current = {
          utterance,
          text: utterance.text,
          voice: utterance.voice?.name ?? null,
          rate: utterance.rate,
          isCancelled: false,
        };
        said.push(current);
      },
      cancel: () => {
        const cancelled = current;
        current = undefined;
        if (cancelled === undefined) return;
        cancelled.isCancelled = true;
        cancelled.utterance.dispatchEvent(Object.assign(new Event('error'), { error: 'canceled' }));
      },
      resume: () => undefined,
    });
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: FakeUtterance });
    Object.assign(window, {
      fakeVoices: {
        said: () => said.map(({ text, voice, rate, isCancelled }) => ({ text, voice, rate, isCancelled })),
        tell: (name: string, more: object) => {
          const own = current;
          if (own === undefined) return null;
          if (name === 'end' || name === 'error') current = undefined;
          own.utterance.dispatchEvent(Object.assign(new Event(name), more));
          return own.text;
        },
        change: (next: typeof first) => {
          there = next.map(toVoice);
          synthesis.dispatchEvent(new Event('voiceschanged'));
        },
      },
    });
  }, voices);

  const ask = async (name: string, input: readonly unknown[] = []): Promise<unknown> =>
    page.evaluate(
      ([method, values]) => {
        const fake: unknown = Reflect.get(window, 'fakeVoices');
        const answer: unknown = typeof fake === 'object' && fake !== null ? Reflect.get(fake, method) : undefined;
        return typeof answer === 'function' ? (Reflect.apply(answer, undefined, values) as unknown) : null;
      },
      [name, input] as const,
    );
  const tell = (name: string, more: object = {}): Promise<unknown> => ask('tell', [name, more]);

  return {
    async said() {
      const all = await ask('said');
      return Array.isArray(all) ? (all as readonly SaidText[]) : [];
    },
    async start() {
      await page.waitForFunction(() => {
        const fake: unknown = Reflect.get(window, 'fakeVoices');
        const answer: unknown = typeof fake === 'object' && fake !== null ? Reflect.get(fake, 'tell') : undefined;
        return typeof answer === 'function' && Reflect.apply(answer, undefined, ['probe', {}]) !== null;
      });
      return String(await tell('start'));
    },
    end: async () => void (await tell('end')),
    word: async (charIndex, charLength) => void (await tell('boundary', { name: 'word', charIndex, charLength })),
    fail: async (error) => void (await tell('error', { error })),
    change: async (next) => void (await ask('change', [next])),
  };
}
