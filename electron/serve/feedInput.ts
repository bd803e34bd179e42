// The shape that each call about feeds takes.
import * as v from 'valibot';
import { isFeedId, MOST_FEED_BYTES, type FeedId } from '#contract/feeds.ts';
import { feedRule } from '../store/feedSchema.ts';

const id = v.custom<FeedId>((value) => typeof value === 'string' && isFeedId(value));
const address = v.pipe(v.string(), v.maxLength(8192));

/** See `inputs`. */
export const feedInputs = {
  address: v.strictObject({ address }),
  feed: v.strictObject({ id }),
  feedOrAll: v.strictObject({ id: v.nullable(id) }),
  follow: v.strictObject({
    typed: address,
    address,
    kind: v.picklist(['feed', 'list']),
    title: v.pipe(v.string(), v.maxLength(1000)),
  }),
  rule: v.strictObject({ id, rule: feedRule }),
  followed: v.strictObject({ id, isFollowed: v.boolean() }),
  file: v.strictObject({
    bytes: v.pipe(
      v.instance(Uint8Array),
      v.check((bytes) => bytes.byteLength <= MOST_FEED_BYTES),
    ),
  }),
};
