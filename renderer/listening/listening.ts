// Listening to the article that is open: joins the listener, the system's voices, the marks in the document, the keys for media and the queue.
// One article at a time; it is over when the article is closed.
import { create } from 'zustand';
import { unreachable } from '#contract/errors.ts';
import type { ArticleId } from '#contract/article.ts';
import type { MediaKey } from '#contract/calls.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { openArticle, useView } from '../app/navigation.ts';
import { say } from '../app/toasts.ts';
import { useOpenFrame, type OpenFrame } from '../reader/frame/openFrame.ts';
import { words } from '../ui/words.ts';
import { createFollower, type Follower } from './follow.ts';
import { createListener, type Listener, type ListenState, type SleepTimer } from './listener.ts';
import { articleAfter } from './nextArticle.ts';
import { createPace, lettersIn } from './pace.ts';
import { readSentences, type PlacedSentence } from './spokenText.ts';
import { sentenceHere } from './startPlace.ts';
import { createSystemSpeaker, loadVoices, systemVoices } from './systemSpeaker.ts';
import { languageOf, orderVoices, pickVoice, type SuitingVoices } from './voices.ts';

/** What the player shows. `loading`: voices are looked for; `foreign`: there are voices, but none of the article's language. */
export interface ListeningView {
  readonly state: 'off' | 'loading' | 'foreign' | ListenState;
  /** Language of the article, BCP 47. */
  readonly lang: string;
  readonly voices: SuitingVoices<SpeechSynthesisVoice>;
  /** Name of the voice that reads. */
  readonly voice: string | undefined;
  readonly minutesLeft: number;
  readonly timer: SleepTimer;
  /** Whether the person has scrolled away from what is read. */
  readonly isAway: boolean;
}

const NO_VOICES: ListeningView['voices'] = { own: [], others: [] };
const OFF: ListeningView = {
  state: 'off',
  lang: 'und',
  voices: NO_VOICES,
  voice: undefined,
  minutesLeft: 0,
  timer: null,
  isAway: false,
};

/** The limits of the speed. */
const RATES = { slowest: 0.5, fastest: 3 } as const;

/** What is listened to. */
export const useListening = create<ListeningView>()(() => OFF);

interface Session {
  readonly open: OpenFrame;
  readonly listener: Listener;
  readonly follower: Follower;
}

const pace = createPace();
let session: Session | undefined;
let attempts = 0;
/** The article that is being opened to be read next, and what stays set from the one before. */
let awaited: { readonly id: ArticleId; readonly timer: SleepTimer } | undefined;

/** Listens from the selection, or from the paragraph at the top of the view. */
export function listenFromHere(): void {
  attempt(begin(null));
}

/** Pauses, goes on, or begins where the person is. */
export function toggleListening(): void {
  const { state } = useListening.getState();
  if (session === undefined) listenFromHere();
  else if (state === 'playing') session.listener.pause();
  else session.listener.play();
}

/** Falls silent and takes the player away. */
export function stopListening(): void {
  attempts += 1;
  awaited = undefined;
  session?.listener.close();
  session?.follower.close();
  session = undefined;
  useListening.setState(OFF);
  keepMedia();
}

/** Goes so many sentences on or back. */
export function skipSentence(by: 1 | -1): void {
  session?.listener.skipSentence(by);
}

/** Goes a paragraph on or back. */
export function skipParagraph(by: 1 | -1): void {
  session?.listener.skipParagraph(by);
}

/** Brings what is read back into view. */
export function backToSpoken(): void {
  session?.follower.back();
}

/** Reads at another speed from now on, kept for all articles. */
export function setRate(rate: number): void {
  const speechRate = Math.min(RATES.fastest, Math.max(RATES.slowest, Number(rate.toFixed(2))));
  attempt(changeSettings({ speechRate }));
  session?.listener.setRate(speechRate);
  tellLeft();
}

/** Reads with another voice from now on, kept for the language of the article. */
export function chooseVoice(name: string): void {
  const { lang } = useListening.getState();
  attempt(changeSettings({ voices: { ...useMirror.getState().settings.voices, [languageOf(lang)]: name } }));
  useListening.setState({ voice: name });
  if (session === undefined) listenFromHere();
  else session.listener.setVoice(name);
}

/** Sets when to stop. */
export function setSleepTimer(minutes: number | 'article' | null): void {
  session?.listener.setTimer(typeof minutes === 'number' ? { at: Date.now() + minutes * 60_000 } : minutes);
}

/** Answers a key for media. */
export function pressMediaKey(key: MediaKey): void {
  switch (key) {
    case 'playPause':
      toggleListening();
      return;
    case 'next':
      skipParagraph(1);
      return;
    case 'previous':
      skipParagraph(-1);
      return;
    case 'stop':
      stopListening();
      return;
    default:
      unreachable(key);
  }
}

/** Tells that an article is drawn: one that was opened to be listened to begins. The returned function tells that it is gone. */
export function enterArticle({ page, article }: OpenFrame): () => void {
  if (awaited?.id === article.id) {
    const { timer } = awaited;
    awaited = undefined;
    attempt(begin(timer));
  } else if (awaited !== undefined) stopListening();
  return () => {
    if (session?.open.page === page && awaited === undefined) stopListening();
    // A question for voices that is not answered yet is of no use any more.
    else if (session === undefined && awaited === undefined) stopListening();
  };
}

/** Takes note that voices came or went; what was asked for while there was none begins. */
export function noteVoices(): void {
  const { state, lang } = useListening.getState();
  if (state === 'off') return;
  const voices = suitingVoices(systemVoices(), lang);
  useListening.setState({ voices });
  const isWaiting = session === undefined && (state === 'voiceless' || state === 'foreign');
  if (isWaiting && voices.own.length > 0) listenFromHere();
  else if (isWaiting) useListening.setState({ state: stateWithout(voices) });
}

async function begin(timer: SleepTimer): Promise<void> {
  const { open } = useOpenFrame.getState();
  stopListening();
  if (open === undefined) {
    // Asked for before the article is drawn; it begins then.
    const id = useView.getState().article;
    if (id !== null) awaited = { id, timer };
    return;
  }
  const own = attempts;
  const { article } = open;
  const lang = article.lang ?? navigator.language;
  useListening.setState({ ...OFF, state: 'loading', lang });
  const sentences = readSentences(open.page, lang);
  if (sentences.length === 0) {
    stopListening();
    say({ text: words.listening.empty });
    return;
  }
  const voices = suitingVoices(await loadVoices(), lang);
  if (own !== attempts) return;
  const voice = pickVoice(voices, useMirror.getState().settings.voices[languageOf(lang)]);
  useListening.setState({ voices, voice: voice?.name, state: voice === undefined ? stateWithout(voices) : 'loading' });
  if (voice === undefined) return;
  session = join(open, sentences, voice.name);
  if (timer !== null) session.listener.setTimer(timer);
  session.listener.play(sentenceHere(open, sentences));
}

function join(open: OpenFrame, sentences: readonly PlacedSentence[], voice: string): Session {
  const letters = sentences.map(({ text }) => lettersIn(text));
  // For each sentence, what is left with it and all behind it.
  const left = new Float64Array(letters.length + 1);
  for (let i = letters.length - 1; i >= 0; i -= 1) left[i] = (left[i + 1] ?? 0) + (letters[i] ?? 0);
  lettersLeft = (at) => left[at] ?? 0;
  const follower = createFollower(open.page, (isAway) => useListening.setState({ isAway }));
  const { lang } = useListening.getState();
  const listener = createListener({
    speaker: createSystemSpeaker(),
    clock: {
      start: (run, ms) => window.setTimeout(run, ms),
      stop: (timer) => window.clearTimeout(timer),
      now: () => Date.now(),
    },
    sentences,
    voice,
    rate: useMirror.getState().settings.speechRate,
    said: (text, ms, rate) => pace.note(lettersIn(text), ms, rate),
    otherVoice: (gone) => {
      const { own } = suitingVoices(
        systemVoices().filter(({ name }) => name !== gone),
        lang,
      );
      useListening.setState({ voice: own[0]?.name });
      return own[0]?.name;
    },
    changed: ({ state, at, word, timer }) => {
      useListening.setState({ state, timer });
      tellLeft();
      keepMedia();
      const sentence = sentences[at];
      if (sentence !== undefined)
        follower.mark(sentence.rangeOf(), word === null ? undefined : sentence.rangeOf(...word));
      if (state === 'ended') attempt(goOn(open.article.id, timer));
    },
  });
  return { open, listener, follower };
}

/** At the end of an article: on to the next of the queue, where that is wished and the time is not up. */
async function goOn(id: ArticleId, timer: SleepTimer): Promise<void> {
  const isTimeUp = timer === 'article' || (timer !== null && Date.now() >= timer.at);
  const own = attempts;
  if (isTimeUp || !useMirror.getState().settings.listensOn) return;
  const next = await articleAfter(id);
  if (next === undefined || own !== attempts || useListening.getState().state !== 'ended') return;
  awaited = { id: next, timer };
  openArticle(next);
}

let lettersLeft: (at: number) => number = () => 0;

function tellLeft(): void {
  if (session === undefined) return;
  const { speechRate } = useMirror.getState().settings;
  useListening.setState({ minutesLeft: pace.minutesFor(lettersLeft(session.listener.now.at), speechRate) });
}

function suitingVoices(voices: readonly SpeechSynthesisVoice[], lang: string): ListeningView['voices'] {
  return orderVoices(voices, lang, navigator.languages);
}

function stateWithout({ others }: ListeningView['voices']): 'foreign' | 'voiceless' {
  return others.length > 0 ? 'foreign' : 'voiceless';
}

let hasMedia = false;

/** The keys for media are ours while something is read or paused, and the system is told what it is. */
function keepMedia(): void {
  const { state } = useListening.getState();
  const isOn = state === 'playing' || state === 'paused';
  const { mediaSession } = navigator;
  mediaSession.playbackState = state === 'playing' ? 'playing' : isOn ? 'paused' : 'none';
  if (isOn === hasMedia) return;
  hasMedia = isOn;
  const article = session?.open.article;
  mediaSession.metadata =
    isOn && article !== undefined ? new MediaMetadata({ title: article.title, artist: article.siteName ?? '' }) : null;
  attempt(call('listening.set', { isOn }));
}
