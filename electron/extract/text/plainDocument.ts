// The logical lines of a plain text post in; its body, its facts, its related lists, and what was left out come out.
import type { RelatedEntry, RelatedList } from '#contract/article.ts';
import type { PostDate } from '#contract/dates.ts';
import { readBracketedEntry } from '../related/bracketedDates.ts';
import { dateFieldOf } from '../related/dateFields.ts';
import { findDate, NO_CONTEXT } from '../related/findDate.ts';
import type { Block } from './blocks.ts';
import { BULLET, type LogicalLine } from './logicalLines.ts';
import { readTranscript } from './transcript.ts';
import { afterSourceCue, isCredit, isPromotion, splitHeadline } from './textLines.ts';

/** What a text document was found to be. */
export interface TextDocument {
  readonly title: string | null;
  readonly siteName: string | null;
  readonly byline: string | null;
  readonly published: PostDate | null;
  readonly address: string | null;
  readonly blocks: readonly Block[];
  readonly relatedLists: readonly RelatedList[];
  readonly removed: readonly { readonly step: string; readonly text: string }[];
}

interface Reading {
  title: string | null;
  siteName: string | null;
  byline: string | null;
  published: PostDate | null;
  address: string | null;
  readonly blocks: Block[];
  readonly relatedLists: RelatedList[];
  readonly removed: { readonly step: string; readonly text: string }[];
}

const ADDRESS = /https?:\/\/[^\s<>"'）)\]]+[^\s<>"'.,;:!?）)\]]/;
const SENTENCE_END = /[.!?。！？…:]["'”’»)]?$/;
const LONGEST_HEADING = 110;

/** Reads a post: title, source line, body, lists, promotions, related entries. Any text is some document. */
export function readPlainDocument(
  lines: readonly LogicalLine[],
  known: { readonly hasTitle: boolean } = { hasTitle: false },
): TextDocument {
  const reading: Reading = {
    title: null,
    siteName: null,
    byline: null,
    published: null,
    address: null,
    blocks: [],
    relatedLists: [],
    removed: [],
  };
  const rest = takeSourceAndRelated(lines, reading);
  const body = known.hasTitle ? rest : takeHead(rest, reading);
  const speeches = readTranscript(body);
  if (speeches === null) toBlocks(body, reading);
  else reading.blocks.push(...speeches);
  return reading;
}

/** Takes out what is no body: entry lists, the line that names the source, promotions and credits. */
function takeSourceAndRelated(lines: readonly LogicalLine[], reading: Reading): readonly LogicalLine[] {
  const body: LogicalLine[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const entries = readEntries(lines, index);
    if (entries.length > 0) {
      reading.relatedLists.push({ heading: takeListHeading(body), entries });
      index += entries.length - 1;
      continue;
    }
    const used = takeSource(lines, index, reading);
    if (used > 0) index += used - 1;
    else if (isPromotion(line.text)) reading.removed.push({ step: 'promotion', text: line.text.slice(0, 80) });
    else if (isCredit(line.text)) reading.removed.push({ step: 'credit', text: line.text.slice(0, 80) });
    else body.push(line);
  }
  return body;
}

/** The run of entry lines that starts at a line: two at least, or one that names its date's field. */
function readEntries(lines: readonly LogicalLine[], start: number): readonly RelatedEntry[] {
  const entries: RelatedEntry[] = [];
  for (let index = start; index < lines.length; index++) {
    const text = lines[index]?.text ?? '';
    const entry = isProse(text) ? null : readBracketedEntry(text);
    if (entry === null) break;
    const url = ADDRESS.exec(entry.title)?.[0] ?? null;
    const title =
      url === null
        ? entry.title
        : entry.title
            .replace(url, '')
            .replace(/[\s(<[–—-]+$/, '')
            .trim();
    entries.push({
      ...entry,
      title: title === '' ? entry.title : title,
      url,
      excerpt: null,
      image: null,
      position: entries.length,
    });
  }
  const [only] = entries;
  const isSure = only !== undefined && (only.added !== null || only.updated !== null);
  return entries.length > 1 || isSure ? entries : [];
}

/** A paragraph that mentions a date in brackets is no entry. */
function isProse(text: string): boolean {
  return text.length > 320 || (!BULLET.test(text) && /[.!?。]\s*$/.test(text) && text.split(' ').length > 12);
}

function takeListHeading(body: LogicalLine[]): string | null {
  const last = body.at(-1);
  if (last === undefined || last.text.length > 80 || !/[:：]$/.test(last.text)) return null;
  body.pop();
  return last.text.replace(/\s*[:：]$/, '');
}

/** "Read the rest here: TITLE - SITE", on one line or two; answers how many lines it took. */
function takeSource(lines: readonly LogicalLine[], index: number, reading: Reading): number {
  const after = afterSourceCue(lines[index]?.text ?? '');
  if (after === null) return 0;
  const isSplit = after === '';
  const named = isSplit ? (lines[index + 1]?.text ?? '') : after;
  const address = ADDRESS.exec(named)?.[0] ?? null;
  const bare = (address === null ? named : named.replace(address, '')).replace(/[\s<([–—-]+$/, '').trim();
  const parts = splitHeadline(bare);
  if (address === null && parts === null) return 0;
  reading.address ??= address;
  reading.title ??= parts?.title ?? null;
  reading.siteName ??= parts?.site ?? null;
  reading.removed.push({ step: 'source line', text: named.slice(0, 80) });
  return isSplit ? 2 : 1;
}

/** Title, byline and date above the text. */
function takeHead(lines: readonly LogicalLine[], reading: Reading): readonly LogicalLine[] {
  let used = 0;
  const [first, second] = lines;
  if (first !== undefined && sameWords(first.text, reading.title)) used = 1;
  else if (reading.title === null && first !== undefined && isTitle(first, second)) {
    reading.title = first.text.replace(/^#+\s*/, '');
    used = 1;
  }
  if (used === 0) return lines;
  for (let line = lines[used]; line !== undefined && used < 5; line = lines[used]) {
    if (/^([=\-_*~])\1{2,}$/.test(line.text)) used++;
    else if (
      reading.byline === null &&
      line.text.length < 80 &&
      /^(?:by|von|par|por|di|door|av|автор:)\s+\p{Lu}/iu.test(line.text)
    ) {
      reading.byline = line.text.replace(/^\S+\s+/, '');
      used++;
    } else if (reading.published === null && line.text.length < 60 && isDateLine(line.text)) {
      reading.published = findDate(line.text, NO_CONTEXT)?.date ?? null;
      used++;
    } else break;
  }
  return lines.slice(used);
}

function isDateLine(text: string): boolean {
  const found = findDate(text, NO_CONTEXT);
  if (found === null || found.date === null) return false;
  const spare = text.length - (found.end - found.start) - (dateFieldOf(text)?.length ?? 0);
  return spare <= 16;
}

function sameWords(text: string, title: string | null): boolean {
  return (
    title !== null && text.toLowerCase().replace(/\W+/g, ' ').trim() === title.toLowerCase().replace(/\W+/g, ' ').trim()
  );
}

function isTitle(first: LogicalLine, second: LogicalLine | undefined): boolean {
  if (first.text.length > LONGEST_HEADING || first.quote > 0 || BULLET.test(first.text)) return false;
  if (second === undefined || /[.,;:。，]["'”’]?$/.test(first.text)) return false;
  return second.afterGap || /^([=-])\1{2,}$/.test(second.text) || /^by\s/i.test(second.text);
}

function toBlocks(lines: readonly LogicalLine[], reading: Reading): void {
  const { blocks } = reading;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const next = lines[index + 1];
    if (line === undefined || /^([-=_*~])(?:\s*\1){2,}$/.test(line.text)) continue;
    if (line.quote > 0) {
      const end = runEnd(lines, index, (one) => one.quote > 0);
      const inner: Reading = { ...reading, blocks: [] };
      toBlocks(
        lines.slice(index, end).map((one) => ({ ...one, quote: one.quote - 1 })),
        inner,
      );
      blocks.push({ block: 'quote', blocks: inner.blocks });
      index = end - 1;
    } else if (
      BULLET.test(line.text) &&
      (index + 1 === lines.length || next === undefined || BULLET.test(next.text) || isAfterList(blocks))
    ) {
      const end = runEnd(lines, index, (one) => BULLET.test(one.text) && one.quote === 0);
      const items = lines.slice(index, end).map((one) => one.text.replace(BULLET, ''));
      blocks.push({ block: 'list', ordered: /^\(?\d/.test(line.text), items });
      index = end - 1;
    } else if (isHeadline(line) && next !== undefined && isHeadline(next)) {
      const end = runEnd(lines, index, isHeadline);
      blocks.push({ block: 'list', ordered: false, items: lines.slice(index, end).map((one) => one.text) });
      index = end - 1;
    } else if (isHeading(line, next)) {
      blocks.push({ block: 'heading', text: line.text.replace(/^#+\s*/, ''), level: 2 });
    } else blocks.push({ block: 'paragraph', text: line.text });
  }
}

function isAfterList(blocks: readonly Block[]): boolean {
  return blocks.at(-1)?.block === 'list';
}

function runEnd(lines: readonly LogicalLine[], start: number, belongs: (line: LogicalLine) => boolean): number {
  let end = start;
  for (let line = lines[end]; line !== undefined && belongs(line); line = lines[end]) end++;
  return end;
}

function isHeadline(line: LogicalLine): boolean {
  return line.quote === 0 && !SENTENCE_END.test(line.text) && splitHeadline(line.text) !== null;
}

function isHeading(line: LogicalLine, next: LogicalLine | undefined): boolean {
  if (next === undefined || line.text.length > 80 || !line.afterGap || SENTENCE_END.test(line.text)) return false;
  return (
    /^([=-])\1{2,}$/.test(next.text) || (next.afterGap && next.text.length > 120 && line.text.split(' ').length <= 12)
  );
}
