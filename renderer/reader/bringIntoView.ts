// A piece of an article in; the view moved to where it can be seen.

/** A piece is brought to this share of the view's height, below what somebody reads before it. */
const VIEW_SHARE = 0.3;

/** Opens what is folded around a piece of an article and scrolls to it, softly where it is near and the person does not mind motion. */
export function bringIntoView(range: Range): void {
  const page = range.startContainer.ownerDocument;
  const view = page?.defaultView;
  if (page == null || view == null) return;
  for (const closed of closedAround(range.startContainer)) closed.setAttribute('open', '');
  const top = range.getBoundingClientRect().top - view.innerHeight * VIEW_SHARE;
  const isCalm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  page.documentElement.scrollBy({
    top,
    behavior: isCalm || Math.abs(top) > view.innerHeight * 3 ? 'instant' : 'smooth',
  });
}

function closedAround(node: Node): readonly Element[] {
  const closed: Element[] = [];
  let around = node.parentElement?.closest('details:not([open])') ?? null;
  while (around !== null) {
    closed.push(around);
    around = around.parentElement?.closest('details:not([open])') ?? null;
  }
  return closed;
}
