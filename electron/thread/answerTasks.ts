// The other end of a thread: tasks come in by its port, answers go out. When no more are to come it lets what was begun be done, then the
// thread ends by itself, so that no call of the system is cut off; see `createThread`.
import type { MessagePort } from 'node:worker_threads';
import { AppError, toErrorReport } from '#contract/errors.ts';
import type { FromThread, ToThread } from './messages.ts';

/** What a program does with its tasks. */
export interface ThreadProgram<Task, Answer> {
  /** May throw whatever it likes: an `AppError` is told as it is, anything else as a bug. */
  readonly answer: (task: Task) => Answer | Promise<Answer>;
  /** Puts the language's own limits into words: what is nested or repeated beyond them is a fact about a stranger's file, not a bug. */
  readonly overLimit?: (cause: RangeError) => AppError;
  /** What of an answer goes over without being copied. */
  readonly moved?: (answer: Answer) => readonly ArrayBuffer[];
  /** Whether a task waits until the one before it was answered; otherwise it is begun as it comes. */
  readonly isInOrder?: boolean;
  /** Called at once when no more are to come, to give up what need not be done. */
  readonly stop?: () => void;
  /** Called when all that was begun is done, to close what is open. */
  readonly close?: () => Promise<void>;
}

/** Answers the tasks of a port until it is told that none follow. Answers how to say something unasked. Throws without a port. */
export function answerTasks<Task, Answer>(
  port: MessagePort | null,
  program: ThreadProgram<Task, Answer>,
): (notice: unknown) => void {
  if (port === null) throw new Error('this program is a thread');
  const underWay = new Set<Promise<void>>();
  let isEnding = false;

  function say(message: FromThread<Answer, unknown>, moved: readonly ArrayBuffer[] = []): void {
    port?.postMessage(message, moved);
  }

  async function work(id: number, task: Task): Promise<void> {
    try {
      const answer = await program.answer(task);
      say({ say: 'answer', id, answer }, program.moved?.(answer));
    } catch (failure) {
      const known = failure instanceof RangeError ? (program.overLimit?.(failure) ?? failure) : failure;
      const bug = known instanceof AppError ? null : known instanceof Error ? String(known.stack) : String(known);
      say({ say: 'failure', id, error: toErrorReport(known), bug });
    }
  }

  async function end(): Promise<void> {
    isEnding = true;
    program.stop?.();
    await Promise.all(underWay);
    await program.close?.();
    port?.close();
  }

  let last: Promise<void> = Promise.resolve();
  port.on('message', (message: ToThread<Task>) => {
    if (message.say === 'end') {
      void end();
      return;
    }
    const { id, task } = message;
    // Whoever waits for a task that was never begun hears of it when the thread is gone.
    last = program.isInOrder === true ? last.then(() => (isEnding ? undefined : work(id, task))) : work(id, task);
    const begun = last;
    underWay.add(begun);
    void begun.then(() => underWay.delete(begun));
  });
  return (notice) => say({ say: 'notice', notice });
}
