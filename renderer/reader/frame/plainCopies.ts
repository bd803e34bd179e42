// A document with soft hyphens in it in; what is copied or dragged from it is free of them, out. The browser copies as always, with all formatting:
// the hyphens are taken out before and put back behind.
import { withoutSoftHyphens } from './plainText.ts';

/** Takes the soft hyphens out of what is selected and returns what puts them back. */
export type TakeOut = (isSelected: (node: Node) => boolean) => () => void;

/** Listens until the returned function is called. */
export function listenForCopies(page: Document, takeOut: TakeOut): () => void {
  const copy = (): void => {
    const selection = page.getSelection();
    if (selection === null || selection.isCollapsed) return;
    const putBack = takeOut((node) => selection.containsNode(node, true));
    // What is copied is read when all have heard of it.
    setTimeout(putBack, 0);
  };
  const drag = ({ dataTransfer }: DragEvent): void => {
    // Read before anybody hears of it, so it is written anew.
    for (const format of ['text/plain', 'text/html']) {
      const dragged = dataTransfer?.getData(format) ?? '';
      if (dragged.includes('\u00AD')) dataTransfer?.setData(format, withoutSoftHyphens(dragged));
    }
  };
  page.addEventListener('copy', copy);
  page.addEventListener('dragstart', drag);
  return () => {
    page.removeEventListener('copy', copy);
    page.removeEventListener('dragstart', drag);
  };
}
