// Saves as they change in; one line out that says how far all are and what is done at the moment. Only for a person: into a file goes nothing.
import type { Save } from '#contract/save.ts';
import { createSaveTally } from '#contract/saveTally.ts';

/** Where a line can be written and written over. */
export interface LineStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** The line. */
export interface ProgressLine {
  note(save: Save): void;
  /** Takes the line away, so that something else can be printed. */
  clear(): void;
}

const BEGINNING_OF_LINE = '\r\u001B[K';

/** Makes the line; on what is no terminal it stays silent. */
export function createProgressLine(stream: LineStream): ProgressLine {
  const tally = createSaveTally();
  let isShown = false;
  const clear = (): void => {
    if (isShown) stream.write(BEGINNING_OF_LINE);
    isShown = false;
  };
  return {
    note(save) {
      tally.note(save);
      const overview = tally.read();
      if (stream.isTTY !== true) return;
      if (overview === undefined) {
        clear();
        return;
      }
      const line = `${overview.ended} of ${overview.total} done · ${stateOf(save)} ${save.label}`;
      // A line that wraps could not be written over.
      stream.write(BEGINNING_OF_LINE + line.slice(0, Math.max(20, (stream.columns ?? 80) - 1)));
      isShown = true;
    },
    clear,
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
