// Each thing the timeline is narrowed to, to be seen and taken away.
import type { ReactNode } from 'react';
import type { ArticleId } from '#contract/article.ts';
import type { PostDate } from '#contract/dates.ts';
import { NO_FILTER, type TimelineFilter } from '#contract/post.ts';
import { useCardOf } from '../app/cards.ts';
import { narrow } from '../app/navigation.ts';
import { formatDate } from '../ui/dates.ts';
import { CloseIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { isEmpty } from './filterAddress.ts';

/** Draws the tokens; nothing where nothing is asked for. */
export function FilterTokens({ filter }: { readonly filter: TimelineFilter }): ReactNode {
  const { kinds, states, sites, lists, from, to, text } = filter;
  if (isEmpty(filter)) return null;
  return (
    <div className="filter-tokens" role="group" aria-label={words.timeline.tokens}>
      {text !== '' && <Token label={words.timeline.textToken({ text })} without={{ text: '' }} />}
      {kinds.map((kind) => (
        <Token key={kind} label={words.kinds[kind]} without={{ kinds: kinds.filter((each) => each !== kind) }} />
      ))}
      {states.map((state) => (
        <Token
          key={state}
          label={words.timeline.states[state]}
          without={{ states: states.filter((each) => each !== state) }}
        />
      ))}
      {sites.map((site) => (
        <Token
          key={site}
          label={site === '' ? words.timeline.noSite : site}
          without={{ sites: sites.filter((each) => each !== site) }}
        />
      ))}
      {lists.map((id) => (
        <ListToken key={id} id={id} without={{ lists: lists.filter((each) => each !== id) }} />
      ))}
      {(from !== null || to !== null) && <Token label={rangeLine(from, to)} without={{ from: null, to: null }} />}
      <button type="button" className="link-button" onClick={() => narrow(NO_FILTER)}>
        {words.timeline.clear}
      </button>
    </div>
  );
}

function rangeLine(from: PostDate | null, to: PostDate | null): string {
  if (from === null) return words.timeline.rangeUntil({ to: formatDate(to ?? '') });
  if (to === null) return words.timeline.rangeSince({ from: formatDate(from) });
  return from === to ? formatDate(from) : words.timeline.rangeBetween({ from: formatDate(from), to: formatDate(to) });
}

interface TokenProps {
  readonly label: string;
  readonly without: Partial<TimelineFilter>;
}

function Token({ label, without }: TokenProps): ReactNode {
  return (
    <button
      type="button"
      className="filter-token"
      aria-label={words.timeline.removeToken({ token: label })}
      onClick={() => narrow(without)}
    >
      <span>{label}</span>
      <CloseIcon size={13} aria-hidden />
    </button>
  );
}

function ListToken({ id, without }: { readonly id: ArticleId; readonly without: Partial<TimelineFilter> }): ReactNode {
  const card = useCardOf(id);
  return <Token label={words.timeline.listToken({ title: card?.title ?? id })} without={without} />;
}
