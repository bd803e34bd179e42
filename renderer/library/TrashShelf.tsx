// What was removed: brought back, or removed for good once the person has said so.
import { useState, type ReactNode } from 'react';
import type { ArticleId } from '#contract/article.ts';
import { TRASH_DAYS, type TrashEntry } from '#contract/trash.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { formatBytes, formatInstant } from '../ui/dates.ts';
import { FailureNotice } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { words } from '../ui/words.ts';
import { sayOutcome } from './bulk.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import './TrashShelf.css';

const PAGE = 200;

/** What is to be removed for good once the person agrees. */
interface Question {
  readonly ids: readonly ArticleId[] | null;
  readonly text: string;
}

/** Draws the shelf. */
export function TrashShelf(): ReactNode {
  const revision = useMirror((mirror) => mirror.revision);
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  // What goes for good changes nothing in the library itself.
  const [purged, setPurged] = useState(0);
  const [question, setQuestion] = useState<Question>();
  const answer = useAnswer(`${revision} ${purged}`, listTrash);
  if (answer.state === 'waiting') return <Notice title={words.loading} />;
  if (answer.state === 'failed') return <FailureNotice title={words.trash.failed} {...answer} />;
  const entries = answer.value;
  if (entries.length === 0) return <Notice title={words.trash.emptyTitle}>{words.trash.empty}</Notice>;

  async function purge(ids: readonly ArticleId[] | null): Promise<void> {
    sayOutcome(await call('trash.empty', { ids }), words.trash.purged);
    setPurged((times) => times + 1);
  }

  return (
    <>
      <div className="place-tools trash-tools">
        <p className="place-summary" role="status">
          {words.trash.summary({ count: entries.length, days: TRASH_DAYS })}
        </p>
        {!isReadOnly && (
          <button
            type="button"
            className="button button-small"
            onClick={() => setQuestion({ ids: null, text: words.trash.confirmAll({ count: entries.length }) })}
          >
            {words.trash.emptyNow}
          </button>
        )}
      </div>
      <VirtualList rows={entries} keyOf={({ id }) => id} label={words.trash.label} rowHeight={84}>
        {(entry, tabIndex) => (
          <TrashRow
            entry={entry}
            tabIndex={tabIndex}
            isReadOnly={isReadOnly}
            purge={() => setQuestion({ ids: [entry.id], text: words.trash.confirmOne({ title: titleOf(entry) }) })}
          />
        )}
      </VirtualList>
      <ConfirmDialog
        isOpen={question !== undefined}
        title={words.trash.confirmTitle}
        text={question?.text ?? ''}
        keep={words.trash.keep}
        go={words.trash.purge}
        onKeep={() => setQuestion(undefined)}
        onGo={() => {
          setQuestion(undefined);
          if (question !== undefined) attempt(purge(question.ids));
        }}
      />
    </>
  );
}

async function listTrash(): Promise<readonly TrashEntry[]> {
  const entries: TrashEntry[] = [];
  for (;;) {
    const page = await call('trash.list', { from: entries.length, count: PAGE });
    entries.push(...page.entries);
    if (page.entries.length === 0 || entries.length >= page.total) return entries;
  }
}

function titleOf({ title }: TrashEntry): string {
  return title ?? words.trash.unreadable;
}

async function restore(id: ArticleId): Promise<void> {
  sayOutcome(await call('trash.restore', { ids: [id] }), words.trash.restored);
}

interface TrashRowProps {
  readonly entry: TrashEntry;
  readonly tabIndex: 0 | -1;
  readonly isReadOnly: boolean;
  readonly purge: () => void;
}

function TrashRow({ entry, tabIndex, isReadOnly, purge }: TrashRowProps): ReactNode {
  const { id, siteName, host, sizeBytes, removed, daysLeft } = entry;
  const title = titleOf(entry);
  const label = (action: string): string => words.trash.onTitle({ action, title });
  return (
    <article className="trash-row">
      <div className="trash-text">
        <h2>{title}</h2>
        <p className="article-row-facts">
          <span className="article-row-source">{siteName ?? host}</span>
          <span>{formatBytes(sizeBytes)}</span>
          <span>{words.trash.removed({ date: formatInstant(removed) })}</span>
          <span>{words.trash.daysLeft({ count: daysLeft })}</span>
        </p>
      </div>
      {!isReadOnly && (
        <>
          <button
            type="button"
            className="button button-small"
            data-row-main
            tabIndex={tabIndex}
            aria-label={label(words.trash.restore)}
            onClick={() => attempt(restore(id))}
          >
            {words.trash.restore}
          </button>
          <button
            type="button"
            className="button button-small button-plain"
            tabIndex={tabIndex}
            aria-label={label(words.trash.purge)}
            onClick={purge}
          >
            {words.trash.purge}
          </button>
        </>
      )}
    </article>
  );
}
