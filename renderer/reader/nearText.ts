// A long document shows the text around the place where reading goes on, and its pictures, before the rest of it is laid out and loaded.

/** No text has more in a line, nor lines that are closer. */
const MOST_LETTERS = 90;
const LEAST_LINE_PX = 14;

/** Leaves out of the layout what is far from a block; `blocks` as `listBlocks` gives them. */
export function showNear(page: Document, blocks: readonly HTMLElement[], block: number): void {
  // As many as fill the view from the place on, whatever the look.
  let room = (window.innerHeight / LEAST_LINE_PX) * MOST_LETTERS;
  let last: HTMLElement | undefined;
  for (const [i, each] of blocks.entries()) {
    const isNear = i >= block && room > 0;
    if (isNear) {
      room -= each.textContent.length;
      last = each;
    } else each.dataset['far'] = '';
  }
  const first = blocks[block];
  for (const picture of waitingPictures(page)) {
    if (first !== undefined && isAfter(first, picture)) continue;
    if (last !== undefined && isAfter(picture, last)) break;
    load(picture);
  }
}

/** Shows everything. */
export function showAll(page: Document): void {
  waitingPictures(page).forEach(load);
  for (const block of page.querySelectorAll<HTMLElement>('[data-far]')) delete block.dataset['far'];
}

/** Whether nothing is left out. */
export function isWhole(page: Document): boolean {
  return page.querySelector('[data-far]') === null;
}

function waitingPictures(page: Document): readonly HTMLImageElement[] {
  return [...page.querySelectorAll<HTMLImageElement>('img[data-picture]')];
}

function load(picture: HTMLImageElement): void {
  const { picture: address } = picture.dataset;
  if (address !== undefined) picture.src = address;
  delete picture.dataset['picture'];
}

function isAfter(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING) > 0;
}
