// The highlights of the article that is open, found in its text, drawn in it, and kept fresh by events. What cannot be found is told as well.
import { create } from 'zustand';
import { sortOut, type PlacedHighlight } from '#contract/anchor/sortOut.ts';
import type { TextPosition } from '#contract/highlight.ts';
import { toErrorReport } from '#contract/errors.ts';
import type { Highlight } from '#contract/highlight.ts';
import { attempt } from '../app/articleActions.ts';
import { call, listen } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { afterPaint } from '../reader/frame/afterPaint.ts';
import { readText, type FrameText } from '../reader/frame/frameText.ts';
import { reveal } from '../reader/place/reveal.ts';
import { failureText } from '../ui/failureText.ts';
import type { OpenFrame } from '../reader/frame/openFrame.ts';
import { clearHighlights, paintHighlights } from './paintHighlights.ts';

/** What is known of them. */
export interface OpenHighlights {
  readonly state: 'waiting' | 'failed' | 'here';
  /** Why they could not be read, in words. */
  readonly failure: string;
  /** Reads them once more. */
  readonly again: () => void;
  /** In the order of the text. */
  readonly placed: readonly PlacedHighlight[];
  /** Those that stand nowhere in this copy. */
  readonly lost: readonly Highlight[];
  /** The document and its text; `undefined` until it was read. */
  readonly open: OpenFrame | undefined;
  readonly text: FrameText | undefined;
  /** What is selected in the text. */
  readonly selection: TextPosition | undefined;
  /** The highlight whose popover is open, and whether its note is what the person came for. */
  readonly pressed: { readonly id: string; readonly isForNote: boolean } | undefined;
}

const NONE: OpenHighlights = {
  state: 'waiting',
  failure: '',
  again: () => {},
  placed: [],
  lost: [],
  open: undefined,
  text: undefined,
  selection: undefined,
  pressed: undefined,
};

/** The highlights of the open article, for components. */
export const useOpenHighlights = create<OpenHighlights>()(() => NONE);

/** A highlight that is to be shown as soon as its article is open and its highlights are found. */
let awaited: string | undefined;

/** Shows a highlight when its article, which the caller opens, is there. */
export function awaitHighlight(id: string): void {
  awaited = id;
}

/** Reads and shows the highlights of a document until the returned function is called. The document is painted first. */
export function followHighlights(open: OpenFrame): () => void {
  const { article } = open;
  const version = article.saved;
  let isOver = false;
  let text: FrameText | undefined;

  const show = (highlights: readonly Highlight[]): void => {
    if (isOver) return;
    text ??= readText(open.page);
    const { placed, lost } = sortOut(highlights, text.text, version);
    useOpenHighlights.setState({ state: 'here', placed, lost, open, text });
    paintHighlights(open.page, text, placed);
    keepRefound(placed, text.text.length);
    const wanted = placed.find(({ highlight }) => highlight.id === awaited);
    if (wanted !== undefined) pressHighlight(wanted.highlight.id);
    if (wanted !== undefined || lost.some(({ id }) => id === awaited)) awaited = undefined;
  };

  /** What was found in a newer copy is written down once, so that the next newer one is searched from there. */
  function keepRefound(placed: readonly PlacedHighlight[], textLength: number): void {
    const found = placed.flatMap(({ highlight: { id, target }, place: { start, end } }) =>
      target.version === version || target.refound?.version === version
        ? []
        : [{ id, placement: { position: { start, end }, version, textLength } }],
    );
    if (found.length === 0 || useMirror.getState().isReadOnly) return;
    attempt(call('highlights.refound', { articleId: article.id, found }));
  }

  function load(): void {
    useOpenHighlights.setState(NONE);
    call('highlights.of', { id: article.id }).then(show, (failure: unknown) => {
      if (isOver) return;
      useOpenHighlights.setState({
        ...NONE,
        state: 'failed',
        failure: failureText(toErrorReport(failure)),
        again: load,
      });
    });
  }

  const stopListening = listen(({ name, payload }) => {
    if (name === 'highlights.changed' && payload.articleId === article.id) show(payload.highlights);
  });
  // The text stands on the screen before anything is looked for in it.
  const cancelLoad = afterPaint(load);
  return () => {
    isOver = true;
    cancelLoad();
    stopListening();
    clearHighlights(open.page);
    useOpenHighlights.setState(NONE);
  };
}

/** Brings a highlight into view and opens its popover. */
export function pressHighlight(id: string, isForNote = false): void {
  const { placed, text } = useOpenHighlights.getState();
  const found = placed.find(({ highlight }) => highlight.id === id);
  if (found === undefined || text === undefined) return;
  reveal(text.rangeOf(found.place.start, found.place.end), { at: 'ifHidden', isInstant: true });
  useOpenHighlights.setState({ pressed: { id, isForNote } });
}

/** Closes the popover and gives the focus back to the text, unless it is already elsewhere. */
export function releaseHighlight(): void {
  useOpenHighlights.setState({ pressed: undefined });
}

/** The innermost highlight at a place of the text. */
export function highlightAt(at: number): PlacedHighlight | undefined {
  return useOpenHighlights
    .getState()
    .placed.filter(({ place }) => place.start <= at && at < place.end)
    .sort((a, b) => a.place.end - a.place.start - (b.place.end - b.place.start))[0];
}
