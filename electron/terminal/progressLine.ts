// Saves as they change, or other long work, in; one line out that says how far it is. Only for a person: into a file goes nothing.
import type { Save } from '#contract/save.ts';
import { createSaveTally } from '#contract/saveTally.ts';

/** Where a line can be written and written over. */
export interface LineStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** A line that is written over; on what is no terminal it stays silent. */
export interface StatusLine {
  show(text: string): void;
  /** Takes the line away, so that something else can be printed. */
  clear(): void;
}

/** The line of saves. */
export interface ProgressLine {
  note(save: Save): void;
  clear(): void;
}

const BEGINNING_OF_LINE = '\r\u001B[K';

/** Makes a line. */
export function createStatusLine(stream: LineStream): StatusLine {
  let isShown = false;
  return {
    show(text) {
      if (stream.isTTY !== true) return;
      // A line that wraps could not be written over.
      stream.write(BEGINNING_OF_LINE + text.slice(0, Math.max(20, (stream.columns ?? 80) - 1)));
      isShown = true;
    },
    clear() {
      if (isShown) stream.write(BEGINNING_OF_LINE);
      isShown = false;
    },
  };
}

/** Makes the line of saves. */
export function createProgressLine(stream: LineStream): ProgressLine {
  const tally = createSaveTally();
  const line = createStatusLine(stream);
  return {
    note(save) {
      tally.note(save);
      const overview = tally.read();
      if (overview === undefined) line.clear();
      else line.show(`${overview.ended} of ${overview.total} done · ${stateOf(save)} ${save.label}`);
    },
    clear: () => line.clear(),
  };
}

function stateOf({ progress }: Save): string {
  switch (progress.state) {
    case 'fetching':
      return `fetching (${Math.round(progress.receivedBytes / 1000)} kB)`;
    case 'pages':
      return `page ${progress.done + 1}${progress.total === null ? '' : ` of ${progress.total}`} of`;
    case 'images':
      return `image ${progress.done} of ${progress.total} of`;
    case 'ready':
      return 'saved';
    default:
      return progress.state;
  }
}
