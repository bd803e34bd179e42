// Nothing in; seven invented languages out, each in its own script and with its own words, the most frequent first. Pure.
import { chanceOf, type Chance } from './seeded.ts';

/** A language nobody speaks, written as one that people do. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  /** The most frequent first; each once. */
  readonly words: readonly string[];
  /** What stands between two words of a sentence. */
  readonly space: ' ' | '';
  readonly comma: string;
  /** Ends a sentence, with what parts it from the next. */
  readonly stop: string;
  /** UTF-8 bytes of a mean letter. */
  readonly letterBytes: number;
}

interface Syllables {
  readonly onsets: readonly string[];
  readonly vowels: readonly string[];
  readonly codas: readonly string[];
}

const PLAIN_WORDS = 300_000;
const OTHER_WORDS = 30_000;

const PLAIN: Syllables = {
  onsets: 'b c d f g h j k l m n p r s t v w br cl dr fl gr pl pr sh st th tr ch'.split(' '),
  vowels: 'a e i o u ai ea ee ou oa'.split(' '),
  codas: ['', '', '', 'n', 'r', 's', 'l', 't', 'nd', 'st', 'm'],
};
const ACCENTED: Syllables = {
  onsets: 'b ç d f g l m n ñ p r s t v ch br pr tr ł'.split(' '),
  vowels: 'a e i o é è ê à ô ï ü ö å œ'.split(' '),
  codas: ['', '', '', 'n', 'r', 's', 'ß', 'l'],
};
const CYRILLIC: Syllables = {
  onsets: 'б в г д ж з к л м н п р с т х ц ч ш ст пр тр'.split(' '),
  vowels: 'а е и о у ы я ё ю э'.split(' '),
  codas: ['', '', '', 'н', 'р', 'с', 'л', 'й', 'ть', 'м'],
};
const ARABIC: Syllables = {
  onsets: Array.from('بتثجحخدرزسشصضطعغفقكلمنهوي'),
  vowels: ['', '', 'ا', 'و', 'ي'],
  codas: ['', '', 'ن', 'ر', 'ة'],
};
const THAI: Syllables = {
  onsets: 'ก ข ค ง จ ช ด ต ถ ท น บ ป พ ม ย ร ล ว ส ห เก เป แม โท'.split(' '),
  vowels: ['า', 'ี', 'ิ', 'ุ', 'ู', '่า', '้า', 'ั'],
  codas: ['', 'น', 'ง', 'ก', 'ม', 'ย'],
};
const HIRAGANA = Array.from('あいうえおかきくけこさしすせそたちつてとなにのはひまみもやゆよらりるれわをん');
const KATAKANA = Array.from('アイウエオカキクケコサシスセタチツテトナニノハヒマミモヤユラリルレロン');
/** CJK unified ideographs from U+4E00 on, of which the first thousands are in use. */
const HAN = { first: 0x4e00, count: 6_000 };

/** The seven languages; the first, in plain Latin letters, has 300,000 words, the others a tenth each. Takes about half a second. */
export function inventLanguages(): readonly Language[] {
  const latin = { dir: 'ltr', space: ' ', comma: ', ', stop: '. ' } as const;
  const eastern = { dir: 'ltr', space: '', comma: '、', stop: '。', letterBytes: 3 } as const;
  return [
    { ...latin, tag: 'en', letterBytes: 1, words: inventWords(0, PLAIN_WORDS, spelled(PLAIN)) },
    { ...latin, tag: 'fr', letterBytes: 1.25, words: inventWords(1, OTHER_WORDS, spelled(ACCENTED)) },
    { ...latin, tag: 'ru', letterBytes: 1.85, words: inventWords(2, OTHER_WORDS, spelled(CYRILLIC)) },
    {
      ...latin,
      tag: 'ar',
      dir: 'rtl',
      comma: '، ',
      letterBytes: 1.8,
      words: inventWords(3, OTHER_WORDS, spelled(ARABIC)),
    },
    { ...eastern, tag: 'zh', words: inventWords(4, OTHER_WORDS, inHan) },
    { ...eastern, tag: 'ja', words: inventWords(5, OTHER_WORDS, inKana) },
    { ...eastern, tag: 'th', comma: ' ', stop: ' ', words: inventWords(6, OTHER_WORDS, spelled(THAI)) },
  ];
}

function inventWords(
  stream: number,
  count: number,
  invent: (chance: Chance, syllables: number) => string,
): readonly string[] {
  const chance = chanceOf(100 + stream, 0);
  const words = new Set<string>();
  // What cannot be made of so few syllables once they are used up is made of one more.
  for (let misses = 0; words.size < count;) {
    const before = words.size;
    words.add(invent(chance, syllablesAt(words.size, chance) + Math.floor(misses / 20)));
    misses = words.size > before ? 0 : misses + 1;
  }
  return [...words];
}

/** Frequent words are short (Zipf's law of abbreviation). */
function syllablesAt(rank: number, chance: Chance): number {
  if (rank < 300) return 1;
  if (rank < 5_000) return chance.between(1, 2);
  return rank < 60_000 ? chance.between(2, 3) : chance.between(2, 4);
}

function spelled({ onsets, vowels, codas }: Syllables): (chance: Chance, syllables: number) => string {
  return (chance, syllables) => {
    let word = '';
    for (let at = 0; at < syllables; at += 1) {
      word += chance.pick(onsets) + chance.pick(vowels) + (at === syllables - 1 ? chance.pick(codas) : '');
    }
    return word;
  };
}

function han(chance: Chance): string {
  return String.fromCodePoint(HAN.first + chance.rank(HAN.count));
}

function inHan(chance: Chance, syllables: number): string {
  return Array.from({ length: Math.min(4, syllables) }, () => han(chance)).join('');
}

/** A third each: a stem with an ending, a word in hiragana, a word of foreign origin in katakana. */
function inKana(chance: Chance, syllables: number): string {
  const form = chance.between(0, 2);
  if (form === 0) return inHan(chance, Math.max(1, syllables - 1)) + chance.pick(HIRAGANA);
  return Array.from({ length: syllables }, () => chance.pick(form === 1 ? HIRAGANA : KATAKANA)).join('');
}
