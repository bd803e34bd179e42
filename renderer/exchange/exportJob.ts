// The export, backup or restore that is under way or was last, followed from anywhere; what is over while nobody looks is said.
import { create } from 'zustand';
import type { LibraryJob } from '#contract/libraryExport.ts';
import { call, listen } from '../app/client.ts';
import { useOverlays } from '../app/overlays.ts';
import { say } from '../app/toasts.ts';
import { attempt } from '../app/articleActions.ts';
import { failureText } from '../ui/failureText.ts';
import { words } from '../ui/words.ts';

/** What is known of it. */
export const useExportJob = create<{ readonly job: LibraryJob | null }>()(() => ({ job: null }));

/** Follows such work; call once. */
export function watchExports(): void {
  listen((happening) => {
    if (happening.name !== 'export.progress') return;
    useExportJob.setState({ job: happening.payload });
    const { state, kind } = happening.payload;
    const { open } = useOverlays.getState();
    const isSeen = open === 'export' || (open === 'import' && kind === 'restore');
    if (state !== 'running' && !isSeen) sayEnd(happening.payload);
  });
}

/** Begins work, and follows it if the person chose a place. Throws as the call. */
export async function begin(started: Promise<LibraryJob | null>): Promise<LibraryJob | null> {
  const job = await started;
  // What was heard of it before this answer is newer.
  if (job !== null && useExportJob.getState().job?.job !== job.job) useExportJob.setState({ job });
  return job;
}

/** Asks for a backup of everything. */
export function writeBackup(): void {
  attempt(begin(call('backup.write')).then(() => undefined));
}

/** Asks which file is to be restored. */
export function restoreBackup(): void {
  attempt(begin(call('backup.restore')).then(() => undefined));
}

/** How it ended, as a sentence. */
export function endOf({ kind, state, name, added, merged, error }: LibraryJob): string {
  if (state === 'cancelled') return words.exporting.cancelled[kind];
  if (state === 'failed') return words.exporting.failed[kind]({ reason: error === null ? '' : failureText(error) });
  return kind === 'restore'
    ? words.exporting.done.restore({ name, added, merged })
    : words.exporting.done[kind]({ name, added });
}

/** Ends what is under way. */
export function cancelJob(job: LibraryJob): void {
  attempt(call('export.cancel', { job: job.job }));
}

/** Shows what was written in the file manager. */
export function revealJob(job: LibraryJob): void {
  attempt(call('export.reveal', { job: job.job }));
}

function sayEnd(job: LibraryJob): void {
  // What goes well by itself is no news.
  if (job.isByItself && job.state !== 'failed') return;
  const isWritten = job.state === 'done' && (job.kind === 'export' || job.kind === 'backup');
  say({
    text: endOf(job),
    ...(job.state === 'failed' ? { tone: 'failure' as const } : {}),
    ...(isWritten ? { action: { label: words.exporting.reveal, run: () => revealJob(job) } } : {}),
  });
}
