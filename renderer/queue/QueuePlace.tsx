// What to read next: articles under way, then the unread ones. An empty library explains itself here.
import { useMemo, type ReactNode } from 'react';
import type { ArticleColumns } from '#contract/columns.ts';
import { useMirror } from '../app/mirror.ts';
import { goTo } from '../app/navigation.ts';
import { ListedRow } from '../library/ListedRow.tsx';
import { formatMinutes } from '../ui/dates.ts';
import { Notice } from '../ui/Notice.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { words } from '../ui/words.ts';
import { FirstRun } from './FirstRun.tsx';
import { minutesLeftOf, orderQueue } from './queueOrder.ts';
import './QueuePlace.css';

type Line = { readonly heading: string } | { readonly row: number };

/** Draws the queue. */
export function QueuePlace(): ReactNode {
  const columns = useMirror((mirror) => mirror.columns);
  const bySaved = useMirror((mirror) => mirror.bySaved);
  const { lines, count, minutes } = useMemo(() => toQueue(columns, bySaved), [columns, bySaved]);
  if (bySaved.length === 0) return <FirstRun />;
  const isParted = count < lines.length;
  return (
    <div className="place">
      <header className="place-header">
        <h1>{words.places.queue}</h1>
        {count > 0 && <p className="place-summary">{words.queue.summary(count, formatMinutes(minutes))}</p>}
      </header>
      {count === 0 ? (
        <Notice
          title={words.queue.emptyTitle}
          action={{ label: words.commands.goTo(words.places.library), run: () => goTo('library') }}
        >
          {words.queue.empty}
        </Notice>
      ) : (
        <VirtualList
          rows={lines}
          keyOf={(line) => ('row' in line ? String(line.row) : line.heading)}
          hasControl={(line) => 'row' in line}
          label={words.places.queue}
          memory="queue"
        >
          {(line, tabIndex) =>
            'row' in line ? (
              <ListedRow row={line.row} tabIndex={tabIndex} level={isParted ? 3 : 2} isQueued />
            ) : (
              <h2 className="queue-heading">{line.heading}</h2>
            )
          }
        </VirtualList>
      )}
    </div>
  );
}

interface Queue {
  readonly lines: readonly Line[];
  readonly count: number;
  readonly minutes: number;
}

function toQueue(columns: ArticleColumns, bySaved: Uint32Array): Queue {
  const { started, next } = orderQueue(columns, bySaved);
  const part = (heading: string, rows: Uint32Array): readonly Line[] =>
    rows.length === 0 ? [] : [{ heading }, ...linesOf(rows)];
  return {
    // One part alone needs no name.
    lines:
      started.length === 0 ? linesOf(next) : [...part(words.queue.started, started), ...part(words.queue.next, next)],
    count: started.length + next.length,
    minutes: minutesLeftOf(columns, started) + minutesLeftOf(columns, next),
  };
}

function linesOf(rows: Uint32Array): readonly Line[] {
  return Array.from(rows, (row) => ({ row }));
}
