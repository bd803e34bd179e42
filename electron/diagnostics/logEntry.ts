// What a line of the log can be: facts of fixed forms, none of which has room for what the person reads.
import type { SaveOutcome } from '#contract/save.ts';
import type { ProgramFacts } from './diagnosticsText.ts';
import type { FailureFacts } from './failureFacts.ts';

/** How grave something is. */
export type LogLevel = 'info' | 'warning' | 'error';

/** Something that happened. */
export type LogEntry =
  | (ProgramFacts & { readonly event: 'start'; readonly isPackaged: boolean; readonly isPortable: boolean })
  /** Whether what is behind the window was taken as V8 had compiled it when Layover was packed. */
  | { readonly event: 'loaded'; readonly isPrecompiled: boolean }
  /** The library is open; `ms` since the program was begun. */
  | {
      readonly event: 'library';
      readonly articles: number;
      readonly sizeBytes: number;
      readonly isReadOnly: boolean;
      readonly unreadable: number;
      readonly ms: number;
    }
  /** A save is over: `ms` since it was taken up, and what it came to, an `ErrorCode` when it failed. */
  | {
      readonly event: 'save';
      readonly outcome: string;
      readonly detail?: string;
      readonly ms: number;
      /** Only where the person allows it. */
      readonly label?: string;
    }
  | { readonly event: 'failure'; readonly failure: FailureFacts; readonly from: 'main' | 'window' }
  /** A process of the program's ended that should not have. */
  | { readonly event: 'process'; readonly what: string; readonly reason: string; readonly exitCode: number }
  | {
      readonly event: 'verified';
      readonly articles: number;
      readonly damaged: number;
      readonly pictures: number;
      readonly unreadable: number;
      readonly mended: number;
      readonly ms: number;
    }
  /** Lines that could not be written, because the disk was full or gone. */
  | { readonly event: 'lost'; readonly lines: number }
  | { readonly event: 'end'; readonly ms: number };

/** How grave an entry is. */
export function levelOf(entry: LogEntry): LogLevel {
  if (entry.event === 'failure' || entry.event === 'process') return 'error';
  if (entry.event === 'lost') return 'warning';
  if (entry.event === 'verified') return entry.damaged + entry.pictures + entry.unreadable > 0 ? 'warning' : 'info';
  return entry.event === 'save' && isFailed(entry.outcome) ? 'warning' : 'info';
}

const OUTCOMES: readonly string[] = [
  'added',
  'refreshed',
  'unchanged',
  'repaired',
  'held',
  'listed',
] as const satisfies readonly SaveOutcome[];

/** Tells whether a save came to a failure. */
export function isFailed(outcome: string): boolean {
  return !OUTCOMES.includes(outcome);
}
