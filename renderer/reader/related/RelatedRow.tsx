// One related post beside its article: what it is, whether it is saved, and the ways to save it.
import type { ReactNode } from 'react';
import type { ArticleId, RelatedEntry } from '#contract/article.ts';
import { dayOf, daysBetween } from '#contract/dates.ts';
import { openArticle } from '../../app/navigation.ts';
import { useSaveOf } from '../../timeline/useSaveOf.ts';
import { formatSpan } from '../../ui/dates.ts';
import { KeepIcon, UpdatedIcon } from '../../ui/icons.ts';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { words } from '../../ui/words.ts';

/** What a row shows. */
export interface RelatedRowProps {
  readonly entry: RelatedEntry;
  readonly saved: ArticleId | undefined;
  readonly tabIndex: 0 | -1;
  readonly isSelected: boolean;
  readonly keep: (url: string) => void;
  readonly toggle: (url: string) => void;
}

/** Draws the post. */
export function RelatedRow({ entry, saved, tabIndex, isSelected, keep, toggle }: RelatedRowProps): ReactNode {
  const { title, url, kind } = entry;
  const save = useSaveOf(url);
  const isUnderWay = save === 'saving' || save === 'offline';
  const later = updatedAfterDays(entry);
  const look = saved !== undefined ? 'related-entry-saved' : isSelected ? 'related-entry-selected' : '';
  return (
    <article className={`related-entry ${look}`}>
      <span className="related-stop" aria-hidden />
      <div className="related-text">
        <h4 dir="auto">
          {saved === undefined ? (
            title
          ) : (
            <button
              type="button"
              data-row-main
              tabIndex={tabIndex}
              aria-label={words.timeline.titleAndState({ title, state: words.timeline.states.saved })}
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
                {words.timeline.updatedLater({ span: formatSpan(later) })}
              </span>
            )}
            {saved === undefined && save === 'saving' && <span className="related-updated">{words.post.saving}</span>}
            {saved === undefined && save === 'offline' && <span className="related-updated">{words.post.offline}</span>}
            {saved === undefined && save === 'failed' && (
              <span className="related-failed">{words.post.saveFailed}</span>
            )}
          </p>
        )}
      </div>
      {saved === undefined && url !== null && (
        <>
          <input
            type="checkbox"
            className="related-select"
            checked={isSelected}
            tabIndex={tabIndex}
            aria-label={words.timeline.select({ title })}
            onChange={() => toggle(url)}
          />
          <button
            type="button"
            data-row-main
            className="icon-button related-save"
            title={isUnderWay ? words.post.saving : words.post.savePost}
            tabIndex={tabIndex}
            disabled={isUnderWay}
            aria-label={words.actions.onTitle({ action: words.post.savePost, title })}
            onClick={() => keep(url)}
          >
            <KeepIcon size={16} strokeWidth={1.75} aria-hidden />
          </button>
        </>
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
