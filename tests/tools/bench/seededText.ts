// A language, a topic and a size in; paragraphs of an invented article out: Zipf's words, a topic that comes back, words that only this
// article keeps using, and phrases that many articles share. Pure.
import type { Language } from './languages.ts';
import { chanceOf, type Chance } from './seeded.ts';
import { capitalized, topicRanks, type Post } from './seededPosts.ts';

/** A heading or a paragraph. */
export interface Block {
  readonly isHeading: boolean;
  readonly text: string;
}

/** An article's text. */
export interface SeededText {
  readonly blocks: readonly Block[];
  readonly words: number;
}

const PHRASES = 4_000;
const TOPIC_SHARE = 0.1;
const BURST_SHARE = 0.02;
const NUMBER_SHARE = 0.015;
const PHRASE_SHARE = 0.02;

/** Phrases of three to five words that articles of a language share, the most used first; made once. */
const phrasesOf = new Map<string, readonly (readonly string[])[]>();

/** Writes about `bytes` bytes of UTF-8. */
export function writeText(chance: Chance, { language, topic }: Post, bytes: number): SeededText {
  const { words, space, comma, stop, letterBytes } = language;
  const typical = topicRanks(language, topic);
  const burst = Array.from({ length: 4 }, () => chance.pick(words));
  const phrases = sharedPhrases(language);
  const blocks: Block[] = [];
  let count = 0;
  let letters = bytes / letterBytes;

  const nextWords = (): readonly string[] => {
    const form = chance.share();
    if (form < PHRASE_SHARE) return phrases[chance.rank(phrases.length)] ?? [];
    if (form < PHRASE_SHARE + TOPIC_SHARE) return [words[typical[chance.rank(typical.length)] ?? 0] ?? ''];
    if (form < PHRASE_SHARE + TOPIC_SHARE + BURST_SHARE) return [chance.pick(burst)];
    if (form < PHRASE_SHARE + TOPIC_SHARE + BURST_SHARE + NUMBER_SHARE) return [String(chance.rank(3_000) + 1)];
    return [words[chance.rank(words.length)] ?? ''];
  };
  const sentence = (length: number): string => {
    let text = '';
    for (let at = 0; at < length;) {
      const next = nextWords();
      text += (at === 0 ? '' : chance.happens(0.08) ? comma : space) + next.join(space);
      at += next.length;
      count += next.length;
    }
    return capitalized(text);
  };

  while (letters > 0) {
    if (blocks.length > 2 && chance.happens(0.12)) {
      blocks.push({ isHeading: true, text: sentence(chance.between(2, 5)) });
    }
    const sentences = Array.from({ length: chance.between(2, 6) }, () => sentence(chance.between(5, 24)));
    const text = sentences.join(stop) + stop.trimEnd();
    letters -= text.length;
    blocks.push({ isHeading: false, text });
  }
  return { blocks, words: count };
}

function sharedPhrases(language: Language): readonly (readonly string[])[] {
  const known = phrasesOf.get(language.tag);
  if (known !== undefined) return known;
  const chance = chanceOf(20, language.words.length + language.tag.charCodeAt(0));
  const made = Array.from({ length: PHRASES }, () =>
    Array.from({ length: chance.between(3, 5) }, () => language.words[chance.rank(language.words.length)] ?? ''),
  );
  phrasesOf.set(language.tag, made);
  return made;
}
