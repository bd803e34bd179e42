// The sentences of ours in an article's document, written in the language of the window. Text only: nothing in it becomes an element.
import type { Article } from '#contract/article.ts';
import { failureText, pictureFailureText } from '../../ui/failureText.ts';
import { missingPagesLine } from '../../ui/missingPages.ts';
import { aroundElement, ELEMENT, words } from '../../ui/words.ts';
import { direction, language } from '../../words/language.ts';

/** What stands where a picture has no words of its own; see `placeImages`. */
const NAMELESS = 'Picture';

/** Writes them where the document has them in English; see `articleDocument`. */
export function writeSentences(page: Document, { report, comments }: Article): void {
  const { missingPages, missing: pictures } = report;
  const reasons = new Map(pictures.map((picture) => [picture.url, pictureFailureText(picture)]));
  for (const gap of page.querySelectorAll<HTMLElement>('.missing-image')) {
    const reason = reasons.get(gap.dataset['address'] ?? '');
    if (reason !== undefined) gap.title = reason;
    if (gap.textContent === NAMELESS) gap.textContent = words.details.image;
  }
  const missing = find(page, '.article > .missing-pages');
  if (missing !== null && missingPages !== null) {
    speak(missing);
    write(missing, 'strong', words.reader.pagesMissing({ pages: missingPagesLine(missingPages) }));
    write(missing, 'p > span', failureText({ code: missingPages.code, message: missingPages.reason }));
    writeAroundLink(missing);
  }
  for (const [place, text] of [
    ['.article > .comments > summary', words.reader.comments({ count: comments })],
    ['.article > .comments-lost', words.reader.commentsLost],
  ] as const) {
    const element = find(page, place);
    if (element === null) continue;
    speak(element);
    element.textContent = text;
  }
}

/** The link itself stays, as it has its address from the library. */
function writeAroundLink(missing: HTMLElement): void {
  const link = missing.querySelector('a');
  if (link === null) return;
  const [before, after] = aroundElement(words.reader.aboveIsSafe({ link: ELEMENT }));
  link.textContent = words.reader.goOnThere;
  link.parentElement?.replaceChildren(before, link, after);
}

function find(page: Document, selector: string): HTMLElement | null {
  return page.querySelector<HTMLElement>(selector);
}

function write(parent: HTMLElement, selector: string, text: string): void {
  const element = parent.querySelector(selector);
  if (element !== null) element.textContent = text;
}

function speak(element: HTMLElement): void {
  element.lang = language;
  element.dir = direction;
}
