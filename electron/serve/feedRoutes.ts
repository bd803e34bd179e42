// What the calls about feeds do.
import type { FeedCalls } from '#contract/feeds.ts';
import type { Layover } from '../layover.ts';
import { feedInputs } from './feedInput.ts';
import { checked, inputs } from './input.ts';
import type { ReadingHost } from './readingRoutes.ts';
import { route, type Routes } from './router.ts';

/** Makes their routes. */
export function feedRoutes({ feeds }: Layover, host: Pick<ReadingHost, 'writeFile'>): Pick<Routes, keyof FeedCalls> {
  return {
    'feeds.list': route(checked(inputs.nothing), () => feeds.list()),
    'feeds.look': route(checked(feedInputs.address), ({ address }) => feeds.look(address)),
    'feeds.follow': route(checked(feedInputs.follow), (wish) => feeds.follow(wish)),
    'feeds.refresh': route(checked(feedInputs.feedOrAll), ({ id }) => feeds.refresh(id)),
    'feeds.older': route(checked(feedInputs.feed), ({ id }) => feeds.older(id)),
    'feeds.setRule': route(checked(feedInputs.rule), ({ id, rule }) => feeds.setRule(id, rule)),
    'feeds.setFollowed': route(checked(feedInputs.followed), ({ id, isFollowed }) => feeds.setFollowed(id, isFollowed)),
    'feeds.remove': route(checked(feedInputs.feed), ({ id }) => feeds.remove(id)),
    'feeds.restore': route(checked(feedInputs.feed), ({ id }) => feeds.restore(id)),
    'feeds.import': route(checked(feedInputs.file), ({ bytes }) => feeds.importFile(bytes)),
    'feeds.export': route(checked(inputs.nothing), async () => host.writeFile('feeds.opml', await feeds.exportFile())),
  };
}
