// A link in an article in; the sentence it stands in out, so that a person later knows why it was kept.
import { plainTextOf, withoutSoftHyphens } from './frame/plainText.ts';

const MOST_LETTERS = 400;

/** The sentence around a link, in the article's language, cut to 400 letters; `null` when the link is all there is. */
export function sentenceAround(link: Element, lang: string | null): string | null {
  const block = link.closest('p, li, figcaption, td, th, dd, dt, blockquote, h2, h3, h4, h5, h6');
  if (block === null) return null;
  const before = textBefore(block, link);
  const text = plainTextOf(block);
  const linked = plainTextOf(link);
  const segmenter = new Intl.Segmenter(lang ?? undefined, { granularity: 'sentence' });
  // The first letter of the link, as its sentence may end within the block's text before it.
  const around = segmenter.segment(text).containing(before.length + leadingSpace(linked));
  const sentence = (around?.segment ?? text).replace(/\s+/g, ' ').trim();
  if (sentence === '' || sentence === linked.replace(/\s+/g, ' ').trim()) return null;
  return sentence.length > MOST_LETTERS ? `${sentence.slice(0, MOST_LETTERS - 1)}…` : sentence;
}

function textBefore(block: Element, link: Element): string {
  const range = block.ownerDocument.createRange();
  range.setStart(block, 0);
  range.setEndBefore(link);
  return withoutSoftHyphens(range.toString());
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}
