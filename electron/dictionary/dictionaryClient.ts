// The thread of the dictionaries, seen from the main process: begun with the first task, ended by whatever takes too long or too much.
import type { DictionaryFacts, LookUp } from '#contract/dictionary.ts';
import { AppError } from '#contract/errors.ts';
import { createThread } from '#thread/thread.ts';
import type { DictionaryAnswer, DictionaryFolder, DictionaryTask } from './dictionaryTasks.ts';
import type { Question } from './lookUp.ts';

/** Reads dictionaries. All throw `AppError`: `unreadable`, `too-large`, `disk`, `not-found`, `timeout`. */
export interface DictionaryClient {
  facts(folder: string): Promise<DictionaryFacts>;
  lookUp(question: Question, dictionaries: readonly DictionaryFolder[]): Promise<LookUp>;
  /** Copies the dictionary that a file belongs to into an empty folder; what it says of itself when it is whole. */
  unpack(file: string, into: string): Promise<DictionaryFacts>;
  /** Lets go of a folder's files, so that it can be moved. */
  release(folder: string): Promise<void>;
  close(): Promise<void>;
}

/** Limits of the thread. */
export interface ClientLimits {
  readonly heapMb?: number;
  /** For each task from when it is given; unpacking gets five times as long. */
  readonly timeoutMs?: number;
}

/** Makes the client over the bundled program of the thread. */
export function createDictionaryClient(
  workerFile: string,
  { heapMb = 768, timeoutMs = 30_000 }: ClientLimits = {},
): DictionaryClient {
  const thread = createThread<DictionaryTask, DictionaryAnswer>({
    workerFile,
    heapMb,
    broken: (cause, isTooMuch) => (isTooMuch ? tooMuch(cause) : broken(cause)),
  });
  let isBegun = false;

  function ask(task: DictionaryTask): Promise<DictionaryAnswer> {
    isBegun = true;
    return thread.ask(task, { ms: task.ask === 'unpack' ? timeoutMs * 5 : timeoutMs, failure: tooSlow });
  }

  async function askFacts(task: DictionaryTask): Promise<DictionaryFacts> {
    const answer = await ask(task);
    if (answer.say !== 'facts') throw new Error(`no answer to ${task.ask}`);
    return answer.facts;
  }

  return {
    facts: (folder) => askFacts({ ask: 'facts', folder }),
    unpack: (file, into) => askFacts({ ask: 'unpack', file, into }),
    async lookUp(question, dictionaries) {
      const answer = await ask({ ask: 'lookUp', question, dictionaries });
      if (answer.say !== 'found') throw new Error('no answer to lookUp');
      return answer.lookUp;
    },
    async release(folder) {
      if (isBegun) await ask({ ask: 'release', folder });
    },
    close: () => thread.end(),
  };
}

function tooMuch(cause: unknown): AppError {
  return new AppError(
    'too-large',
    'A dictionary takes more memory than it may. Nothing was changed; switch off the last one you added, then try again.',
    { cause },
  );
}

function tooSlow(): AppError {
  return new AppError(
    'timeout',
    'The dictionaries did not answer in time. Nothing was changed; try again, or switch off the last one you added.',
  );
}

/** Not the dictionaries' fault: the thread's program is missing or has a bug, so it is told as one. */
function broken(cause: unknown): Error {
  return new Error('the thread of the dictionaries failed', { cause });
}
