// What happens in the program in; the log on this computer out. It names no address, title or file unless the person allows it, is sent nowhere,
// and never keeps anybody waiting.
import type { FailureCount } from '#contract/health.ts';
import { isUnderWay, type Save } from '#contract/save.ts';
import { failureFacts } from './failureFacts.ts';
import { isFailed, levelOf, type LogEntry } from './logEntry.ts';
import { createLogFile, type LogDisk } from './logFile.ts';

/** The log. Nothing of it throws. */
export interface Log {
  readonly folder: string;
  readonly isWritten: boolean;
  note(entry: LogEntry): void;
  /** Notes what was thrown. */
  failure(failure: unknown, from?: 'main' | 'window'): void;
  /** The same before the program goes. */
  lastFailure(failure: unknown): void;
  /** Notes a save that is over, once. */
  save(save: Save): void;
  /** All of it, the oldest line first. */
  text(): Promise<string>;
  /** Failures since an instant, the most frequent first, and the bytes of all that is kept. */
  recent(since: Date): Promise<{ readonly failures: readonly FailureCount[]; readonly bytes: number }>;
  settled(): Promise<void>;
}

/** What it needs. */
export interface LogOptions {
  readonly folder: string;
  readonly now: () => Date;
  /** Whether the person allows addresses, titles and files in it. */
  readonly mayName: () => boolean;
  readonly disk?: LogDisk;
  readonly mostBytes?: number;
}

/** Makes the log in a folder of its own. */
export function createLog({ now, mayName, ...kept }: LogOptions): Log {
  const lineOf = (entry: LogEntry): string =>
    JSON.stringify({ at: now().toISOString(), level: levelOf(entry), ...entry });
  const file = createLogFile({ ...kept, lostLine: (lines) => lineOf({ event: 'lost', lines }) });
  const begun = new Map<number, number>();
  const failed = (failure: unknown, from: 'main' | 'window'): LogEntry => ({
    event: 'failure',
    from,
    failure: failureFacts(failure, mayName()),
  });
  return {
    folder: file.folder,
    get isWritten() {
      return file.isWritten;
    },
    note: (entry) => file.write(lineOf(entry)),
    failure: (failure, from = 'main') => file.write(lineOf(failed(failure, from))),
    lastFailure: (failure) => file.writeNow(lineOf(failed(failure, 'main'))),
    save({ id, label, progress }) {
      if (isUnderWay(progress)) {
        if (progress.state !== 'waiting' && !begun.has(id)) begun.set(id, performance.now());
        return;
      }
      const from = begun.get(id);
      begun.delete(id);
      // One that was over before is told of again when the window opens.
      if (from === undefined) return;
      const detail = progress.state === 'failed' ? progress.error.detail?.is : undefined;
      file.write(
        lineOf({
          event: 'save',
          outcome:
            progress.state === 'ready' ? progress.outcome : progress.state === 'failed' ? progress.error.code : '',
          ...(detail === undefined ? {} : { detail }),
          ms: Math.round(performance.now() - from),
          ...(mayName() ? { label: label.slice(0, 500) } : {}),
        }),
      );
    },
    text: () => file.text(),
    async recent(since) {
      const counts = new Map<string, { count: number; last: string }>();
      const text = await file.text();
      for (const { at, code } of failuresIn(text)) {
        if (at < since.toISOString()) continue;
        counts.set(code, { count: (counts.get(code)?.count ?? 0) + 1, last: at });
      }
      const failures = [...counts].map(([code, found]) => ({ code, ...found })).sort((a, b) => b.count - a.count);
      return { failures, bytes: Buffer.byteLength(text) };
    },
    settled: () => file.settled(),
  };
}

/** Lines that another version wrote, or that are cut off, are left out. */
function failuresIn(text: string): readonly { readonly at: string; readonly code: string }[] {
  // Most lines say that something went well, and are not worth taking apart.
  const lines = text.split('\n').filter((line) => !line.includes('"level":"info"'));
  return lines.flatMap((line) => {
    const { at, event, outcome, failure, reason } = partsOf(line);
    if (typeof at !== 'string') return [];
    if (event === 'save' && typeof outcome === 'string' && isFailed(outcome)) return [{ at, code: outcome }];
    if (event === 'process' && typeof reason === 'string') return [{ at, code: reason }];
    if (event !== 'failure' || typeof failure !== 'object' || failure === null) return [];
    const code: unknown = 'code' in failure ? failure.code : undefined;
    const kind: unknown = 'kind' in failure ? failure.kind : undefined;
    const named = typeof code === 'string' ? code : kind;
    return typeof named === 'string' ? [{ at, code: named }] : [];
  });
}

function partsOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch (failure) {
    if (failure instanceof SyntaxError) return {};
    throw failure;
  }
}
