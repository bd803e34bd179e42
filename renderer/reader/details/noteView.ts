// A note shown beside its reference, in the article's own document but outside of the article: made here, no script of the page runs.
import { words } from '../../ui/words.ts';
import { copyNote, type CalledNote } from './notes.ts';

const GAP_PX = 8;
const MARGIN_PX = 16;

/** A note on show. */
export interface NoteView {
  readonly called: CalledNote;
  readonly element: HTMLElement;
  /** Takes it away; the focus goes back to the reference unless it is somewhere else in the article by now. */
  close(): void;
}

/** Shows a note and gives it the focus. `goToNote` is called for the button at its foot. */
export function showNote(called: CalledNote, goToNote: () => void): NoteView {
  const { link, mark, note } = called;
  const page = link.ownerDocument;
  const element = page.createElement('div');
  element.className = 'note-view';
  element.tabIndex = -1;
  element.setAttribute('role', 'dialog');
  element.setAttribute('aria-label', words.looks.note({ mark }));

  const text = page.createElement('div');
  text.className = 'note-text';
  const { lang, dir } = note.closest<HTMLElement>('[lang]') ?? page.documentElement;
  Object.assign(text, { lang, dir: dir === '' ? 'auto' : dir });
  text.append(copyNote(called));

  const button = page.createElement('button');
  button.type = 'button';
  button.lang = document.documentElement.lang;
  button.textContent = words.looks.goToNote;
  button.addEventListener('click', goToNote);

  element.append(text, button);
  page.body.append(element);
  place(element, link);
  link.setAttribute('aria-expanded', 'true');
  element.focus({ preventScroll: true });
  return {
    called,
    element,
    close() {
      const hadFocus = element.contains(page.activeElement) || page.activeElement === page.body;
      element.remove();
      link.removeAttribute('aria-expanded');
      if (hadFocus) link.focus({ preventScroll: true });
    },
  };
}

/** Below the reference where there is room, else above it; never beyond the edges. */
function place(element: HTMLElement, link: HTMLElement): void {
  const { clientWidth, clientHeight } = link.ownerDocument.documentElement;
  const at = link.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const below = at.bottom + GAP_PX;
  const top = below + height + MARGIN_PX <= clientHeight ? below : Math.max(MARGIN_PX, at.top - GAP_PX - height);
  const left = Math.min(Math.max(MARGIN_PX, at.left + at.width / 2 - width / 2), clientWidth - width - MARGIN_PX);
  element.style.insetBlockStart = 'auto';
  element.style.top = `${top}px`;
  element.style.left = `${left}px`;
}
