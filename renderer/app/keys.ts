// Key presses in, commands out. Leaves alone what is typed into a field, what another control took, and everything under a dialog.
import type { Shortcut } from './command.ts';
import { COMMANDS } from './commands.ts';
import { useOverlays } from './overlays.ts';

const isMac = navigator.userAgent.includes('Mac');

/** Lets a document's keys run commands; the returned function stops it. */
export function bindKeys(target: Document): () => void {
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.altKey || useOverlays.getState().open !== 'nothing')
      return;
    const isTyping = isField(event.target);
    const command = COMMANDS.find(
      ({ shortcuts, isAvailable }) =>
        shortcuts.some(
          (shortcut) => matches(shortcut, event) && (shortcut.mod || !isTyping) && !isOwnUndo(shortcut, isTyping),
        ) && isAvailable(),
    );
    if (command === undefined) return;
    event.preventDefault();
    command.run();
  };
  target.addEventListener('keydown', press);
  return () => target.removeEventListener('keydown', press);
}

/** A shortcut as this system writes it: "Ctrl K", "⌘ K". */
export function showShortcut({ key, mod, shift }: Shortcut): string {
  const name = key.length === 1 ? key.toUpperCase() : key === 'Escape' ? 'Esc' : key === 'Delete' ? 'Del' : key;
  const shifted = shift === true ? `${isMac ? '⇧' : 'Shift'} ${name}` : name;
  return mod ? `${isMac ? '⌘' : 'Ctrl'} ${shifted}` : shifted;
}

function matches({ key, mod, shift }: Shortcut, event: KeyboardEvent): boolean {
  if (shift !== undefined && shift !== event.shiftKey) return false;
  const hasMod = isMac ? event.metaKey : event.ctrlKey;
  const hasOther = isMac ? event.ctrlKey : event.metaKey;
  return event.key.toLowerCase() === key.toLowerCase() && hasMod === mod && !hasOther;
}

/** Undo in a field is the field's own. */
function isOwnUndo(shortcut: Shortcut, isTyping: boolean): boolean {
  return isTyping && shortcut.key === 'z';
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, select')
  );
}
