// What a trip draws from in; out what it is called by. What is not there any more has no name.
import type { TripSource } from '#contract/trip.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { useAnswer } from '../app/useAnswer.ts';
import type { SourceNames } from './tripWords.ts';

/** The names, as far as they are known yet. */
export function useSourceNames(sources: readonly TripSource[]): SourceNames {
  const views = useMirror((mirror) => mirror.settings.views);
  const ids = sources.flatMap((source) => (source.from === 'related' ? [source.articleId] : []));
  const feeds = useAnswer('feeds', () => call('feeds.list'));
  const titles = useAnswer(ids.join(' '), async () => {
    const cards = await Promise.all(ids.map((id) => call('library.card', { id })));
    return new Map(cards.flatMap((found) => (found === null ? [] : [[found.card.id, found.card.title] as const])));
  });
  return {
    views,
    feeds: feeds.state === 'here' ? feeds.value : [],
    titles: titles.state === 'here' ? titles.value : new Map<string, string>(),
  };
}
