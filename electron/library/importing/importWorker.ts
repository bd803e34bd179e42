// The thread that reads what other programs exported: it is given the files, and answers each wish for so many rows with the next ones.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#contract/errors.ts';
import type { ImportRow, NamedFeed } from '#contract/imports.ts';
import { answerTasks } from '#thread/answerTasks.ts';
import { MOST_ROWS, readImport } from '../../exchange/import/readImport.ts';
import { importTools } from './importTools.ts';
import type { ImportReading, ReadingReply, ReadingTask, ReadingWish } from './importReading.ts';

// Ours: the main thread gives a task and nothing else.
const task: ReadingTask = workerData;
let isPassing = false;
const findings = readImport(task.files, importTools(task.now), MOST_ROWS, () => isPassing);

function next({ rows: count, isPassed }: ReadingWish): ReadingReply {
  const rows: ImportRow[] = [];
  const files: ImportReading['files'][number][] = [];
  const unknown: string[] = [];
  const feeds: NamedFeed[] = [];
  let isEnd = false;
  let passed = 0;
  isPassing = isPassed;
  while (rows.length + passed < count) {
    const { value, done } = findings.next();
    if (done === true) {
      isEnd = true;
      break;
    }
    if (value.kind === 'row') rows.push(value.row);
    else if (value.kind === 'passed') passed += 1;
    else if (value.kind === 'file') files.push({ name: value.file, format: value.format });
    else if (value.kind === 'feed') feeds.push({ address: value.address, title: value.title });
    else unknown.push(value.file);
  }
  return { rows: isPassed ? [] : rows, files, unknown, feeds, isEnd };
}

answerTasks(parentPort, { answer: next, overLimit: tooTangled });

function tooTangled(cause: RangeError): AppError {
  return new AppError(
    'unreadable',
    'This file is built in a way that cannot be taken apart. What was imported until there stays; the file is unchanged.',
    { cause },
  );
}
