// What the reader of a format found of an item comes in; the item as it is taken over goes out, or why it is none. Everything is checked
// and cleaned here, so that no format need do it.
import {
  HIGHLIGHT_COLORS,
  LONGEST_NOTE,
  LONGEST_QUOTE,
  MOST_HIGHLIGHTS,
  type HighlightColor,
} from '#contract/highlight.ts';
import type { ImportedHighlight, ImportRow, SkippedRow } from '#contract/imports.ts';
import type { Draft, HighlightDraft, ItemDraft } from './finding.ts';
import { judgeAddress } from './importedAddress.ts';
import { instantOf, publishedOf } from './importedDate.ts';
import { tagsOf } from './importedTags.ts';

/** A body may have so many UTF-16 units, or bytes where it is a file. */
const LONGEST_BODY = 32 * 1024 * 1024;

const LONGEST_LINE = 1000;
const LONGEST_EXCERPT = 5000;
const LONGEST_LABEL = 80;

/** The row of a draft that is no feed. */
export function finishRow(draft: Exclude<Draft, { readonly kind: 'feed' }>, file: string, now: number): ImportRow {
  if (draft.kind === 'skip') return { row: draft.row, file, label: labelOf(draft.label), skip: draft.skip };
  const judged = judgeAddress(draft.address);
  const body = draft.body ?? null;
  const skipped = (skip: SkippedRow['skip']): SkippedRow => ({ row: draft.row, file, label: labelOfItem(draft), skip });
  if (body !== null && (body.kind === 'html' ? body.html : body.bytes).length > LONGEST_BODY)
    return skipped('too-large');
  if (judged.skip !== null && body === null) return skipped(judged.skip);
  return {
    row: draft.row,
    file,
    address: judged.address,
    title: titleOf(draft, judged.address),
    byline: line(draft.byline),
    siteName: line(draft.siteName),
    lang: langOf(draft.lang),
    excerpt: longText(draft.excerpt, LONGEST_EXCERPT) || null,
    published: publishedOf(draft.published, now),
    saved: instantOf(draft.saved, now),
    tags: tagsOf(draft.tags ?? [], draft.folders ?? []),
    starred: draft.starred ?? false,
    archived: draft.archived ?? false,
    progress: progressOf(draft.progress),
    note: longText(draft.note, LONGEST_NOTE),
    highlights: (draft.highlights ?? [])
      .slice(0, MOST_HIGHLIGHTS)
      .map((each) => highlightOf(each, now))
      .filter(({ quote }) => quote !== ''),
    body,
  };
}

/** The first words of something, for the person to find it by. */
export function labelOf(text: string): string {
  return (
    line(text.slice(0, LONGEST_LINE))
      ?.slice(0, LONGEST_LABEL)
      .replace(/\p{Surrogate}$/u, '') ?? ''
  );
}

function labelOfItem({ title, address, excerpt }: ItemDraft): string {
  return labelOf(title ?? '') || labelOf(address ?? '') || labelOf(excerpt ?? '');
}

/** A title that only repeats the address says nothing; one that was cut off inside a letter ends before it. */
function titleOf({ title, address }: ItemDraft, href: string | null): string | null {
  const text =
    line(title)
      ?.replace(/\uFFFD{1,4}$/u, '')
      .trimEnd() ?? '';
  const isAddress = text === address?.trim() || text === href || `${text}/` === href;
  return text === '' || isAddress ? null : text;
}

function highlightOf({ quote, note, tags, color, created }: HighlightDraft, now: number): ImportedHighlight {
  return {
    quote: longText(quote, LONGEST_QUOTE),
    note: longText(note, LONGEST_NOTE),
    tags: tagsOf(tags ?? [], []),
    color: colorOf(color),
    created: instantOf(created, now),
  };
}

function colorOf(color: string | null | undefined): HighlightColor | null {
  const named = color?.trim().toLowerCase();
  return HIGHLIGHT_COLORS.find((each) => each === named) ?? null;
}

function progressOf(progress: number | null | undefined): number | null {
  if (progress === null || progress === undefined || !Number.isFinite(progress)) return null;
  return Math.min(1, Math.max(0, progress));
}

function langOf(lang: string | null | undefined): string | null {
  const tag = lang?.trim().slice(0, 40).replace(/_/g, '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,4}$/i.test(tag) ? tag : null;
}

/** On one line, without what cannot be seen. */
function line(text: string | null | undefined): string | null {
  const plain = (text ?? '')
    .slice(0, LONGEST_LINE * 4)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim();
  return plain === '' ? null : plain.slice(0, LONGEST_LINE).replace(/\p{Surrogate}$/u, '');
}

function longText(text: string | null | undefined, longest: number): string {
  return (text ?? '')
    .slice(0, longest)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim();
}
