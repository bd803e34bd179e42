// What the two ends of a thread send each other, whatever it works on.
import type { ErrorReport } from '#contract/errors.ts';

/** To the thread: a task, or that none follows. */
export type ToThread<Task> =
  | { readonly say: 'task'; readonly id: number; readonly task: Task }
  | { readonly say: 'end' };

/** From the thread. `bug` is what went wrong in it when it is nobody's fault but ours. */
export type FromThread<Answer, Notice> =
  | { readonly say: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly say: 'failure'; readonly id: number; readonly error: ErrorReport; readonly bug: string | null }
  | { readonly say: 'notice'; readonly notice: Notice };
