// Lets the whole window take what is dropped or pasted on it: files, links, text. A paste is shown in the save dialog before it is saved.
import { useEffect, type DragEvent as ReactDragEvent, type ReactNode } from 'react';
import { create } from 'zustand';
import { attempt } from '../app/articleActions.ts';
import { openSaveDialog, useOverlays } from '../app/overlays.ts';
import { AddIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { toPasted } from './sources.ts';
import { submitDrop } from './submit.ts';
import './DropTarget.css';

const useHeldOver = create<{ readonly isHeld: boolean }>()(() => ({ isHeld: false }));

/** Makes a document, the window's own or a frame's, notice what is dragged or pasted onto it; the returned function stops it. */
export function watchForGifts(target: Document): () => void {
  const enter = (event: DragEvent): void => {
    if (!carriesSomething(event.dataTransfer)) return;
    event.preventDefault();
    // From here on the overlay is under the pointer and gets the rest.
    useHeldOver.setState({ isHeld: true });
  };
  const paste = (event: ClipboardEvent): void => {
    if (event.clipboardData === null || event.defaultPrevented || isField(event.target)) return;
    if (useOverlays.getState().open !== 'nothing') return;
    event.preventDefault();
    if (event.clipboardData.files.length > 0) attempt(submitDrop(event.clipboardData));
    else openSaveDialog(toPasted(event.clipboardData));
  };
  target.addEventListener('dragenter', enter);
  target.addEventListener('paste', paste);
  return () => {
    target.removeEventListener('dragenter', enter);
    target.removeEventListener('paste', paste);
  };
}

/** Draws the overlay while something is held over the window. */
export function DropTarget(): ReactNode {
  const isHeld = useHeldOver((state) => state.isHeld);
  useEffect(() => watchForGifts(document), []);
  if (!isHeld) return null;

  const letGo = (): void => useHeldOver.setState({ isHeld: false });
  const hold = (event: ReactDragEvent): void => {
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  };
  const take = (event: ReactDragEvent): void => {
    event.preventDefault();
    letGo();
    attempt(submitDrop(event.dataTransfer));
  };
  return (
    // What is dropped by hand can also be pasted or chosen by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className="drop-overlay" role="status" onDragEnter={hold} onDragOver={hold} onDragLeave={letGo} onDrop={take}>
      <div className="drop-frame">
        <AddIcon size={40} strokeWidth={1.5} aria-hidden />
        <p className="drop-title">{words.saving.dropTitle}</p>
        <p>{words.saving.dropHint}</p>
      </div>
    </div>
  );
}

function carriesSomething(transfer: DataTransfer | null): boolean {
  return transfer?.types.some((type) => ['Files', 'text/uri-list', 'text/plain', 'text/html'].includes(type)) === true;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea');
}
