// The thread of the dictionaries: tasks in, answers out, one after another. Files of strangers are read here and nowhere else.
import { parentPort } from 'node:worker_threads';
import { AppError, toErrorReport, unreachable } from '#contract/errors.ts';
import type { AnswerMessage, DictionaryAnswer, DictionaryTask, TaskMessage } from './dictionaryTasks.ts';
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

async function work(task: DictionaryTask): Promise<DictionaryAnswer> {
  switch (task.ask) {
    case 'facts':
      return { say: 'facts', facts: await factsOf(task.folder) };
    case 'lookUp': {
      const asked = task.dictionaries.map(({ title, folder }) => ({ title, open: () => open(folder) }));
      return { say: 'found', lookUp: await lookUp(task.question, asked) };
    }
    case 'unpack':
      return { say: 'facts', facts: await unpackDictionary(task.file, task.into) };
    case 'release':
      return release(task.folder);
    default:
      return unreachable(task);
  }
}

async function answer({ id, task }: TaskMessage): Promise<AnswerMessage> {
  try {
    return { id, answer: await work(task) };
  } catch (failure) {
    return { id, answer: { say: 'failed', error: toErrorReport(readable(failure)) } };
  }
}

/** What breaks a limit of the language, or a file the system does not give, is a fact about the files. */
function readable(failure: unknown): unknown {
  if (failure instanceof RangeError) return damaged('it is built in a way that cannot be taken apart', failure);
  const isOfSystem = failure instanceof Error && 'syscall' in failure;
  if (!isOfSystem) return failure;
  return new AppError(
    'disk',
    'The files of this dictionary could not be read or copied. Nothing was changed; check the disk and try again.',
    { cause: failure },
  );
}

let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (message: TaskMessage) => {
  last = last.then(async () => parentPort?.postMessage(await answer(message), []));
});
