// What a person does to highlights in the window; each can be taken back. Failures are told by whoever called.
import {
  targetOf,
  LONGEST_QUOTE,
  type Highlight,
  type HighlightChange,
  type HighlightColor,
  type TextPosition,
} from '#contract/highlight.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { useView } from '../app/navigation.ts';
import { say } from '../app/toasts.ts';
import { sayDone } from '../app/undo.ts';
import { viewOf } from '../reader/place/framePlace.ts';
import { words } from '../ui/words.ts';
import { pressHighlight, useOpenHighlights, type OpenHighlights } from './openHighlights.ts';

/** The colour that was used last. */
function lastColor(): HighlightColor {
  return useMirror.getState().settings.highlightColor;
}

/**
 * Highlights what is selected or, without a selection, the paragraph one is at; while the text is still looked through, as soon as it was. What is highlighted
 * already gets the colour; `isForNote` opens its note.
 */
export function highlightHere(color: HighlightColor = lastColor(), isForNote = false): void {
  const { state, text, open, placed } = useOpenHighlights.getState();
  if (useMirror.getState().isReadOnly) {
    say({ text: words.highlights.readOnly[useMirror.getState().readOnlyBecause], tone: 'failure' });
    return;
  }
  if (state === 'waiting') {
    whenRead(() => highlightHere(color, isForNote));
    return;
  }
  const place = text === undefined ? undefined : (useOpenHighlights.getState().selection ?? paragraphHere());
  if (text === undefined || open === undefined || place === undefined) {
    say({ text: words.highlights.nothingHere });
    return;
  }
  if (place.end - place.start > LONGEST_QUOTE) {
    say({ text: words.highlights.tooLong, tone: 'failure' });
    return;
  }
  open.page.getSelection()?.removeAllRanges();
  if (color !== lastColor()) attempt(changeSettings({ highlightColor: color }));
  const same = placed.find((each) => each.place.start === place.start && each.place.end === place.end)?.highlight;
  if (same !== undefined) {
    if (same.color !== color && !isForNote) attempt(changeHighlight(same, { color }));
    else pressHighlight(same.id, isForNote);
    return;
  }
  const target = targetOf(text.text, place, open.article.saved);
  attempt(addHighlight({ articleId: open.article.id, color, note: '', tags: [], target }, isForNote));
}

/** Runs once the highlights of the open article are here; never when it is left, or they cannot be read. */
function whenRead(run: () => void): void {
  const { article } = useView.getState();
  const isOpen = (): boolean => useView.getState().article === article;
  whenSo(({ state }) => (state === 'waiting' && isOpen() ? undefined : state === 'here' && isOpen()), run);
}

async function addHighlight(
  made: Pick<Highlight, 'articleId' | 'color' | 'note' | 'tags' | 'target'>,
  isForNote: boolean,
): Promise<void> {
  const { id, articleId } = await call('highlight.add', made);
  sayDone({ label: words.highlights.done.added, undo: () => call('highlight.remove', { articleId, id }) });
  if (isForNote) whenPlaced(id, () => pressHighlight(id, true));
}

/** Runs once a highlight is drawn; the event that tells of it comes with the answer or a moment later. */
function whenPlaced(id: string, run: () => void): void {
  const isPlaced = ({ placed }: OpenHighlights): boolean => placed.some(({ highlight }) => highlight.id === id);
  if (isPlaced(useOpenHighlights.getState())) run();
  else whenSo((known) => isPlaced(known) || (known.open === undefined ? false : undefined), run);
}

/** Runs once a change makes it so, or never when one says that it will not be; `undefined` waits for the next. */
function whenSo(isSo: (known: OpenHighlights) => boolean | undefined, run: () => void): void {
  const stop = useOpenHighlights.subscribe((known) => {
    const verdict = isSo(known);
    if (verdict === undefined) return;
    stop();
    if (verdict) run();
  });
}

/** Changes a highlight and offers the way back; nothing when nothing is different. Throws as the call. */
export async function changeHighlight({ articleId, id }: Highlight, change: HighlightChange): Promise<void> {
  const { before } = await call('highlight.change', { articleId, id, change });
  const { color, note, tags, target } = before;
  const old: Required<HighlightChange> = { color, note, tags, target };
  const undone: HighlightChange = {
    ...(change.color === undefined ? {} : { color: old.color }),
    ...(change.note === undefined ? {} : { note: old.note }),
    ...(change.tags === undefined ? {} : { tags: old.tags }),
    ...(change.target === undefined ? {} : { target: old.target }),
  };
  sayDone({ label: wordFor(change), undo: () => call('highlight.change', { articleId, id, change: undone }) });
}

function wordFor({ color, note, tags }: HighlightChange): string {
  const { done } = words.highlights;
  if (color !== undefined) return done.recolored;
  if (note !== undefined) return note === '' ? done.noteCleared : done.noted;
  return tags === undefined ? done.placed : done.tagged;
}

/** Removes a highlight and offers the way back. */
export function removeHighlight({ articleId, id }: Highlight): void {
  attempt(
    call('highlight.remove', { articleId, id }).then((highlight) =>
      sayDone({ label: words.highlights.done.removed, undo: () => call('highlight.restore', { highlight }) }),
    ),
  );
}

/** Puts a highlight that could not be found on what is selected. */
export function placeAgain(highlight: Highlight): void {
  const { selection, text, open } = useOpenHighlights.getState();
  if (selection === undefined || text === undefined || open === undefined) {
    say({ text: words.highlights.placeHint });
    return;
  }
  open.page.getSelection()?.removeAllRanges();
  attempt(changeHighlight(highlight, { target: targetOf(text.text, selection, open.article.saved) }));
}

/** Puts the highlighted text on the clipboard. */
export function copyQuote({ target }: Highlight): void {
  attempt(navigator.clipboard.writeText(target.quote.exact).then(() => say({ text: words.highlights.copied })));
}

/** The paragraph in which the focus is, or else the first that is whole or mostly in view. */
function paragraphHere(): TextPosition | undefined {
  const { open, text } = useOpenHighlights.getState();
  if (open === undefined || text === undefined) return undefined;
  const { page, blocks } = open;
  const focused = blocks.find((block) => page.activeElement !== null && block.contains(page.activeElement));
  const first = viewOf(page, blocks)?.block ?? 0;
  const top = blocks[first]?.getBoundingClientRect();
  // What has only its last line in view was read.
  const isPassed = top !== undefined && top.top < 0 && top.bottom < top.height / 2;
  const start = isPassed ? first + 1 : first;
  for (const block of focused === undefined ? blocks.slice(start) : [focused]) {
    const range = page.createRange();
    range.selectNodeContents(block);
    const span = text.spanOf(range);
    if (span !== undefined) return span;
  }
  return undefined;
}
