// The system's voices and an article's language in; which of them suit, best first, out. Pure. Tags of languages are BCP 47, as systems write them:
// with hyphens or underscores, in any case.

/** What is known of a voice; `SpeechSynthesisVoice` is one. */
export interface Voice {
  readonly name: string;
  readonly lang: string;
  /** Whether it needs no network. */
  readonly localService: boolean;
  readonly default: boolean;
}

/** The voices in two parts, each best first. */
export interface SuitingVoices<V extends Voice> {
  readonly own: readonly V[];
  /** Of other languages. */
  readonly others: readonly V[];
}

/** Old and wider names of languages that voices go by. */
const SAME_LANGUAGE: Readonly<Record<string, string>> = {
  cmn: 'zh',
  no: 'nb',
  iw: 'he',
  in: 'id',
  fil: 'tl',
  arb: 'ar',
};

/** The name under which the voice of a language is kept: the language without region and script, `und` for what is no language. */
export function languageOf(lang: string): string {
  return localeOf(lang)?.language ?? 'und';
}

/**
 * Puts voices in order for a language: those that need no network first, then the exact region before the script before the language alone. Where
 * the language names no region, `home` (what the person's system prefers, best first) decides between regions. Voices that need the network are
 * not among them: a reader sends nothing anywhere.
 */
export function orderVoices<V extends Voice>(
  voices: readonly V[],
  lang: string,
  home: readonly string[],
): SuitingVoices<V> {
  const rated = voices
    .filter(({ localService }) => localService)
    .map((voice, i) => ({ voice, i, score: likeness(voice.lang, lang, home) }))
    .sort((a, b) => b.score - a.score || Number(b.voice.default) - Number(a.voice.default) || a.i - b.i);
  return {
    own: rated.filter(({ score }) => score > 0).map(({ voice }) => voice),
    others: rated
      .filter(({ score }) => score === 0)
      .map(({ voice }) => voice)
      .sort((a, b) => nearness(b.lang, home) - nearness(a.lang, home)),
  };
}

/** The voice to begin with: the one that was chosen for the language if it is there, else the one that suits best; none of another language. */
export function pickVoice<V extends Voice>(suiting: SuitingVoices<V>, chosen: string | undefined): V | undefined {
  const named = [...suiting.own, ...suiting.others].find(({ name }) => name === chosen);
  return named ?? suiting.own[0];
}

/**
 * Leaves out voices that are others in disguise: on Linux espeak-ng offers every language in a hundred timbres by names such as
 * `German+croak espeak-ng`, more than thirteen thousand in all, among which nobody finds one.
 */
export function withoutTimbres<V extends Voice>(voices: readonly V[]): readonly V[] {
  const names = new Set(voices.map(({ name }) => name));
  return voices.filter(({ name }) => {
    const [plain = '', timbre] = name.split('+', 2);
    // The name of the program that speaks may follow the timbre, which itself may be of several words.
    const program = timbre?.split(' ').at(-1) ?? '';
    return timbre === undefined || !(names.has(plain) || names.has(`${plain} ${program}`));
  });
}

function likeness(voiceLang: string, lang: string, home: readonly string[]): number {
  const voice = localeOf(voiceLang);
  const wanted = localeOf(lang);
  if (voice === undefined || wanted === undefined || voice.language !== wanted.language) return 0;
  if (voice.script !== wanted.script) return 1;
  if (wanted.hasRegion) return voice.region === wanted.region ? 4 : 2;
  const isHome = home.some((each) => {
    const own = localeOf(each);
    return own?.language === voice.language && own?.region === voice.region;
  });
  return isHome ? 4 : voice.region === wanted.region ? 3 : 2;
}

function nearness(voiceLang: string, home: readonly string[]): number {
  const at = home.findIndex((each) => languageOf(each) === languageOf(voiceLang));
  return at === -1 ? 0 : home.length - at;
}

interface Tag {
  readonly language: string;
  readonly script: string | undefined;
  readonly region: string | undefined;
  readonly hasRegion: boolean;
}

function localeOf(tag: string): Tag | undefined {
  const [first = '', ...rest] = tag.replaceAll('_', '-').split('-');
  try {
    const locale = new Intl.Locale([SAME_LANGUAGE[first.toLowerCase()] ?? first, ...rest].join('-'));
    const { language, script, region } = locale.maximize();
    return language === '' ? undefined : { language, script, region, hasRegion: locale.region !== undefined };
  } catch {
    // What a voice or a page calls its language need not be one; `en-US-NYC` is still English of America.
    return rest.length === 0 ? undefined : localeOf([first, ...rest.slice(0, -1)].join('-'));
  }
}
