// Imports in the window: the one that is looked at, those that are under way or over, and what a person does with them.
import { create } from 'zustand';
import { toErrorReport } from '#contract/errors.ts';
import type { ImportPreview, ImportProgress, LibraryPreview } from '#contract/imports.ts';
import { attempt } from '../app/articleActions.ts';
import { call, listen } from '../app/client.ts';
import { openImport } from '../app/overlays.ts';
import { say } from '../app/toasts.ts';
import { begin } from '../exchange/exportJob.ts';
import { failureText, toldOr } from '../ui/failureText.ts';
import { words } from '../ui/words.ts';

/** What is known of imports. */
export interface Importing {
  /** Being chosen and looked at. */
  readonly isLooking: boolean;
  /** What was looked at and not begun: another program's export, or a library of Layover's own. */
  readonly preview: ImportPreview | LibraryPreview | undefined;
  /** The number of the work by which a library that was chosen here is joined with this one. */
  readonly restoring: number | undefined;
  /** Why what was chosen cannot be imported, in words. */
  readonly failure: string | undefined;
  /** The last begun first. */
  readonly all: readonly ImportProgress[];
}

/** For components. */
export const useImporting = create<Importing>()(() => ({
  isLooking: false,
  preview: undefined,
  restoring: undefined,
  failure: undefined,
  all: [],
}));

/** Follows imports, also those that go on from before; call once, when the window can ask. */
export function watchImports(): void {
  listen((happening) => {
    if (happening.name === 'import.progress') note(happening.payload);
  });
  attempt(loadAll());
}

async function loadAll(): Promise<void> {
  useImporting.setState({ all: await call('import.list') });
}

function note(progress: ImportProgress): void {
  const { all } = useImporting.getState();
  const before = all.find(({ id }) => id === progress.id);
  useImporting.setState({
    all: before === undefined ? [progress, ...all] : all.map((each) => (each === before ? progress : each)),
  });
  if (progress.state === 'running' || before?.state !== 'running') return;
  const { kept, queued, merged } = progress.outcomes;
  const count = kept + queued + merged;
  if (progress.state === 'done' && count === 0 && progress.followed > 0)
    say({ text: words.importing.followedToast({ count: progress.followed }) });
  else if (progress.state === 'done') say({ text: words.importing.doneToast({ count }) });
  if (progress.state === 'failed')
    say({
      text: toldOr(
        words.importing.stopped({ reason: progress.failure ?? '' }),
        words.importing.states.failed({ done: progress.done, total: progress.total }),
      ),
      tone: 'failure',
    });
}

/** Lets the person choose and looks at what they chose. */
export async function chooseImport(what: 'files' | 'folder'): Promise<void> {
  await look(() => call('import.choose', { what }));
}

/** Looks at a text. */
export async function pasteImport(text: string): Promise<void> {
  await look(() => call('import.paste', { text }));
}

async function look(ask: () => Promise<ImportPreview | LibraryPreview | null>): Promise<void> {
  openImport();
  useImporting.setState({ isLooking: true, restoring: undefined, failure: undefined });
  try {
    const preview = await ask();
    // Who cancels keeps what they looked at before.
    if (preview !== null) {
      putAside();
      useImporting.setState({ preview });
    }
  } catch (failure) {
    useImporting.setState({ failure: failureText(toErrorReport(failure)) });
  } finally {
    useImporting.setState({ isLooking: false });
  }
}

/** Begins what was looked at; with `follows` the feeds that it names are followed. */
export async function startImport({ id }: ImportPreview, follows: boolean): Promise<void> {
  const begun = await call('import.start', { id, follows });
  // What happened since may have been heard before this answer.
  if (!useImporting.getState().all.some((each) => each.id === id)) note(begun);
  useImporting.setState({ preview: undefined });
}

/** Joins a library that was looked at with this one. */
export async function joinLibrary({ id }: LibraryPreview): Promise<void> {
  const job = await begin(call('import.restore', { id }));
  useImporting.setState({ preview: undefined, restoring: job?.job });
}

/** Puts aside what was looked at. */
export function putAside(): void {
  const { preview } = useImporting.getState();
  useImporting.setState({ preview: undefined, failure: undefined });
  if (preview !== undefined) attempt(call('import.forget', { id: preview.id }));
}

/** Forgets an import that is over; what came with it stays. */
export async function forgetImport(id: string): Promise<void> {
  await call('import.forget', { id });
  useImporting.setState(({ all }) => ({ all: all.filter((each) => each.id !== id) }));
}
