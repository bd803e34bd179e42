// Hands sources over to be saved, one by one, and answers what could not be handed over. What is handed over is on disk.
import type { SaveSource } from '#contract/save.ts';
import { toErrorReport } from '#contract/errors.ts';
import { call, saveDropped } from '../app/client.ts';
import { say } from '../app/toasts.ts';
import { formatBytes } from '../ui/dates.ts';
import { words } from '../ui/words.ts';
import { withOwnNetwork } from './ownNetwork.ts';
import { toFileSource, toPasted, toSources } from './sources.ts';
import { failureText } from '../ui/failureText.ts';

// The main process takes no more in one call.
const LARGEST_FILE_BYTES = 64 * 1024 * 1024;

/** A source that was not taken, and why in words. */
export interface Refusal {
  readonly source: SaveSource;
  readonly reason: string;
}

/** Asks for each to be saved, as what the person typed or handed over; one that is refused does not hold up the others. */
export async function submit(sources: readonly SaveSource[]): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  for (const source of sources) {
    try {
      await withOwnNetwork(() => call('save.add', { source, isTyped: true }));
    } catch (failure) {
      refusals.push({ source, reason: failureText(toErrorReport(failure)) });
    }
  }
  return refusals;
}

/** Saves what was dropped on the window: files if there are any, else links or text. Says what could not be taken. */
export async function submitDrop(transfer: DataTransfer): Promise<void> {
  // Both must be read before the first wait: the browser empties a drop when its event is over.
  const files = [...transfer.files];
  const pasted = toPasted(transfer);
  const sources = files.length > 0 ? await readFiles(files) : toSources(pasted);
  if (sources.length === 0 && files.length === 0) say({ text: words.saving.nothing, tone: 'failure' });
  for (const { reason } of await submit(sources)) say({ text: reason, tone: 'failure' });
}

/** A saved page has the folder of its pictures beside it, which its bytes alone do not bring along. Says what failed. */
async function isSavedWhereItLies(file: File): Promise<boolean> {
  try {
    return (await saveDropped(file)) !== undefined;
  } catch (failure) {
    say({ text: failureText(toErrorReport(failure)), tone: 'failure' });
    return true;
  }
}

async function readFiles(files: readonly File[]): Promise<readonly SaveSource[]> {
  const sources: SaveSource[] = [];
  for (const file of files) {
    if (await isSavedWhereItLies(file)) continue;
    if (file.size > LARGEST_FILE_BYTES) {
      say({
        text: words.saving.tooLarge({ name: file.name, limit: formatBytes(LARGEST_FILE_BYTES) }),
        tone: 'failure',
      });
      continue;
    }
    const source = await toFileSource(file).catch(() => undefined);
    if (source === undefined) say({ text: words.saving.unreadable({ name: file.name }), tone: 'failure' });
    else sources.push(source);
  }
  return sources;
}
