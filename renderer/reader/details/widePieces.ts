// What may be wider than a line: tables and code get frames of their own that scroll, by keyboard too, and code a button that copies it. All of
// it is made from outside; the stored article stays as it is.
import { say } from '../../app/toasts.ts';
import { words } from '../../ui/words.ts';

const STEP_PX = 56;
const COPIED_MS = 2000;

/** Puts the frames around; call once, before anything counts the blocks of the document. */
export function framePieces(page: Document): void {
  for (const [i, table] of outermost(page, 'table').entries()) {
    const name = table.querySelector('caption')?.textContent.trim() ?? '';
    const frame = wrap(table, 'table-frame');
    frame.dataset['name'] = name === '' ? words.looks.table({ number: String(i + 1) }) : name;
  }
  for (const [i, code] of outermost(page, 'pre').entries()) {
    const frame = wrap(code, 'code-frame');
    code.dataset['name'] = words.looks.code({ number: String(i + 1) });
    frame.append(copyButton(page, code));
  }
}

/** Lets what is too wide be scrolled by keyboard, as its width and the window's change; the returned function ends it. */
export function watchWidth(page: Document): () => void {
  const frames = [...page.querySelectorAll<HTMLElement>('.table-frame, .code-frame > pre, math[display="block"]')];
  const View = page.defaultView;
  if (View === null || frames.length === 0) return () => undefined;
  const watcher = new ResizeObserver((changes) => {
    // All are read before any is written to, so that the page is laid out once.
    const wide = changes.map(({ target }) => target.scrollWidth > target.clientWidth + 1);
    for (const [i, { target }] of changes.entries()) setScrollable(target, wide[i] === true);
  });
  for (const frame of frames) {
    watcher.observe(frame);
    frame.addEventListener('keydown', scrollSideways);
  }
  return () => {
    watcher.disconnect();
    for (const frame of frames) frame.removeEventListener('keydown', scrollSideways);
  };
}

function setScrollable(element: Element, isWide: boolean): void {
  const name = element.getAttribute('data-name');
  const attributes = { tabindex: '0', ...(name !== null && { role: 'region', 'aria-label': name }) };
  for (const [attribute, value] of Object.entries(attributes)) {
    if (isWide) element.setAttribute(attribute, value);
    else element.removeAttribute(attribute);
  }
}

/** Said here, not left to the browser, since the same keys may turn pages. */
function scrollSideways(this: HTMLElement, event: KeyboardEvent): void {
  if (event.target !== this || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (this.scrollWidth <= this.clientWidth + 1) return;
  // In a text from right to left, places are negative.
  const end = getComputedStyle(this).direction === 'rtl' ? -this.scrollWidth : this.scrollWidth;
  const to = {
    ArrowLeft: this.scrollLeft - STEP_PX,
    ArrowRight: this.scrollLeft + STEP_PX,
    Home: 0,
    End: end,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  this.scrollTo({ left: to });
}

function outermost(page: Document, name: string): readonly HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>(`.content ${name}`)].filter(
    (element) => element.parentElement?.closest('table, pre') === null,
  );
}

function wrap(element: HTMLElement, name: string): HTMLElement {
  const frame = element.ownerDocument.createElement('div');
  frame.className = name;
  element.replaceWith(frame);
  frame.append(element);
  return frame;
}

function copyButton(page: Document, code: HTMLElement): HTMLButtonElement {
  const button = page.createElement('button');
  button.type = 'button';
  button.className = 'copy-code';
  button.lang = document.documentElement.lang;
  button.textContent = words.looks.copy;
  button.addEventListener('click', () => {
    if (!copyText(page, code.textContent)) {
      say({ text: words.looks.copyFailed, tone: 'failure' });
      return;
    }
    say({ text: words.looks.copiedCode });
    button.textContent = words.looks.copied;
    button.dataset['copied'] = '';
    window.setTimeout(() => {
      button.textContent = words.looks.copy;
      delete button.dataset['copied'];
    }, COPIED_MS);
  });
  return button;
}

/**
 * Puts a text on the clipboard and tells whether it is there. By the document's own copying, which a press allows; the newer way asks for
 * a permission, and the window has none.
 */
function copyText(page: Document, text: string): boolean {
  let isCopied = false;
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    isCopied = event.clipboardData !== null;
  };
  page.addEventListener('copy', give, { once: true });
  page.execCommand('copy');
  page.removeEventListener('copy', give);
  return isCopied;
}
