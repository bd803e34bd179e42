// The thread of the dictionaries, seen from the main process: begun with the first task, ended by whatever takes too long or too much.
import { Worker } from 'node:worker_threads';
import type { DictionaryFacts, LookUp } from '#contract/dictionary.ts';
import { AppError, fromErrorReport } from '#contract/errors.ts';
import type {
  AnswerMessage,
  DictionaryAnswer,
  DictionaryFolder,
  DictionaryTask,
  TaskMessage,
} from './dictionaryTasks.ts';
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

interface Waiting {
  readonly resolve: (answer: DictionaryAnswer) => void;
  readonly reject: (failure: unknown) => void;
  readonly timer: NodeJS.Timeout;
}

/** Makes the client over the bundled program of the thread. */
export function createDictionaryClient(
  workerFile: string,
  { heapMb = 768, timeoutMs = 30_000 }: ClientLimits = {},
): DictionaryClient {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let tasks = 0;

  function end(failure: unknown): void {
    const ended = worker;
    worker = undefined;
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(failure);
    }
    waiting.clear();
    void ended?.terminate();
  }

  function settle({ id, answer }: AnswerMessage): void {
    const asked = waiting.get(id);
    waiting.delete(id);
    clearTimeout(asked?.timer);
    asked?.resolve(answer);
  }

  function current(): Worker {
    if (worker !== undefined) return worker;
    const begun = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: heapMb } });
    begun.on('message', (message: AnswerMessage) => {
      settle(message);
      if (waiting.size === 0) begun.unref();
    });
    begun.on('error', (cause) => {
      if (worker === begun) end(isOutOfMemory(cause) ? tooMuch(cause) : cause);
    });
    begun.on('exit', (code) => {
      if (worker === begun) end(new Error(`the thread of the dictionaries ended with ${String(code)}`));
    });
    worker = begun;
    return begun;
  }

  async function ask(task: DictionaryTask): Promise<Exclude<DictionaryAnswer, { say: 'failed' }>> {
    tasks += 1;
    const message: TaskMessage = { id: tasks, task };
    const answer = await new Promise<DictionaryAnswer>((resolve, reject) => {
      const limitMs = task.ask === 'unpack' ? timeoutMs * 5 : timeoutMs;
      const timer = setTimeout(() => end(tooSlow()), limitMs);
      waiting.set(message.id, { resolve, reject, timer });
      const thread = current();
      // It keeps the program alive only while somebody waits for it.
      thread.ref();
      thread.postMessage(message, []);
    });
    if (answer.say === 'failed') throw fromErrorReport(answer.error);
    return answer;
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
      if (worker !== undefined) await ask({ ask: 'release', folder });
    },
    async close() {
      const ended = worker;
      end(new AppError('cancelled', 'The library was closed before the answer was there.'));
      await ended?.terminate();
    },
  };
}

function isOutOfMemory(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && failure.code === 'ERR_WORKER_OUT_OF_MEMORY';
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
