// The related posts of an article as a small timeline of their own. Saved ones open here; those with an address can be saved, one, some or
// all of them.
import { useMemo, useState, type ReactNode } from 'react';
import type { ArticleId } from '#contract/article.ts';
import type { OpenArticle } from '#contract/calls.ts';
import { attempt, saveFound } from '../../app/articleActions.ts';
import { saveMany, useBulkProgress } from '../../app/bulkSaves.ts';
import { call } from '../../app/client.ts';
import { useMirror } from '../../app/mirror.ts';
import { showListOf } from '../../app/navigation.ts';
import { useIsOffline } from '../../saving/useIsOffline.ts';
import { openSaves } from '../../app/overlays.ts';
import { formatDate } from '../../ui/dates.ts';
import { KeepIcon, TimelineIcon } from '../../ui/icons.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { words } from '../../ui/words.ts';
import { RelatedRow } from './RelatedRow.tsx';
import { RelatedSaveMenu } from './RelatedSaveMenu.tsx';
import { toRelatedLines, type RelatedLine } from './relatedLines.ts';
import './RelatedPanel.css';

const NONE: ReadonlySet<string> = new Set();

/** Draws the panel. */
export function RelatedPanel({ opened }: { readonly opened: OpenArticle }): ReactNode {
  const { article, savedLinks } = opened;
  const lines = useMemo(() => toRelatedLines(article.relatedLists), [article.relatedLists]);
  const [selected, setSelected] = useState(NONE);
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const bulk = `related ${article.id}`;
  const idOf = (url: string | null): ArticleId | undefined =>
    url !== null && Object.hasOwn(savedLinks, url) ? savedLinks[url] : undefined;
  const urlOf = (line: RelatedLine | undefined): string | null =>
    line?.line === 'entry' && idOf(line.entry.url) === undefined ? line.entry.url : null;
  const unsaved = [...new Set(lines.map(urlOf).filter((url) => url !== null))];

  function select(urls: readonly (string | null)[], isSelected: boolean): void {
    const next = new Set(selected);
    for (const url of urls) {
      if (url === null) continue;
      if (isSelected) next.add(url);
      else next.delete(url);
    }
    setSelected(next);
  }

  function saveSelected(): void {
    attempt(
      saveMany(
        unsaved.filter((url) => selected.has(url)),
        { name: bulk },
      ),
    );
    setSelected(NONE);
  }

  return (
    <aside className="related" aria-label={words.reader.related}>
      <VirtualList
        rows={lines}
        keyOf={({ key }) => key}
        hasControl={(line) => line.line === 'entry' && line.entry.url !== null}
        label={words.reader.related}
        onExtend={(from, to) => select(lines.slice(Math.min(from, to), Math.max(from, to) + 1).map(urlOf), true)}
      >
        {(line, tabIndex) => {
          if (line.line === 'list') {
            return (
              <div className="related-head">
                <h2 dir="auto">{line.heading ?? words.reader.related}</h2>
                <p>{words.timeline.posts({ count: line.count })}</p>
              </div>
            );
          }
          if (line.line === 'date') {
            return (
              <h3 className="related-date">{line.date === null ? words.reader.undated : formatDate(line.date)}</h3>
            );
          }
          const keep = (url: string): void =>
            saveFound(url, { articleId: article.id, title: article.title, sentence: null });
          return (
            <RelatedRow
              entry={line.entry}
              saved={idOf(line.entry.url)}
              tabIndex={tabIndex}
              keep={keep}
              isSelected={line.entry.url !== null && selected.has(line.entry.url)}
              toggle={(url) => select([url], !selected.has(url))}
            />
          );
        }}
      </VirtualList>
      <BulkLine name={bulk} />
      {selected.size > 0 ? (
        <div className="related-tools" role="toolbar" aria-label={words.timeline.selection}>
          <p role="status">{words.timeline.selected({ count: selected.size })}</p>
          <button type="button" className="button button-small button-plain" onClick={() => setSelected(NONE)}>
            {words.timeline.unselect}
          </button>
          <button type="button" className="button button-small button-signal" onClick={saveSelected}>
            <KeepIcon size={14} aria-hidden />
            {words.timeline.saveSelected({ count: selected.size })}
          </button>
        </div>
      ) : (
        <div className="related-tools">
          {unsaved.length > 0 && !isReadOnly && (
            <RelatedSaveMenu articleId={article.id} unsaved={unsaved} bulk={bulk} />
          )}
          <button type="button" className="button button-small" onClick={() => showListOf(article.id)}>
            <TimelineIcon size={15} strokeWidth={1.75} aria-hidden />
            {words.reader.showInTimeline}
          </button>
          {article.relatedLists.some(({ older }) => older !== undefined) && (
            <button
              type="button"
              className="button button-small"
              title={words.reader.olderHint}
              onClick={() => attempt(call('related.older', { id: article.id }))}
            >
              {words.reader.older}
            </button>
          )}
        </div>
      )}
    </aside>
  );
}

/** How far the saves are that were asked for here. */
function BulkLine({ name }: { readonly name: string }): ReactNode {
  const progress = useBulkProgress(name);
  const isOffline = useIsOffline();
  if (progress === undefined) return null;
  const failed = [...progress.failed.values()].reduce((sum, count) => sum + count, 0);
  const ended = progress.saved + failed;
  return (
    <div className="related-bulk">
      <p role={isOffline ? 'status' : undefined}>
        {isOffline
          ? words.saving.bulkOffline({ total: progress.total - ended })
          : words.saving.bulkProgress({ ended, total: progress.total })}
      </p>
      <button type="button" className="link-button" onClick={openSaves}>
        {words.reader.showOutbox}
      </button>
      <span
        className="related-bulk-bar"
        role="progressbar"
        aria-label={words.saving.bulkProgress({ ended, total: progress.total })}
        aria-valuemin={0}
        aria-valuemax={progress.total}
        aria-valuenow={ended}
      >
        <span style={{ inlineSize: `${(ended / progress.total) * 100}%` }} />
      </span>
    </div>
  );
}
