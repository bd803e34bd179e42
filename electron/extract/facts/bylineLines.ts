// Lines of visible text in, what they say of who wrote the article out: "By …" near the title, a label and a name anywhere, a
// biography's first sentence, Chinese formulas.
import type { Element } from 'domhandler';
import { isChineseName, readChineseByline } from './chineseBylines.ts';
import type { Evidence } from './evidence.ts';
import { isAuthorLabel, isOnlyBy, looksLikePerson, parseByline, startsWithBy, startsWithWrittenBy } from './names.ts';
import { findDates } from './parseDate.ts';

/** Names that one source gives for the author, with what the source is worth. */
export interface BylineVote {
  readonly source: string;
  readonly names: readonly string[];
  readonly weight: number;
  readonly element?: Element;
}

/** How many lines before and after the title a byline stands. */
export const BEFORE = 6;
/** See `BEFORE`. */
export const AFTER = 14;
const LINES_WITHOUT_TITLE = 30;
/** More labelled lines or biographies than these are those of a list. */
const MAX_LABELLED = 2;
const MAX_BIOGRAPHIES = 3;

/** Everything that the lines of a page say of its author. `titleLine` is -1 when the title is not among them. */
export function lineVotes(evidence: Evidence, titleLine: number): BylineVote[] {
  return [
    ...nearVotes(evidence, titleLine),
    ...labelVotes(evidence),
    ...biographyVotes(evidence),
    ...chineseVotes(evidence, titleLine),
  ];
}

function nearVotes(evidence: Evidence, titleLine: number): BylineVote[] {
  const votes: BylineVote[] = [];
  const first = Math.max(0, titleLine - BEFORE);
  const near = evidence.lines.slice(first, titleLine < 0 ? LINES_WITHOUT_TITLE : titleLine + AFTER);
  for (const [index, { text, element, heading }] of near.entries()) {
    if (text.length > 120 || heading !== undefined) continue;
    const before = near[index - 1]?.text ?? '';
    const vote = (part: string, mayBeShort: boolean): void => {
      const names = parseByline(part);
      const isShort = mayBeShort && /^\p{Lu}/u.test(names[0] ?? '');
      if (names.length > 0 && (isShort || names.every(looksLikePerson))) {
        votes.push({ source: 'text', names, weight: 2.5, element });
      }
    };
    if (isOnlyBy(before) || startsWithBy(text)) {
      vote(text, text.length < 30 || startsWithWrittenBy(text));
    } else {
      const date = findDates(text, 'day-first')[0];
      if (date === undefined) continue;
      const by = INNER_BY.exec(text)?.[1];
      if (by !== undefined) vote(by, false);
      else if (date.index === 0) vote(AFTER_DATE.exec(text.slice(date.end))?.[1] ?? '', false);
    }
  }
  return votes;
}

const INNER_BY = /\s(?:by|von|par)\s+(\p{Lu}.{2,60})$/u;
/** A name alone beside the date. */
const AFTER_DATE = /^[\s|·•,–—-]*(\p{Lu}\p{Ll}[\p{L}.'’-]*\s[^\d|·•,]{2,40})$/u;

const BY_AND_NAME = /^(?:By|BY|Von|Par|Por)\s+\p{Lu}/u;

/** A line of a label such as "By" or "Author:" and a name, at the end of the article or beside it. */
function labelVotes(evidence: Evidence): BylineVote[] {
  const votes: BylineVote[] = [];
  for (const [index, { text, element, isAround }] of evidence.lines.entries()) {
    if (isAround || text.length > 80) continue;
    const before = evidence.lines[index - 1]?.text ?? '';
    const isLabelled = isAuthorLabel(text) || BY_AND_NAME.test(text) || (isOnlyBy(before) && isAuthorLabel(before));
    if (!isLabelled) continue;
    const names = parseByline(text);
    if (names.length > 0 && names.every(looksLikePerson)) votes.push({ source: 'label', names, weight: 2, element });
  }
  return votes.length > MAX_LABELLED ? [] : votes;
}

function chineseVotes(evidence: Evidence, titleLine: number): BylineVote[] {
  const votes: BylineVote[] = [];
  for (const [index, { text, element }] of evidence.lines.entries()) {
    if (!HAN.test(text)) continue;
    const found = readChineseByline(text);
    if (found !== undefined && found.names.length > 0) {
      votes.push({ source: 'text', names: found.names, weight: found.isEditor ? 2 : 3, element });
    } else if (titleLine >= 0 && index > titleLine && index <= titleLine + 2 && isChineseName(text)) {
      votes.push({ source: 'text', names: [text], weight: 2, element });
    }
  }
  return votes;
}

const HAN = /\p{Script=Han}/u;

/** A name on a line of its own before a line that says who it is; or a sentence that says who wrote. */
function biographyVotes(evidence: Evidence): BylineVote[] {
  const votes: BylineVote[] = [];
  for (const [index, { text, isAround }] of evidence.lines.entries()) {
    if (isAround || text.length < 8) continue;
    const written = text.length < 140 ? WRITTEN_BY.exec(text)?.[1] : undefined;
    const name = IS_A.exec(text)?.[1];
    const isHead = name !== undefined && [1, 2].some((back) => evidence.lines[index - back]?.text === name);
    const names = written !== undefined ? parseByline(written) : isHead ? parseByline(name) : [];
    if (names.length > 0 && names.every(looksLikePerson)) votes.push({ source: 'biography', names, weight: 2 });
  }
  return votes.length > MAX_BIOGRAPHIES ? [] : votes;
}

const WRITTEN_BY =
  /(?:^|\s)(?:written|posted|contributed|geschrieben|verfasst|escrito|écrit|scritto) (?:by|von|por|par|da) (\p{Lu}.{3,80})$/u;
const IS_A =
  /^(\p{Lu}[\p{L}.'’-]+(?: [\p{Lu}][\p{L}.'’-]*){1,3}) (?:is|ist|est|es|è|är|er) (?:an?|the|one|ein|eine|der|die|un|une|una|uno|en|et|le|la|el)\s/u;
