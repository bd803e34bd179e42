// Tasks in, answers out, each worked at in a thread of its own. A thread is begun with its first task, and anew after it broke or was stopped;
// whoever waits for one that is gone hears of it. It keeps the program alive only while somebody waits.
import { Worker } from 'node:worker_threads';
import { AppError, fromErrorReport } from '#contract/errors.ts';
import type { FromThread, ToThread } from './messages.ts';

/** What a thread is, and what is said when it is gone. */
export interface ThreadOptions<Notice> {
  /** The bundled program; it answers by `answerTasks`. */
  readonly workerFile: string;
  /** What the program is given at its beginning. */
  readonly data?: unknown;
  readonly heapMb: number;
  /** For programs that take apart what is nested deeply; the system's measure unless given. */
  readonly stackMb?: number;
  /** How long it may take to finish what it has begun when it is ended: 5 s unless given. */
  readonly endMs?: number;
  /** What all who wait are told when it broke; `isTooMuch` when its heap was full, or an answer too large to be handed over. */
  readonly broken: (cause: unknown, isTooMuch: boolean) => Error;
  /** Hears of a thread that broke, whether anybody waited or not. */
  readonly onBroken?: (cause: unknown) => void;
  /** Hears of each new thread before it is given a task; what is asked here, it is asked first. */
  readonly onBegun?: () => void;
  /** Hears what the program says unasked. */
  readonly onNotice?: (notice: Notice) => void;
}

/** How long a task may take from when it is given, and what all who wait are told when it took longer. */
export interface TimeLimit {
  readonly ms: number;
  readonly failure: () => Error;
}

/** A thread. */
export interface Thread<Task, Answer> {
  /** Begins the thread, unless it is at work already. Throws `cancelled` after `end`. */
  begin(): void;
  /** Rejects with what the program threw, what `broken` or the limit says, or `cancelled` after `end`. A thread that hangs is stopped. */
  ask(task: Task, limit?: TimeLimit): Promise<Answer>;
  /** Stops it wherever it is; all who wait get this. Only for what hangs or touches no file: a thread stopped in a call of the system can take the process with it. */
  stop(failure: Error): Promise<void>;
  /** No task is taken any more; what was begun is done, then the thread ends by itself. Only one that has not ended after `endMs` is stopped. */
  end(): Promise<void>;
}

const END_MS = 5_000;

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (failure: unknown) => void;
  readonly timer: NodeJS.Timeout | undefined;
}

interface Run<Answer> {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting<Answer>>;
  readonly exited: Promise<void>;
}

/** Makes the thread; its program is begun with the first task. */
export function createThread<Task, Answer, Notice = never>(options: ThreadOptions<Notice>): Thread<Task, Answer> {
  let run: Run<Answer> | undefined;
  let isEnded = false;
  let lastId = 0;

  function begin(): Run<Answer> {
    if (isEnded) throw ended();
    if (run !== undefined) return run;
    const { workerFile, data, heapMb, stackMb } = options;
    const worker = new Worker(workerFile, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, ...(stackMb !== undefined && { stackSizeMb: stackMb }) },
    });
    worker.unref();
    const exited = new Promise<void>((resolve) => {
      worker.once('exit', () => resolve());
    });
    const begun: Run<Answer> = { worker, waiting: new Map(), exited };
    worker.on('message', (message: FromThread<Answer, Notice>) => hear(begun, message));
    worker.on('messageerror', (cause) => breakDown(begun, cause, true));
    worker.on('error', (cause) => breakDown(begun, cause, isOutOfMemory(cause)));
    worker.on('exit', (code) => {
      if (isEnded) fail(begun, ended());
      else breakDown(begun, new Error(`the thread ended with ${String(code)}`), false);
    });
    run = begun;
    options.onBegun?.();
    return begun;
  }

  function hear({ worker, waiting }: Run<Answer>, message: FromThread<Answer, Notice>): void {
    if (message.say === 'notice') {
      options.onNotice?.(message.notice);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    clearTimeout(asked?.timer);
    if (waiting.size === 0 && !isEnded) worker.unref();
    if (message.say === 'answer') asked?.resolve(message.answer);
    else asked?.reject(message.bug === null ? fromErrorReport(message.error) : new Error(message.bug));
  }

  function breakDown(broken: Run<Answer>, cause: unknown, isTooMuch: boolean): void {
    if (run !== broken) return;
    void leave(broken, isEnded ? ended() : options.broken(cause, isTooMuch));
    options.onBroken?.(cause);
  }

  /** From now on it is nobody's thread. */
  async function leave(left: Run<Answer>, failure: Error): Promise<void> {
    if (run === left) run = undefined;
    fail(left, failure);
    await left.worker.terminate();
  }

  async function stop(failure: Error): Promise<void> {
    if (run !== undefined) await leave(run, failure);
  }

  return {
    begin() {
      begin();
    },
    async ask(task, limit) {
      const { worker, waiting } = begin();
      lastId += 1;
      const id = lastId;
      return new Promise<Answer>((resolve, reject) => {
        const timer = limit && setTimeout(() => void stop(limit.failure()), limit.ms);
        waiting.set(id, { resolve, reject, timer });
        worker.ref();
        worker.postMessage({ say: 'task', id, task } satisfies ToThread<Task>, []);
      });
    },
    stop,
    async end() {
      isEnded = true;
      if (run === undefined) return;
      const { worker, exited } = run;
      // Whoever closes waits for it, and the program must not go before it.
      worker.ref();
      worker.postMessage({ say: 'end' } satisfies ToThread<Task>, []);
      const timer = setTimeout(() => void worker.terminate(), options.endMs ?? END_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}

function fail<Answer>({ waiting }: Run<Answer>, failure: Error): void {
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer);
    reject(failure);
  }
  waiting.clear();
}

function isOutOfMemory(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && failure.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function ended(): AppError {
  return new AppError('cancelled', 'Layover was closed before this was done. What was saved before is safe.');
}
