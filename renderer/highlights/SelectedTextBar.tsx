// A bar of buttons beside the selected text: the colours, a note, and every command that wants to stand there.
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Toolbar } from 'react-aria-components';
import { HIGHLIGHT_COLORS, type TextPosition } from '#contract/highlight.ts';
import { CommandButton } from '../app/CommandButton.tsx';
import { COMMANDS } from '../app/commands.ts';
import { useMirror } from '../app/mirror.ts';
import type { OpenFrame } from '../reader/frame/openFrame.ts';
import { NoteIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { highlightHere } from './highlightActions.ts';
import { useOpenHighlights } from './openHighlights.ts';
import { setSelectionBarFocus } from './selectionBarFocus.ts';
import './SelectedTextBar.css';

/** Where it stands. */
export interface SelectedTextBarProps {
  readonly open: OpenFrame;
  readonly place: TextPosition;
}

const GAP_PX = 8;
const EDGE_PX = 8;

/** Draws the bar above the selection, or below it where there is no room. */
export function SelectedTextBar({ open, place }: SelectedTextBarProps): ReactNode {
  const bar = useRef<HTMLDivElement>(null);
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const [at, setAt] = useState<{ readonly left: number; readonly top: number }>();

  useLayoutEffect(() => {
    const put = (): void => setAt(barPlace(open, place, bar.current));
    put();
    open.page.addEventListener('scroll', put, { passive: true });
    window.addEventListener('resize', put);
    return () => {
      open.page.removeEventListener('scroll', put);
      window.removeEventListener('resize', put);
    };
  }, [open, place]);

  useEffect(() => {
    const buttons = bar.current;
    setSelectionBarFocus(() => buttons?.querySelector('button')?.focus());
    return () => {
      // Its buttons are gone with the selection; what had the focus before was the text.
      if (buttons?.contains(document.activeElement) === true) open.frame.focus();
      setSelectionBarFocus(undefined);
    };
  }, [open]);

  function leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    open.page.getSelection()?.removeAllRanges();
    open.frame.focus();
  }

  const others = COMMANDS.filter(({ bars }) => bars?.includes('selection') === true);
  return (
    // Escape is heard for all buttons in it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={bar}
      className="selected-bar"
      style={at === undefined ? { visibility: 'hidden' } : { left: at.left, top: at.top }}
      onKeyDown={leave}
    >
      <Toolbar aria-label={words.highlights.selected}>
        {HIGHLIGHT_COLORS.map((color) => (
          <button
            key={color}
            type="button"
            className="swatch"
            data-color={color}
            title={words.highlights.inColor[color]}
            aria-label={words.highlights.inColor[color]}
            disabled={isReadOnly}
            onClick={() => highlightHere(color)}
          />
        ))}
        <button
          type="button"
          className="icon-button"
          title={words.highlights.note}
          aria-label={words.highlights.note}
          disabled={isReadOnly}
          onClick={() => highlightHere(undefined, true)}
        >
          <NoteIcon size={17} strokeWidth={1.75} aria-hidden />
        </button>
        {others.map(({ id }) => (
          <CommandButton key={id} id={id} />
        ))}
      </Toolbar>
    </div>
  );
}

/** In the article's view, in CSS pixels; `undefined` while the selection is out of it. */
function barPlace(
  { frame, page }: OpenFrame,
  { start, end }: TextPosition,
  bar: HTMLElement | null,
): { readonly left: number; readonly top: number } | undefined {
  const { text } = useOpenHighlights.getState();
  const view = page.documentElement;
  if (text === undefined || bar === null) return undefined;
  const lines = text.rangeOf(start, end).getClientRects();
  const [first, last] = [lines[0], lines[lines.length - 1]];
  if (first === undefined || last === undefined || last.bottom < 0 || first.top > view.clientHeight) return undefined;
  const { width, height } = bar.getBoundingClientRect();
  const aimed = lines.length === 1 ? (first.left + first.right - width) / 2 : first.left;
  const left = Math.min(Math.max(EDGE_PX, aimed), frame.clientWidth - width - EDGE_PX);
  const above = first.top - height - GAP_PX;
  const below = Math.min(last.bottom + GAP_PX, view.clientHeight - height - EDGE_PX);
  return { left, top: above >= EDGE_PX ? above : Math.max(EDGE_PX, below) };
}
