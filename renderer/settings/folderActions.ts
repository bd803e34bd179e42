// Moving the library and opening another one, from wherever they are asked for; what has to be asked meanwhile is kept here for the settings to ask.
import { create } from 'zustand';
import type { FolderState } from '#contract/libraryFolder.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { goTo } from '../app/navigation.ts';
import { say } from '../app/toasts.ts';
import { begin } from '../exchange/exportJob.ts';
import { words } from '../ui/words.ts';

/** What is known of the library's place, and the folder in which a new library may be made; `null` while nothing is asked. */
export const useLibraryFolder = create<{ readonly state: FolderState | null; readonly toMake: string | null }>()(
  () => ({ state: null, toMake: null }),
);

/** Asks what is known. */
export function readFolder(): void {
  take(call('folder.state'));
}

/** Asks where to, and moves the library there. */
export function moveLibrary(): void {
  attempt(move());
}

async function move(): Promise<void> {
  if ((await begin(call('folder.move'))) !== null) goTo('settings');
}

/** Asks for the folder of another library, and opens it, or asks whether one is to be made there. */
export function openOtherLibrary(): void {
  attempt(openOther());
}

async function openOther(): Promise<void> {
  const opened = await call('folder.open');
  if (opened.outcome === 'opening') say({ text: words.folders.opening });
  if (opened.outcome !== 'none') return;
  goTo('settings');
  useLibraryFolder.setState({ toMake: opened.folder });
}

/** Answers the question whether a library is to be made. */
export function makeLibrary(isWanted: boolean): void {
  useLibraryFolder.setState({ toMake: null });
  if (isWanted) attempt(call('folder.make').then(() => say({ text: words.folders.opening })));
}

/** Takes up what a call says of the library's place. */
export function take(asked: Promise<FolderState>): void {
  attempt(asked.then((state) => useLibraryFolder.setState({ state })));
}
