// Key presses in, commands out. Leaves alone what is typed into a field, what another control took, and everything under a dialog.
import { COMMANDS, perform } from './commands.ts';
import { shortcutsOf } from './keyMap.ts';
import { pressOf } from '#contract/shortcut.ts';
import { isOfField, readPress } from './keyPress.ts';
import { useOverlays } from './overlays.ts';

/** Lets a document's keys run commands; the returned function stops it. */
export function bindKeys(target: Document): () => void {
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || useOverlays.getState().open !== 'nothing') return;
    if (event.key === 'Escape' && handOver(event)) return;
    const pressed = readPress(event);
    if (pressed === undefined) return;
    const isTyping = isField(event.target);
    const isChoosing = isMenu(event.target);
    const command = COMMANDS.find(
      (each) =>
        shortcutsOf(each).some(
          (shortcut) =>
            pressOf(shortcut) === pressOf(pressed) &&
            !(isTyping && isOfField(shortcut)) &&
            !(isChoosing && !shortcut.mod),
        ) && each.isAvailable(),
    );
    if (command === undefined) return;
    event.preventDefault();
    perform(command);
  };
  target.addEventListener('keydown', press);
  return () => target.removeEventListener('keydown', press);
}

/** A popover that has just opened takes the focus a moment later; what closes is meant for it until then, and not for what lies below. */
function handOver(event: KeyboardEvent): boolean {
  const opened = [
    ...document.querySelectorAll<HTMLElement>('[role="dialog"], [role="menu"], [role="listbox"]'),
  ].findLast((each) => each.closest('[inert], #app') === null);
  if (opened === undefined || document.querySelector('#app')?.hasAttribute('inert') !== true) return false;
  const isThere =
    event.target instanceof Element && event.target !== document.body && event.target.closest('[inert]') === null;
  if (isThere) return false;
  event.preventDefault();
  opened.focus();
  opened.dispatchEvent(new KeyboardEvent(event.type, event));
  return true;
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, select')
  );
}

/** In an open menu a letter goes to the item that begins with it. */
function isMenu(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="menu"], [role="listbox"]') !== null;
}
