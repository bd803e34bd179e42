// Links of an article within itself: which of them call a note, which lead back from one, and what the note is. Reads the document only.
import { makePlain } from '../frame/plainText.ts';

/** A note and the link that calls it. */
export interface CalledNote {
  readonly link: HTMLElement;
  /** What stands in the text for it: a number, a star. */
  readonly mark: string;
  /** The whole note; a part of the document. */
  readonly note: HTMLElement;
}

const NOTE_PLACES = '[role="doc-endnotes"], [role="doc-footnotes"], aside';
// What generators call notes; the stored page puts "a-" before every name (`extract/cleanContent.ts`).
const NOTE_NAME =
  /^(?:a-)?_?(?:fn|ftn|footnote|footnotes|endnote|en|edn|note|cite_note|sdfootnote|sdendnote|easy-footnote|footnote_plugin)(?:[-_:.]?\w*)*$/i;
const BACK_NAME = /ref|anc|back|cite_ref/i;
const MARK =
  /^[[({]?(?:\p{Nd}{1,4}|[a-z]|[ivxlc]{1,7}|[*†‡§¶‖#]{1,4}|[⁰¹²³⁴-⁹]{1,4}|(?:note|fn\.?|n\.?)\s*\d{1,4})[\])}.]?$/iu;
const BACK_MARK = /^[\s[(]*(?:[↩↑⤴⬆^]\uFE0E?|back|return)[\s\])]*$/iu;
const HOLDERS = 'li, dd, aside, p, blockquote';

/** The note that a link calls; `undefined` for a link that calls none. */
export function calledNote(link: HTMLElement): CalledNote | undefined {
  const target = targetOf(link);
  if (target === undefined || isBackLink(link)) return undefined;
  const note = noteAt(target);
  if (note === undefined || note.contains(link)) return undefined;
  const mark = link.textContent.trim();
  const isCalled = link.getAttribute('role') === 'doc-noteref' || MARK.test(mark);
  const isNote = note.closest(NOTE_PLACES) !== null || NOTE_NAME.test(target.id);
  return isCalled && isNote ? { link, mark, note } : undefined;
}

/** What a link from a note leads back to; `undefined` for any other link. */
export function calledFrom(link: HTMLElement): HTMLElement | undefined {
  return isBackLink(link) ? targetOf(link) : undefined;
}

function isBackLink(link: HTMLElement): boolean {
  if (link.getAttribute('role') === 'doc-backlink' || BACK_MARK.test(link.textContent)) return true;
  // A number at the head of a note, as word processors write it, leads back to where the number stands.
  return link.closest(NOTE_PLACES) !== null && BACK_NAME.test(link.getAttribute('href') ?? '');
}

/** What the fragment of a link names in its document. */
function targetOf(link: HTMLElement): HTMLElement | undefined {
  const href = link.getAttribute('href') ?? '';
  if (!/^#./.test(href)) return undefined;
  const name = href.slice(1);
  const page = link.ownerDocument;
  return page.getElementById(name) ?? page.getElementById(decode(name)) ?? undefined;
}

/** A list item, a paragraph or the like; the name may stand on a mark within it, or on a term whose description it is. */
function noteAt(target: HTMLElement): HTMLElement | undefined {
  if (target.matches('section, h1, h2, h3, h4, h5, h6, table, figure')) return undefined;
  const term = target.closest('dt');
  if (term !== null) return findHtml(term, term.nextElementSibling);
  return findHtml(target, target.closest(HOLDERS)) ?? (target.textContent.trim() === '' ? undefined : target);
}

// Elements of a frame are instances of the frame's classes, not of the window's.
function findHtml(near: HTMLElement, found: Element | null): HTMLElement | undefined {
  const view = near.ownerDocument.defaultView;
  return view !== null && found instanceof view.HTMLElement ? found : undefined;
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A stray per cent sign: the name is meant as it stands.
    return fragment;
  }
}

/** The note's content as it may stand a second time: without the way back, and without names, which are there once. */
export function copyNote({ note }: CalledNote): DocumentFragment {
  const page = note.ownerDocument;
  const copy = page.createDocumentFragment();
  for (const child of note.childNodes) copy.append(child.cloneNode(true));
  makePlain(copy);
  for (const element of copy.querySelectorAll<HTMLElement>('*')) {
    element.removeAttribute('id');
    if (element.matches('a[href]') && isCopiedBackLink(element)) element.remove();
  }
  return copy;
}

function isCopiedBackLink(link: HTMLElement): boolean {
  const href = link.getAttribute('href') ?? '';
  if (!href.startsWith('#')) return false;
  return link.getAttribute('role') === 'doc-backlink' || BACK_MARK.test(link.textContent) || BACK_NAME.test(href);
}
