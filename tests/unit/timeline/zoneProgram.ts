// Run in several time zones: says under which days the dates of one post stand.
import { codeDate, dateCode } from '#contract/dateCode.ts';
import { localDayOf } from '#contract/dates.ts';
import { AXES } from '#contract/post.ts';
import { anArticle, anEntry } from '../../helpers/articles.ts';
import { indexOf, selected } from '../../helpers/timelines.ts';

const address = 'https://notes.example/last-signal';
const article = anArticle({
  published: '2024-02-29T23:30:00-11:00',
  updated: null,
  canonicalUrl: address,
  saved: '2026-03-29T12:30:00.000Z',
  relatedLists: [
    { heading: null, entries: [anEntry({ url: address, added: '2012-09-07', updated: '2012-09-30T00:10:00+14:00' })] },
  ],
});
const index = indexOf([article], { savedOn: () => dateCode(localDayOf(new Date(article.saved))) });
const days = AXES.map((axis) => [axis, codeDate(selected(index, axis).periods[0] ?? 0)] as const);
process.stdout.write(JSON.stringify(Object.fromEntries(days)));
