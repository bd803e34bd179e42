// One entry's box in; its title, address, kind, dates, excerpt and picture come out.
import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import type { PostKind, RelatedEntry } from '#contract/article.ts';
import type { PostDate } from '#contract/dates.ts';
import { chooseImage } from '../imageAddress.ts';
import type { Page } from '../page.ts';
import { readBracketedEntry } from './bracketedDates.ts';
import { dateFieldOf, type DateField } from './dateFields.ts';
import { findDate, type DateContext } from './findDate.ts';
import { senseOf } from './headingWords.ts';
import type { Candidate } from './linkGroups.ts';
import { countTitleWords, isDate, isMoreWords } from './linkWorth.ts';
import { fold, type PageOutline } from './pageOutline.ts';
import { kindOfWord, splitKind } from './postKinds.ts';

interface Piece {
  readonly text: string;
  /** Machine-readable date of the `time` element around it. */
  readonly datetime: string | null;
  /** Which heading of the box it stands in, from 1; 0 for none. */
  readonly heading: number;
  readonly isNamedTitle: boolean;
  readonly isLinked: boolean;
  /** The block it stands in, as a running number. */
  readonly block: number;
}

const MOST_PIECES = 120;
const LONGEST_EXCERPT = 400;
const TITLE_NAME = /(?:^|[-_ ])(?:\w*title|headline|hed|ttl|heading)(?:[-_ ]|$)|title$/i;
const NO_TITLE_NAME = /subtitle|kicker|category|label|section|rubric|eyebrow/i;
const INLINE = /^(?:a|b|strong|em|i|u|mark|font|q|cite|sup|sub|abbr|bdi|wbr|small)$/;
const VIDEO_ADDRESS =
  /(?:^|\/\/)(?:www\.)?(?:youtube\.com\/watch|youtu\.be\/|vimeo\.com\/\d)|\/(?:video|videos|watch)\/|\/av\//i;
const GALLERY_ADDRESS = /\/(?:gallery|galleries|photos|fotostrecke|bildergalerie|slideshow|pictures)\//i;
const AUDIO_ADDRESS = /\/(?:podcasts?|audio)\/[^/]+/i;

/** Reads the entry of a candidate; `null` when it has no words to be called by. `href` must be absolute. */
export function readEntry(
  page: Page,
  outline: PageOutline,
  candidate: Candidate,
  href: string,
  context: DateContext,
): Omit<RelatedEntry, 'position'> | null {
  const box = outline.boxes[candidate.box]?.element;
  const link = outline.links[candidate.title ?? candidate.last];
  if (box === undefined || link === undefined) return null;
  const { pieces, images } = collectPieces(box);
  const raw = fold(pieces.map((piece) => piece.text).join(' ')).slice(0, 1000);
  const bracketed = raw.length < 400 && /[[(【（]/.test(raw) ? readBracketedEntry(raw, context) : null;
  const isStated = bracketed !== null && (bracketed.added !== null || bracketed.updated !== null);
  const chosen = isStated
    ? bracketed.title
    : chooseTitle(pieces, link.element, candidate.title === null ? '' : link.text);
  const named = chosen === '' ? altOf(link.image ?? images[0]) : chosen;
  if (named === '') return null;
  const split = splitKind(withoutCue(named.slice(0, 400)));
  const dates = isStated ? bracketed : readDates(pieces, named, context);
  return {
    title: split.title,
    url: href,
    kind: isStated ? bracketed.kind : split.kind === 'article' ? kindOf(href, pieces) : split.kind,
    added: dates.added ?? null,
    updated: dates.updated ?? null,
    published: dates.published ?? null,
    excerpt: findExcerpt(pieces, named),
    image:
      images
        .map((image) => chooseImage(image, page))
        .find((address) => address !== undefined && /^https?:/.test(address)) ?? null,
    raw,
  };
}

/** `Read more: TITLE` → `TITLE`; a colon that belongs to the title stays. */
function withoutCue(title: string): string {
  const match = /^[\s>»→[(]*([^:：]{3,24})[:：]\s*(\S.{10,})$/su.exec(title);
  return match !== null && senseOf(match[1] ?? '') === 'related' ? (match[2] ?? title) : title;
}

function collectPieces(root: Element): { readonly pieces: readonly Piece[]; readonly images: readonly Element[] } {
  const pieces: Piece[] = [];
  const images: Element[] = [];
  let [block, headings] = [0, 0];
  const open: { readonly node: AnyNode; readonly from: Omit<Piece, 'text' | 'block'> }[] = [
    { node: root, from: { datetime: null, heading: 0, isNamedTitle: false, isLinked: false } },
  ];
  for (let top = open.pop(); top !== undefined && pieces.length < MOST_PIECES; top = open.pop()) {
    const { node, from } = top;
    if (isText(node)) {
      const text = fold(node.data);
      if (text !== '') pieces.push({ ...from, text, block });
    } else if (isTag(node) && !/^(?:script|style|noscript|template|svg|iframe|button)$/.test(node.name)) {
      if (node.name === 'img') images.push(node);
      if (!INLINE.test(node.name)) block++;
      const names = `${node.attribs['class'] ?? ''} ${node.attribs['itemprop'] ?? ''}`;
      const inner = {
        datetime: node.name === 'time' ? (node.attribs['datetime'] ?? null) : from.datetime,
        heading: /^h[1-6]$/.test(node.name) ? ++headings : from.heading,
        isNamedTitle: from.isNamedTitle || (node !== root && TITLE_NAME.test(names) && !NO_TITLE_NAME.test(names)),
        isLinked: from.isLinked || node.name === 'a',
      };
      if (node.name === 'time' && node.children.length === 0 && inner.datetime !== null)
        pieces.push({ ...inner, text: '', block });
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index];
        if (child !== undefined) open.push({ node: child, from: inner });
      }
    }
  }
  return { pieces, images };
}

/** The heading in the box, else what a class calls the title, else the first words of the link that could be one. */
function chooseTitle(pieces: readonly Piece[], link: Element, linkText: string): string {
  const heading = joinBlock(
    pieces.filter((piece) => piece.heading > 0 && !isDateLine(piece.text)),
    (piece) => piece.heading,
  );
  if (heading !== '' && heading.length <= 300) return heading;
  const own = collectPieces(link).pieces;
  const isLinkTitle = countTitleWords(linkText) >= 2 && !isMoreWords(linkText);
  const pool = isLinkTitle ? own : pieces;
  const named = joinBlock(
    pool.filter((piece) => piece.isNamedTitle),
    (piece) => piece.block,
  );
  if (named !== '' && named.length <= 300) return named;
  if (isLinkTitle && new Set(own.map((piece) => piece.block)).size <= 1) return linkText;
  const blocks = new Map<number, string>();
  for (const piece of pool) blocks.set(piece.block, `${blocks.get(piece.block) ?? ''} ${piece.text}`.trim());
  const texts = [...blocks.values()].filter((text) => !isMoreWords(text));
  const first =
    texts.find((text) => countTitleWords(text) >= 3 && findDateOnly(text) === null) ??
    texts.find((text) => countTitleWords(text) >= 1);
  return first ?? (isMoreWords(linkText) ? '' : linkText);
}

function joinBlock(pieces: readonly Piece[], keyOf: (piece: Piece) => number): string {
  const first = pieces[0];
  // A box may hold a second heading, such as the section's; the longest block is the title.
  const blocks = new Map<number, string>();
  for (const piece of pieces) blocks.set(keyOf(piece), `${blocks.get(keyOf(piece)) ?? ''} ${piece.text}`.trim());
  return first === undefined
    ? ''
    : [...blocks.values()].reduce((best, text) => (text.length > best.length ? text : best), '');
}

/** `Interview | 1.11.2021`, as some set over the title, inside its heading. */
function isDateLine(text: string): boolean {
  return /\d/.test(text) && isDate(text.replace(/^[\p{L} ]{1,24}[|·•]\s*/u, ''));
}

function findDateOnly(text: string): PostDate | null {
  const found = findDate(text, { lang: null, reference: null, order: null });
  return found !== null && found.end - found.start >= text.length * 0.6 ? found.date : null;
}

/** Dates beside the title: what `time` says where it agrees with the words shown, else the words. */
function readDates(
  pieces: readonly Piece[],
  title: string,
  context: DateContext,
): Partial<Record<DateField, PostDate>> {
  const dates: Partial<Record<DateField, PostDate>> = {};
  let label: DateField | null = null;
  for (const piece of pieces) {
    const isOfTitle = piece.text !== '' && title.includes(piece.text);
    if (isOfTitle && (piece.text.length > 12 || piece.heading > 0)) continue;
    const named = dateFieldOf(piece.text);
    if (piece.text.length > 90 && piece.datetime === null) continue;
    const found = findDate(named === null ? piece.text : piece.text.slice(named.length), context);
    const machine = piece.datetime === null ? null : (findDate(piece.datetime, context)?.date ?? null);
    const date = agree(found?.date ?? null, machine);
    if (named !== null) label = named.field;
    if (date === null) continue;
    dates[label ?? 'published'] ??= date;
    label = null;
  }
  // "No. 34 of 8 November 2021" is called by its date.
  const own = Object.keys(dates).length === 0 && title.length <= 60 ? findDate(title, context) : null;
  if (own !== null && own.date !== null && own.end - own.start > title.length / 2) dates.published = own.date;
  return dates;
}

function agree(shown: PostDate | null, machine: PostDate | null): PostDate | null {
  if (machine === null || shown === null) return shown ?? machine;
  return machine.startsWith(shown) || shown.length < 10 ? machine : shown;
}

function findExcerpt(pieces: readonly Piece[], title: string): string | null {
  const blocks = new Map<number, string>();
  for (const piece of pieces) {
    if (piece.heading > 0 || piece.isNamedTitle) continue;
    blocks.set(piece.block, `${blocks.get(piece.block) ?? ''} ${piece.text}`.trim());
  }
  const text = [...blocks.values()]
    .filter((block) => !title.includes(block) && block !== title)
    .find((block) => countTitleWords(block) >= 8);
  if (text === undefined || text === title) return null;
  const own = text.startsWith(title) ? text.slice(title.length).trim() : text;
  return countTitleWords(own) < 6 ? null : own.slice(0, LONGEST_EXCERPT);
}

function kindOf(href: string, pieces: readonly Piece[]): PostKind {
  for (const piece of pieces.slice(0, 12)) {
    const kind = piece.text.length <= 14 ? kindOfWord(piece.text.replace(/[:|]$/, '')) : undefined;
    if (kind !== undefined) return kind;
  }
  if (VIDEO_ADDRESS.test(href)) return 'video';
  if (GALLERY_ADDRESS.test(href)) return 'gallery';
  return AUDIO_ADDRESS.test(href) ? 'audio' : 'article';
}

function altOf(image: Element | undefined): string {
  const alt = fold(image?.attribs['alt'] ?? '');
  return countTitleWords(alt) >= 2 ? alt : '';
}
