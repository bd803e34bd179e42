// Over the article: the bar beside what is selected, and the popover of the highlight that was pressed. Listens to the document for both.
import { useEffect, useState, type ReactNode } from 'react';
import { useOpenFrame, type OpenFrame } from '../reader/frame/openFrame.ts';
import { followHighlights, highlightAt, pressHighlight, useOpenHighlights } from './openHighlights.ts';
import { HighlightPopover } from './HighlightPopover.tsx';
import { SelectedTextBar } from './SelectedTextBar.tsx';
import { focusSelectionBar } from './selectionBarFocus.ts';

/** Draws both; nothing while no article is drawn. */
export function HighlightLayer(): ReactNode {
  const open = useOpenFrame((state) => state.open);
  const [isPressing, setIsPressing] = useState(false);
  const selection = useOpenHighlights((state) => state.selection);
  const pressed = useOpenHighlights((state) => state.pressed);

  useEffect(() => (open === undefined ? undefined : followHighlights(open)), [open]);
  useEffect(() => (open === undefined ? undefined : listenTo(open, setIsPressing)), [open]);

  return (
    <>
      {open !== undefined && selection !== undefined && !isPressing && (
        <SelectedTextBar open={open} place={selection} />
      )}
      {open !== undefined && pressed !== undefined && (
        <HighlightPopover key={pressed.id} id={pressed.id} isForNote={pressed.isForNote} frame={open.frame} />
      )}
    </>
  );
}

/** Tells what is selected and whether it is still being selected with the pointer; opens the highlight that is pressed. */
function listenTo({ page }: OpenFrame, tellPressing: (isPressing: boolean) => void): () => void {
  const select = (): void => {
    const chosen = page.getSelection();
    const range = chosen === null || chosen.isCollapsed || chosen.rangeCount === 0 ? undefined : chosen.getRangeAt(0);
    const selection = range && useOpenHighlights.getState().text?.spanOf(range);
    useOpenHighlights.setState({ selection });
  };
  const begin = (): void => tellPressing(true);
  const end = (): void => tellPressing(false);
  const press = (event: MouseEvent): void => {
    const chosen = page.getSelection();
    if (event.defaultPrevented || event.button !== 0 || chosen?.isCollapsed === false) return;
    const point = page.caretRangeFromPoint(event.clientX, event.clientY);
    const at = point && placeOf(point);
    const found = at === undefined || at === null ? undefined : highlightAt(at);
    if (found !== undefined) pressHighlight(found.highlight.id);
  };
  const keys = (event: KeyboardEvent): void => {
    const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (!isMenuKey || useOpenHighlights.getState().selection === undefined) return;
    event.preventDefault();
    focusSelectionBar();
  };
  page.addEventListener('selectionchange', select);
  page.addEventListener('pointerdown', begin);
  page.addEventListener('pointerup', end);
  page.addEventListener('pointercancel', end);
  // The pointer may be let go beside the frame.
  window.addEventListener('pointerup', end);
  page.addEventListener('click', press);
  page.addEventListener('keydown', keys);
  return () => {
    page.removeEventListener('selectionchange', select);
    page.removeEventListener('pointerdown', begin);
    page.removeEventListener('pointerup', end);
    page.removeEventListener('pointercancel', end);
    window.removeEventListener('pointerup', end);
    page.removeEventListener('click', press);
    page.removeEventListener('keydown', keys);
    tellPressing(false);
  };
}

/** The place in the text of a point of the document; `undefined` outside the text. */
function placeOf(point: Range): number | undefined {
  const { text } = useOpenHighlights.getState();
  if (text === undefined || point.startContainer.nodeType !== Node.TEXT_NODE) return undefined;
  const letter = point.cloneRange();
  const data = point.startContainer.textContent ?? '';
  // A soft hyphen is none of the text, so the letter behind it counts.
  let at = point.startOffset;
  while (data.charAt(at) === '\u00AD') at += 1;
  // The letter at the point, or at the end of a line the one before it.
  if (at < data.length) letter.setEnd(point.startContainer, at + 1);
  else letter.setStart(point.startContainer, Math.max(0, point.startOffset - 1));
  return text.spanOf(letter)?.start;
}
