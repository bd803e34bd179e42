// What to read next: articles under way, then the unread ones. An empty library explains itself here.
import { useMemo, type ReactNode } from 'react';
import type { ArticleColumns } from '#contract/columns.ts';
import type { ReadingSpeed } from '#contract/readingSpeed.ts';
import { useMirror } from '../app/mirror.ts';
import { minutesLeftOf, useReadingSpeed } from '../app/readingTime.ts';
import { goTo } from '../app/navigation.ts';
import { ROW_HEIGHT } from '../library/ArticleRow.tsx';
import { ListedRow } from '../library/ListedRow.tsx';
import { formatMinutes } from '../ui/dates.ts';
import { Notice } from '../ui/Notice.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { words } from '../ui/words.ts';
import { FirstRun } from './FirstRun.tsx';
import { ContinueLine } from './ContinueLine.tsx';
import { queueOf } from './queueOrder.ts';
import './QueuePlace.css';

// Lines of the list are numbers of rows, or one of these; 100,000 objects would be made at every change.
const STARTED = -1;
const NEXT = -2;

/** Draws the queue. */
export function QueuePlace(): ReactNode {
  const columns = useMirror((mirror) => mirror.columns);
  const bySaved = useMirror((mirror) => mirror.bySaved);
  const speed = useReadingSpeed((reading) => reading.speed);
  const { lines, count, minutes } = useMemo(() => toQueue(columns, bySaved, speed), [columns, bySaved, speed]);
  const isLookedThrough = useMirror(({ progress }) => progress.articles === null);
  if (bySaved.length === 0) return isLookedThrough ? <FirstRun /> : <Notice title={words.loading} />;
  const isParted = count < lines.length;
  return (
    <div className="place">
      <header className="place-header">
        <h1>{words.places.queue}</h1>
        {count > 0 && (
          <p className="place-summary">{words.queue.summary({ count, minutes: formatMinutes(minutes) })}</p>
        )}
      </header>
      <ContinueLine />
      {count === 0 ? (
        <Notice
          title={words.queue.emptyTitle}
          action={{ label: words.commands.goTo.library, run: () => goTo('library') }}
        >
          {words.queue.empty}
        </Notice>
      ) : (
        <VirtualList
          rows={lines}
          keyOf={String}
          hasControl={isRow}
          label={words.places.queue}
          rowHeight={ROW_HEIGHT}
          memory="queue"
        >
          {(line, tabIndex) =>
            isRow(line) ? (
              <ListedRow row={line} tabIndex={tabIndex} level={isParted ? 3 : 2} isQueued />
            ) : (
              <h2 className="queue-heading">{line === STARTED ? words.queue.started : words.queue.next}</h2>
            )
          }
        </VirtualList>
      )}
    </div>
  );
}

function isRow(line: number): boolean {
  return line >= 0;
}

interface QueueLines {
  readonly lines: Int32Array;
  readonly count: number;
  readonly minutes: number;
}

function toQueue(columns: ArticleColumns, bySaved: Uint32Array, speed: ReadingSpeed): QueueLines {
  const { started, next } = queueOf(columns, bySaved);
  return {
    lines: linesOf(started, next),
    count: started.length + next.length,
    minutes: minutesLeftOf(columns, started, speed) + minutesLeftOf(columns, next, speed),
  };
}

function linesOf(started: Uint32Array, next: Uint32Array): Int32Array {
  // One part alone needs no name.
  if (started.length === 0) return Int32Array.from(next);
  const lines = new Int32Array(started.length + next.length + (next.length === 0 ? 1 : 2));
  lines[0] = STARTED;
  lines.set(started, 1);
  if (next.length === 0) return lines;
  lines[started.length + 1] = NEXT;
  lines.set(next, started.length + 2);
  return lines;
}
