// What is pressed before there is something to take it: keys wait, and are pressed again once there is.

/** Ends the waiting: held keys are pressed again, or dropped when what they were meant for will not come. */
export type LetGo = (what: 'press' | 'drop') => void;

/** Holds back every key pressed in the window that `leaves` does not let through, until the returned function is called. What the system does with a key together with Ctrl or Command it does at once. */
export function holdKeys(leaves: (event: KeyboardEvent) => boolean): LetGo {
  const held: KeyboardEvent[] = [];
  const hold = (event: KeyboardEvent): void => {
    if (leaves(event)) return;
    if (!event.ctrlKey && !event.metaKey) event.preventDefault();
    event.stopImmediatePropagation();
    held.push(event);
  };
  window.addEventListener('keydown', hold, { capture: true });
  return (what) => {
    window.removeEventListener('keydown', hold, { capture: true });
    for (const event of held.splice(0)) {
      if (what === 'press') document.body.dispatchEvent(new KeyboardEvent(event.type, event));
    }
  };
}
