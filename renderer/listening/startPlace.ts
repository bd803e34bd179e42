// Sentences of an article and where the person is in it in; the sentence to begin with out.
import { viewOf } from '../reader/place/framePlace.ts';
import type { OpenFrame } from '../reader/frame/openFrame.ts';
import type { PlacedSentence } from './spokenText.ts';

/** The sentence in which the selection begins, or else the first of the paragraph at the top of the view. */
export function sentenceHere({ page, blocks }: OpenFrame, sentences: readonly PlacedSentence[]): number {
  const selection = page.getSelection();
  if (selection !== null && !selection.isCollapsed && selection.rangeCount > 0) {
    const { startContainer, startOffset } = selection.getRangeAt(0);
    return sentenceFrom(sentences, startContainer, startOffset);
  }
  const block = viewOf(page, blocks)?.block ?? 0;
  const element = blocks[block];
  // Above the first paragraph stands the heading.
  return block === 0 || element === undefined ? 0 : sentenceFrom(sentences, element, 0);
}

function sentenceFrom(sentences: readonly PlacedSentence[], node: Node, offset: number): number {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const isBehind = sentences[middle]?.rangeOf().comparePoint(node, offset) === 1;
    if (isBehind) low = middle + 1;
    else high = middle;
  }
  return low;
}
