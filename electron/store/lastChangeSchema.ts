// The shape of what is noted of lists that two machines keep; see `#contract/lastChanges.ts`. A file that has none of it is as good.
import * as v from 'valibot';

/** An instant as files have it: ISO 8601, in UTC. */
export const instant = v.pipe(
  v.string(),
  v.check((value) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value))),
);

/** The changes of a list; none where a file says nothing of them. */
export const lastChanges = v.optional(
  v.array(v.looseObject({ name: v.string(), at: instant, isGone: v.boolean() })),
  () => [],
);
