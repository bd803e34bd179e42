// Compares a fact with the truth as the published baselines did: what differs only in spelling is the same. Pure.
import type { Answer } from './answer.ts';
import type { TruthPage } from './truth.ts';

/** The facts that are scored, in the order they are shown. */
export const FACTS = ['title', 'byline', 'date', 'site', 'lang', 'image'] as const;

/** A fact that is scored. */
export type Fact = (typeof FACTS)[number];

/** `spurious`: given where the page has none; `none`: rightly not given. */
export type Verdict = 'right' | 'wrong' | 'missing' | 'spurious' | 'none';

/** Whether a verdict is one to look at; what was not judged is not. */
export function isWrong(verdict: Verdict | undefined): boolean {
  return verdict === 'wrong' || verdict === 'missing' || verdict === 'spurious';
}

interface FactRule {
  readonly truth: (page: TruthPage) => string | undefined;
  readonly answer: (answer: Answer) => string | null;
  readonly isSame: (truth: string, given: string) => boolean;
}

const RULES: Readonly<Record<Fact, FactRule>> = {
  title: { truth: ({ title }) => title, answer: ({ title }) => title, isSame: isSameText },
  byline: {
    truth: ({ author }) => (typeof author === 'object' ? author.join(', ') : author),
    answer: ({ byline }) => byline,
    isSame: (truth, given) => toNames(truth) === toNames(given),
  },
  date: { truth: ({ date }) => date, answer: ({ published }) => published, isSame: isSameDate },
  site: { truth: ({ siteName }) => siteName, answer: ({ siteName }) => siteName, isSame: isSameText },
  lang: { truth: ({ lang }) => lang, answer: ({ lang }) => lang, isSame: isSameLanguage },
  image: {
    truth: ({ image }) => image,
    answer: ({ image }) => image,
    isSame: (truth, given) => toPath(truth) === toPath(given),
  },
};

/** Judges one fact; `undefined` when the truth does not tell. */
export function judgeFact(fact: Fact, page: TruthPage, answer: Answer): Verdict | undefined {
  const truth = truthOf(fact, page);
  if (truth === undefined) return undefined;
  const given = answerOf(fact, answer);
  if (truth === '') return given === null ? 'none' : 'spurious';
  if (given === null) return 'missing';
  return RULES[fact].isSame(truth, given) ? 'right' : 'wrong';
}

/** What the truth says of a fact; empty when the page has none, `undefined` when it was not judged. */
export function truthOf(fact: Fact, page: TruthPage): string | undefined {
  return RULES[fact].truth(page);
}

/** What was answered for a fact. */
export function answerOf(fact: Fact, answer: Answer): string | null {
  return RULES[fact].answer(answer);
}

function isSameText(truth: string, given: string): boolean {
  return toLetters(truth) === toLetters(given);
}

/** Letters and digits only, lower case: quotes, dashes and spaces are spelt in many ways. */
function toLetters(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
}

const BY = /^\s*(?:by|von|par|por|di|od|av|author|autor)[\s:]+/i;
const AND = new Set(['and', 'und', 'et', 'y', 'e', 'og', 'en']);

/** The names' words in alphabetical order: order, "By" and how names are joined do not matter. */
function toNames(text: string): string {
  const words = toLetters(text.replace(BY, '')).split(' ');
  return words
    .filter((word) => !AND.has(word))
    .sort()
    .join(' ');
}

/** The same day as written, or the same instant: some truths were converted to UTC, which moves days. */
function isSameDate(truth: string, given: string): boolean {
  if (toDay(truth) !== undefined && toDay(truth) === toDay(given)) return true;
  return /T\d{2}:\d{2}/.test(truth) && /\d{2}:\d{2}/.test(given) && Date.parse(truth) === Date.parse(given);
}

function toDay(date: string): string | undefined {
  const [, year, month, day] = /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(date) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) {
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  const parsed = new Date(date);
  return Number.isNaN(parsed.getTime()) ? undefined : parsed.toISOString().slice(0, 10);
}

/** `zh-CN` answers a truth of `zh`; `en-GB` does not answer `en-US`. */
function isSameLanguage(truth: string, given: string): boolean {
  const wanted = truth.toLowerCase().replace('_', '-');
  const tag = given.toLowerCase().replace('_', '-');
  return tag === wanted || tag.split('-')[0] === wanted;
}

function toPath(address: string): string {
  return address.replace(/^https?:/, '').replace(/[?#].*$/, '');
}
