// The related posts of an article as a small timeline of their own. Saved ones open here; those with an address can be saved.
import { useMemo, type ReactNode } from 'react';
import type { ArticleId, RelatedEntry } from '#contract/article.ts';
import type { OpenArticle } from '#contract/calls.ts';
import { dayOf, daysBetween } from '#contract/dates.ts';
import { saveFound } from '../app/articleActions.ts';
import { openArticle, showListOf } from '../app/navigation.ts';
import { useSaveOf } from '../timeline/useSaveOf.ts';
import { formatDate } from '../ui/dates.ts';
import { KeepIcon, TimelineIcon, UpdatedIcon } from '../ui/icons.ts';
import { KindIcon } from '../ui/KindIcon.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { words } from '../ui/words.ts';
import { toRelatedLines } from './relatedLines.ts';
import './RelatedPanel.css';

/** Draws the panel. */
export function RelatedPanel({ opened }: { readonly opened: OpenArticle }): ReactNode {
  const { article, savedLinks } = opened;
  const lines = useMemo(() => toRelatedLines(article.relatedLists), [article.relatedLists]);
  const idOf = ({ url }: RelatedEntry): ArticleId | undefined =>
    url !== null && Object.hasOwn(savedLinks, url) ? savedLinks[url] : undefined;
  return (
    <aside className="related" aria-label={words.reader.related}>
      <VirtualList
        rows={lines}
        keyOf={({ key }) => key}
        hasControl={(line) => line.line === 'entry' && line.entry.url !== null}
        label={words.reader.related}
      >
        {(line, tabIndex) => {
          if (line.line === 'list') {
            return (
              <div className="related-head">
                <h2>{line.heading ?? words.reader.related}</h2>
                <p>{words.timeline.posts(line.count)}</p>
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
          return <EntryRow entry={line.entry} saved={idOf(line.entry)} tabIndex={tabIndex} keep={keep} />;
        }}
      </VirtualList>
      <button type="button" className="button related-all" onClick={() => showListOf(article.id)}>
        <TimelineIcon size={17} strokeWidth={1.75} aria-hidden />
        {words.reader.showInTimeline}
      </button>
    </aside>
  );
}

interface EntryRowProps {
  readonly entry: RelatedEntry;
  readonly saved: ArticleId | undefined;
  readonly tabIndex: 0 | -1;
  readonly keep: (url: string) => void;
}

function EntryRow({ entry, saved, tabIndex, keep }: EntryRowProps): ReactNode {
  const { title, url, kind } = entry;
  const save = useSaveOf(url);
  const later = updatedAfterDays(entry);
  return (
    <article className={`related-entry ${saved === undefined ? '' : 'related-entry-saved'}`}>
      <span className="related-stop" aria-hidden />
      <div className="related-text">
        <h4>
          {saved === undefined ? (
            title
          ) : (
            <button
              type="button"
              data-row-main
              tabIndex={tabIndex}
              aria-label={words.timeline.titleAndState(title, words.timeline.states.saved)}
              onClick={() => openArticle(saved)}
            >
              {title}
            </button>
          )}
        </h4>
        {(kind !== 'article' || later > 0 || save !== 'none') && (
          <p className="related-facts">
            {kind !== 'article' && (
              <span>
                <KindIcon kind={kind} size={13} />
                <span aria-hidden>{words.kinds[kind]}</span>
              </span>
            )}
            {later > 0 && (
              <span className="related-updated">
                <UpdatedIcon size={12} aria-hidden />
                {words.timeline.updatedLater(later)}
              </span>
            )}
            {saved === undefined && save === 'saving' && <span className="related-updated">{words.post.saving}</span>}
            {saved === undefined && save === 'failed' && (
              <span className="related-failed">{words.post.saveFailed}</span>
            )}
          </p>
        )}
      </div>
      {saved === undefined && url !== null && (
        <button
          type="button"
          data-row-main
          className="icon-button related-save"
          title={save === 'saving' ? words.post.saving : words.post.savePost}
          tabIndex={tabIndex}
          disabled={save === 'saving'}
          aria-label={words.actions.onTitle(words.post.savePost, title)}
          onClick={() => keep(url)}
        >
          <KeepIcon size={16} strokeWidth={1.75} aria-hidden />
        </button>
      )}
    </article>
  );
}

/** Zero unless both days are known and the second is later. */
function updatedAfterDays({ added, updated }: RelatedEntry): number {
  const from = added === null ? undefined : dayOf(added);
  const to = updated === null ? undefined : dayOf(updated);
  return from === undefined || to === undefined ? 0 : Math.max(0, daysBetween(from, to));
}
