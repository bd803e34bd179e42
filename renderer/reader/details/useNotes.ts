// Footnotes of the open article: a press on a reference shows the note beside it, a second one goes to it, and from a note one goes back.
import { useEffect } from 'react';
import { eventElement } from '../frame/eventElement.ts';
import { goToFragment } from '../frame/frameDocument.ts';
import { calledFrom, calledNote, type CalledNote } from './notes.ts';
import { showNote, type NoteView } from './noteView.ts';
import { useOpenFrame } from '../frame/openFrame.ts';
import { useOpenNote } from './openNote.ts';

/** Listens in the article that is open. */
export function useNotes(): void {
  const page = useOpenFrame(({ open }) => open?.page);
  useEffect(() => (page === undefined ? undefined : answerNotes(page)), [page]);
}

function answerNotes(page: Document): () => void {
  let view: NoteView | undefined;
  let goneTo: HTMLElement | undefined;

  const close = (): void => {
    const closing = view;
    view = undefined;
    useOpenNote.setState({ close: undefined });
    closing?.close();
  };
  const goTo = (element: HTMLElement, href: string): void => {
    close();
    goToFragment(page, href);
    goneTo?.classList.remove('note-gone-to');
    goneTo = element;
    element.classList.add('note-gone-to');
    if (!element.matches('a[href]')) element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };
  const goToNote = ({ link, note }: CalledNote): void => goTo(note, link.getAttribute('href') ?? '');
  const show = (called: CalledNote): void => {
    close();
    view = showNote(called, () => goToNote(called));
    useOpenNote.setState({ close });
  };

  const press = (event: MouseEvent): void => {
    const link = linkOf(event);
    if (view !== undefined && link === undefined && !isWithin(view.element, event)) close();
    if (link === undefined || event.button !== 0) return;
    const called = calledNote(link);
    const origin = calledFrom(link);
    if (called === undefined && origin === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (called !== undefined && view?.called.link === link) goToNote(called);
    else if (called !== undefined) show(called);
    else if (origin !== undefined) goTo(referenceAt(origin), link.getAttribute('href') ?? '');
  };
  const scrolled = (event: Event): void => {
    // Its own scrolling is none of the article's.
    if (view !== undefined && !isWithin(view.element, event)) close();
  };

  // Before the listener that follows links.
  page.addEventListener('click', press, { capture: true });
  page.addEventListener('scroll', scrolled, { capture: true, passive: true });
  page.defaultView?.addEventListener('resize', close);
  return () => {
    close();
    page.removeEventListener('click', press, { capture: true });
    page.removeEventListener('scroll', scrolled, { capture: true });
    page.defaultView?.removeEventListener('resize', close);
  };
}

/** The reference is a link with the name, or holds or follows it. */
function referenceAt(origin: HTMLElement): HTMLElement {
  return origin.closest<HTMLElement>('a[href]') ?? origin.querySelector<HTMLElement>('a[href]') ?? origin;
}

function linkOf(event: Event): HTMLElement | undefined {
  return eventElement(event)?.closest<HTMLElement>('a[href]') ?? undefined;
}

function isWithin(element: HTMLElement, event: Event): boolean {
  return element.contains(eventElement(event) ?? null);
}
