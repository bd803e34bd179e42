// A thread that does what its tasks say, one after another: answers, waits until it is told to end, hangs.
import { parentPort } from 'node:worker_threads';
import { answerTasks } from '#thread/answerTasks.ts';

let stop = (): void => undefined;
const stopped = new Promise<void>((resolve) => {
  stop = resolve;
});

async function answer(task: string): Promise<string> {
  if (task === 'hang') for (;;);
  if (task === 'wait') await stopped;
  return `did ${task}`;
}

answerTasks(parentPort, { answer, stop, isInOrder: true });
