// A line such as `- TITLE - Video [Last Updated On: …] [Originally Added On: …]` in; title, kind and dates out.
// Lines that state no date of their own are refused.
import type { PostKind } from '#contract/article.ts';
import type { PostDate } from '#contract/dates.ts';
import { dateFieldOf, type DateField } from './dateFields.ts';
import { findDate, NO_CONTEXT, type DateContext } from './findDate.ts';
import { splitKind } from './postKinds.ts';

/** What a line tells of a post. `null` where it does not, or where it names a day that does not exist. */
export interface BracketedEntry {
  readonly title: string;
  readonly kind: PostKind;
  readonly added: PostDate | null;
  readonly updated: PostDate | null;
  readonly published: PostDate | null;
  /** The line as it was, white space folded. */
  readonly raw: string;
}

const BULLET = /^(?:[-–—*•·‣▪●○»>]|\d{1,3}[.)])\s+/;
const BRACKETS = /\[([^[\]]{3,80})\]|\(([^()]{3,80})\)|\{([^{}]{3,80})\}|【([^【】]{3,80})】|（([^（）]{3,80})）/g;
/** Longer lines are paragraphs that happen to hold a date. */
const LONGEST = 1000;

/**
 * Reads one entry of a list whose entries state their dates in words beside the title, in brackets of any kind and
 * any order, or after the title as in `TITLE, posted on 7 September 2012`. `null` when the line states none.
 */
export function readBracketedEntry(raw: string, context: DateContext = NO_CONTEXT): BracketedEntry | null {
  const folded = raw.replace(/\s+/g, ' ').trim();
  if (folded.length > LONGEST) return null;
  const dates: Partial<Record<DateField, PostDate | null>> = {};
  let title = folded.replace(BULLET, '').replace(BRACKETS, (whole, ...groups: (string | undefined)[]) => {
    const inner = groups.slice(0, 5).find((group) => group !== undefined) ?? '';
    const stated = readStatement(inner, context);
    if (stated === null) return whole;
    dates[stated.field] ??= stated.date;
    return ' ';
  });
  title = takeTail(title, dates, context);
  if (Object.keys(dates).length === 0) return null;
  const split = splitKind(title.replace(/\s+/g, ' ').trim());
  const { added = null, updated = null, published = null } = dates;
  return split.title === '' ? null : { title: split.title, kind: split.kind, added, updated, published, raw: folded };
}

/** `Last Updated On: September 7th, 2012`, or a bare date in brackets, which says when the post was published. */
function readStatement(
  text: string,
  context: DateContext,
): { readonly field: DateField; readonly date: PostDate | null } | null {
  const named = dateFieldOf(text);
  const rest = named === null ? text.trim() : text.slice(named.length).trim();
  const found = findDate(rest, context);
  if (named === null) {
    const isWhole = found !== null && found.date !== null && rest.length - (found.end - found.start) <= 2;
    return isWhole ? { field: 'published', date: found.date } : null;
  }
  // "Updated (again)" is no date; "Updated: September 31st" is a wrong one, and is taken off all the same.
  if (found === null && !/\d/.test(rest)) return null;
  return { field: named.field, date: found?.date ?? null };
}

/** Takes `, posted on September 7, 2012` and the like off the end, one statement after the other. */
function takeTail(text: string, dates: Partial<Record<DateField, PostDate | null>>, context: DateContext): string {
  let title = text.trimEnd();
  for (let rounds = 0; rounds < 3; rounds++) {
    const tail = /^(.*\S)\s*(?:[-–—|·•,;:(]\s*)((?:\p{L}[\p{L}\p{M}]*[\s:.]+){1,4}[^|·•;]{0,6}\d[^|·•;]{2,38})$/u.exec(
      title,
    );
    const stated = tail === null ? null : readStatement(tail[2] ?? '', context);
    if (tail === null || stated === null || stated.date === null || dateFieldOf(tail[2] ?? '') === null) break;
    dates[stated.field] ??= stated.date;
    title = (tail[1] ?? '').replace(/[\s\-–—|·•,;:]+$/, '');
  }
  return title;
}
