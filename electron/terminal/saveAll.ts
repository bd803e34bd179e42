// Addresses, files and standard input in; articles in the library out, and a line for each that says what became of it. A trip pack of another
// Layover is no page: what is in it is joined, as `import` does.
import { stat } from 'node:fs/promises';
import type { ArticleId, MissingPages } from '#contract/article.ts';
import { AppError, type ErrorReport } from '#contract/errors.ts';
import type { LibraryJob } from '#contract/libraryExport.ts';
import type { Save, SaveOutcome, SaveSource } from '#contract/save.ts';
import { readFromDisk } from '../capture/readFromDisk.ts';
import type { Layover } from '../layover.ts';
import { isTripPack } from '../library/restoring/ownFile.ts';
import { labelOf } from '../serve/routes.ts';
import { joinPack } from './libraryWork.ts';
import { missingPagesLine } from './print.ts';
import type { ProgressLine } from './progressLine.ts';
import { print, readStandardInput } from './standardStreams.ts';

/** What `save` prints of each thing it was asked to save. */
type Outcome =
  | {
      readonly source: string;
      readonly id: ArticleId;
      readonly outcome: SaveOutcome;
      readonly title: string;
      readonly missingPages: MissingPages | null;
    }
  | { readonly source: string; readonly pack: JoinedPack }
  | { readonly source: string; readonly error: ErrorReport | null };

/** What became of the articles of a trip pack; see `LibraryJob`. */
type JoinedPack = Pick<LibraryJob, 'done' | 'added' | 'merged' | 'leftOutCount'>;

const REMARKS: Readonly<Record<SaveOutcome, string>> = {
  added: '',
  refreshed: '  (refreshed)',
  unchanged: '  (not changed)',
  repaired: '  (repaired)',
  listed: '  (older posts read)',
  held: '  (looks worse now: your copy was kept, the newer one lies beside it)',
};

/** How to tell what became of them. */
export interface SaveAllOptions {
  readonly isJson: boolean;
  /** Whether the hosts of the person's own network that are named may be asked, now and from now on. */
  readonly allowsPrivate: boolean;
  readonly progress: ProgressLine;
}

/** Saves all of them, a few at a time, and tells each in the order it was named. Answers the exit code. */
export async function saveAll(
  layover: Layover,
  names: readonly string[],
  { isJson, allowsPrivate, progress }: SaveAllOptions,
): Promise<number> {
  const asked: (Outcome | { readonly ended: Promise<Save> })[] = [];
  // Asked for one after another, so that they are worked on in the order in which they were named.
  for (const name of names) asked.push(await ask(layover, name, allowsPrivate));
  const outcomes: Outcome[] = [];
  for (const each of asked) {
    const outcome = 'ended' in each ? await outcomeOf(layover, await each.ended) : each;
    outcomes.push(outcome);
    progress.clear();
    await tell(outcome, isJson);
  }
  if (isJson) await print(`${JSON.stringify(outcomes, null, 2)}\n`);
  return outcomes.every((each) => 'id' in each || ('pack' in each && each.pack.leftOutCount === 0)) ? 0 : 1;
}

/** How the save will end, or what became of it at once: a trip pack was joined, or it could not even be asked for. */
async function ask(
  layover: Layover,
  name: string,
  allowsPrivate: boolean,
): Promise<Outcome | { readonly ended: Promise<Save> }> {
  try {
    if (name !== '-' && (await isTripPack(name))) {
      const { done, added, merged, leftOutCount } = await joinPack(layover, name);
      return { source: name, pack: { done, added, merged, leftOutCount } };
    }
    const source = await toSource(name);
    const privateHost = source.from === 'address' ? await hostOf(source.address, layover, allowsPrivate) : null;
    const { id } = await layover.saves.add(source, labelOf(source), { privateHost });
    return { ended: layover.saves.settled(id) };
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure;
    return { source: name, error: { code: failure.code, message: failure.message } };
  }
}

/** See `OwnNetwork.hostOf`; the question is put and answered by `--private`. */
async function hostOf(address: string, { ownNetwork }: Layover, allowsPrivate: boolean): Promise<string | null> {
  try {
    return await ownNetwork.hostOf(address);
  } catch (failure) {
    if (!(failure instanceof AppError) || failure.detail?.is !== 'ownNetwork') throw failure;
    if (!allowsPrivate)
      throw new AppError(failure.code, `${failure.message} If it may, add --private.`, { cause: failure });
    await ownNetwork.allow(failure.detail.what);
    return ownNetwork.hostOf(address);
  }
}

async function outcomeOf(layover: Layover, { id, label, progress }: Save): Promise<Outcome> {
  if (progress.state === 'ready') {
    const { articleId, outcome } = progress;
    const { title, report } = await layover.article(articleId);
    return { source: label, id: articleId, outcome, title, missingPages: report.missingPages };
  }
  // The person sees the outcome here; nothing is left over for the window to show.
  await layover.saves.dismiss(id);
  return { source: label, error: progress.state === 'failed' ? progress.error : null };
}

async function tell(outcome: Outcome, isJson: boolean): Promise<void> {
  if ('pack' in outcome) {
    const { done, added, merged } = outcome.pack;
    if (!isJson)
      await print(`${outcome.source}: a trip pack, joined: ${done} articles, ${added} new, ${merged} joined\n`);
    return;
  }
  if (!('id' in outcome)) {
    process.stderr.write(`layover: ${outcome.source}: ${outcome.error?.message ?? 'was not saved.'}\n`);
    return;
  }
  if (isJson) return;
  await print(`${outcome.id}  ${outcome.title}${REMARKS[outcome.outcome]}\n`);
  if (outcome.missingPages !== null) process.stderr.write(`layover: ${missingPagesLine(outcome.missingPages)}\n`);
}

async function toSource(name: string): Promise<SaveSource> {
  if (name === '-') return { from: 'paste', text: (await readStandardInput()).toString('utf8'), html: null };
  const isFile = await stat(name).then(
    (entry) => entry.isFile(),
    () => false,
  );
  if (isFile) return readFromDisk(name);
  return { from: 'address', address: name };
}
