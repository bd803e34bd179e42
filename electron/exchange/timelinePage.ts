// Posts as one page that needs nothing else: it asks no network, runs no script, and prints well.
import { escapeHtml } from '#contract/escapeHtml.ts';
import type { Axis, TimelinePost } from '#contract/post.ts';
import type { TimelineExport } from './exportTimeline.ts';

const POSTS_A_PIECE = 500;
const AXIS_WORDS: Readonly<Record<Axis, string>> = {
  added: 'originally added',
  updated: 'last updated',
  published: 'published',
  saved: 'saved',
};

/** The page: a heading for each month or year that has posts, the undated at the end. */
export function* toPage({ axis, posts, exported }: TimelineExport): Generator<string, void> {
  yield head(posts.length, axis, exported);
  // Made here and not when the program starts, which waits some ten milliseconds for them.
  const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const days = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', timeZone: 'UTC' });
  let heading = '';
  let day = '';
  for (let begin = 0; begin < posts.length; begin += POSTS_A_PIECE) {
    let piece = '';
    for (const post of posts.slice(begin, begin + POSTS_A_PIECE)) {
      const date = post[axis];
      const own = date === null ? 'No date' : date.length === 4 ? date : months.format(utc(date));
      if (own !== heading) {
        piece += `${heading === '' ? '' : '</ul>'}<h2>${escapeHtml(own)}</h2><ul>\n`;
        [heading, day] = [own, ''];
      }
      const ownDay = date?.length === 10 ? days.format(utc(date)) : '';
      piece += entry(post, date, ownDay === day ? '' : ownDay);
      day = ownDay;
    }
    yield piece;
  }
  yield `${heading === '' ? '' : '</ul>'}</main></body></html>\n`;
}

function entry(post: TimelinePost, date: string | null, day: string): string {
  const { title, url, site, kind, added, updated, state } = post;
  const isLink = url !== null && /^https?:/.test(url);
  const name = isLink ? `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>` : escapeHtml(title);
  const facts = [
    kind === 'article' ? '' : kind,
    site,
    updated !== null && updated !== added && updated !== date ? `updated ${updated}` : '',
    post.articleId === null ? '' : state === 'partial' ? 'saved in part' : 'saved',
  ].filter((fact) => fact !== '');
  const time = day === '' ? '<span></span>' : `<time datetime="${date}">${escapeHtml(day)}</time>`;
  const said = facts.length === 0 ? '' : `<small>${facts.map(escapeHtml).join(' · ')}</small>`;
  return `<li>${time}<p${post.articleId === null ? '' : ' class="saved"'}>${name} ${said}</p></li>\n`;
}

function head(count: number, axis: Axis, exported: string): string {
  const posts = `${count.toLocaleString('en')} post${count === 1 ? '' : 's'}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Timeline: ${posts}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 Georgia, 'Times New Roman', serif; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { margin: 0; font-size: 2rem; }
header p, small { opacity: 0.75; font: 0.8125rem/1.5 system-ui, sans-serif; }
h2 { margin: 2.5rem 0 0.5rem; font-size: 1.3rem; font-style: italic; font-weight: 500; break-after: avoid; }
ul { margin: 0; padding: 0; list-style: none; }
li { display: grid; grid-template-columns: 4.5rem 1fr; gap: 0.75rem; break-inside: avoid; }
time { font: 0.875rem/1.7 system-ui, sans-serif; font-variant-numeric: tabular-nums; text-align: end; }
p { margin: 0 0 0.4rem; }
a { color: inherit; text-decoration-color: #c07d00; text-underline-offset: 0.15em; }
.saved { font-weight: 600; }
.saved small { font-weight: 400; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 10pt; } a { text-decoration: none; } @page { margin: 18mm 16mm; } }
</style>
</head>
<body>
<header><h1>Timeline</h1><p>${posts}, by the day each was ${AXIS_WORDS[axis]} · made by Layover on ${escapeHtml(exported.slice(0, 10))}</p></header>
<main>
`;
}

function utc(date: string): Date {
  return new Date(`${date.padEnd(10, '-01')}T00:00:00Z`);
}
