// What is pressed while an article is shown but not yet alive: keys wait and are pressed again once it is, the pointer finds nothing.
// Leaving the article is done at once.

/** Ends the holding: held keys are pressed again, or dropped when the article was given up. */
export type LetGo = (what: 'press' | 'drop') => void;

/** Holds back what is pressed on a frame, or beside it, until the returned function is called. */
export function holdInput(frame: HTMLIFrameElement): LetGo {
  const held: KeyboardEvent[] = [];
  const hold = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.push(event);
  };
  frame.toggleAttribute('data-waking', true);
  window.addEventListener('keydown', hold, { capture: true });
  return (what) => {
    frame.toggleAttribute('data-waking', false);
    window.removeEventListener('keydown', hold, { capture: true });
    for (const event of held.splice(0)) {
      if (what === 'press') document.body.dispatchEvent(new KeyboardEvent(event.type, event));
    }
  };
}
