// Tells links that stand inside a sentence from links that stand by themselves.
import { countTitleWords, isDate, isMoreWords } from './linkWorth.ts';
import type { PageOutline } from './pageOutline.ts';

const CUE_END = /[:：>»→|·•▶►–—-]\s*$/;

const MOST_LINKS = 40;

/** Whether a link is part of running text: words lead into it, or a sentence goes on after it. */
export function isInText(outline: PageOutline, index: number): boolean {
  const link = outline.links[index];
  const line = link === undefined ? undefined : outline.lines[link.line];
  if (link === undefined || line === undefined || index < line.link || index >= line.linkEnd || link.text === '')
    return false;
  // A line of very many links is a cloud or a menu; looking each up in it would take for ever.
  if (line.linkEnd - line.link > MOST_LINKS) return true;
  const at = line.text.indexOf(link.text);
  if (at < 0) return false;
  const before = line.text.slice(0, at);
  const after = line.text.slice(at + link.text.length);
  const loose = line.text.length - line.linked;
  // "Read more" at the end of an excerpt leads to the post that the excerpt is of.
  if (loose < 12 || (isMoreWords(link.text) && after.trim().length < 3)) return false;
  if (/^[,;)]|^\s*[.!?]\s+\S|^['’]s\b|^\s+\p{Ll}/u.test(after) && after.trim().length > 12 && line.heading === 0)
    return true;
  // A date or a number before a title leads nowhere.
  const lead = before.replace(/[\s\d]+$/, '').trim();
  if (lead === '' || isDate(before.trim()) || isDate(lead)) return false;
  const leadWords = countTitleWords(before);
  if (leadWords === 0 || /^[^\p{L}]*[)\]】）.:-]\s*$/u.test(before)) return false;
  if (CUE_END.test(before) && leadWords <= 8) return false;
  return leadWords >= 4 || (/[\p{Ll},(]\s*$/u.test(before) && loose > line.linked);
}
