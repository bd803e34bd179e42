// The thread of the dictionaries: tasks in, answers out, one after another. Files of strangers are read here and nowhere else.
import { parentPort } from 'node:worker_threads';
import { AppError, unreachable } from '#contract/errors.ts';
import { answerTasks } from '#thread/answerTasks.ts';
import type { DictionaryAnswer, DictionaryTask } from './dictionaryTasks.ts';
import { damaged } from './damage.ts';
import { lookUp } from './lookUp.ts';
import { factsOf, openFolder } from './openFolder.ts';
import type { OpenDictionary } from './opened.ts';
import { unpackDictionary } from './unpackDictionary.ts';

/** Opened dictionaries by folder. One that could not be opened is tried again when it is asked next. */
const opened = new Map<string, Promise<OpenDictionary>>();

function open(folder: string): Promise<OpenDictionary> {
  const known = opened.get(folder);
  if (known !== undefined) return known;
  const opening = openFolder(folder);
  opened.set(folder, opening);
  opening.catch(() => opened.delete(folder));
  return opening;
}

async function release(folder: string): Promise<DictionaryAnswer> {
  const known = opened.get(folder);
  opened.delete(folder);
  await (await known)?.close();
  return { say: 'done' };
}

/** Unpacking is given up when the thread is to end; all else is short. */
const ending = new AbortController();

async function work(task: DictionaryTask): Promise<DictionaryAnswer> {
  switch (task.ask) {
    case 'facts':
      return { say: 'facts', facts: await factsOf(task.folder) };
    case 'lookUp': {
      const asked = task.dictionaries.map(({ title, folder }) => ({ title, open: () => open(folder) }));
      return { say: 'found', lookUp: await lookUp(task.question, asked) };
    }
    case 'unpack':
      return { say: 'facts', facts: await unpackDictionary(task.file, task.into, ending.signal) };
    case 'release':
      return release(task.folder);
    default:
      return unreachable(task);
  }
}

async function answer(task: DictionaryTask): Promise<DictionaryAnswer> {
  try {
    return await work(task);
  } catch (failure) {
    const isOfSystem = failure instanceof Error && 'syscall' in failure;
    if (!isOfSystem) throw failure;
    // A file the system does not give is a fact about the files.
    throw new AppError(
      'disk',
      'The files of this dictionary could not be read or copied. Nothing was changed; check the disk and try again.',
      { cause: failure },
    );
  }
}

async function close(): Promise<void> {
  for (const folder of opened.keys()) await release(folder);
}

answerTasks(parentPort, {
  answer,
  stop: () => ending.abort(),
  close,
  overLimit: (cause) => damaged('it is built in a way that cannot be taken apart', cause),
  isInOrder: true,
});
