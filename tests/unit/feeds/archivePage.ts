// What archive pages of tests are made of: the frame of a site around them, and posts. All of it is invented.
import type { PostKind } from '#contract/article.ts';

/** A page and what stands on it. */
export interface Layout {
  readonly name: string;
  readonly path: string;
  readonly html: string;
  /** Address, title, kind, originally added, last updated. */
  readonly entries: readonly (readonly [
    path: string,
    title: string,
    kind: PostKind,
    added: string | null,
    updated: string | null,
  ])[];
  /** Path of the page that it goes on with. */
  readonly older: string | null;
}

/** The head of the site. */
export const NAV =
  '<header><a href="/"><img src="/logo.png" alt="The Ropewalk"></a><nav aria-label="Main"><ul><li><a href="/">Home</a></li><li><a href="/about/">About us and this place</a></li><li><a href="/contact/">Contact</a></li><li><a href="/category/rope/">Rope</a></li><li><a href="/category/tar/">Tar and pitch</a></li></ul></nav></header>';
/** Its foot. */
export const FOOTER =
  '<footer><ul><li><a href="/imprint/">Imprint</a></li><li><a href="/privacy/">Privacy policy and cookies</a></li><li><a href="/feed/">RSS</a></li></ul><p>© 2024 The Ropewalk. <a href="https://press.example/">Proudly powered by Press</a></p></footer>';
/** What stands beside: none of it is a post of the list. */
export const SIDEBAR =
  '<aside class="sidebar widget-area"><section class="widget widget_recent_comments"><h2>Recent comments</h2><ul><li>Bo on <a href="/2019/05/old-knots/#comment-4">Old knots nobody ties any more</a></li><li>Ann on <a href="/2018/02/tar/#comment-9">How tar was boiled in the yard</a></li><li>Cy on <a href="/2018/01/hemp/#comment-2">Where the hemp came from then</a></li></ul></section><section class="widget widget_tag_cloud"><h2>Tags</h2><a href="/tag/bowline/">bowline</a> <a href="/tag/hemp/">hemp</a> <a href="/tag/manila/">manila</a> <a href="/tag/sisal/">sisal</a></section><section class="widget widget_archive"><h2>Archives</h2><ul><li><a href="/2024/03/">March 2024</a> (4)</li><li><a href="/2024/02/">February 2024</a> (9)</li><li><a href="/2024/01/">January 2024</a> (7)</li></ul></section></aside>';

/** A page of the site. */
export function page(title: string, body: string, { head = '', lang = 'en', bodyClass = '' } = {}): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title} – The Ropewalk</title>${head}</head><body class="${bodyClass}">${body}</body></html>`;
}

/** Posts: name in the address, title, day, and the day as it is shown. */
export const STORIES = [
  ['splicing', 'Splicing an eye that holds for thirty years', '2024-03-28', '28 March 2024'],
  ['ferry', 'The ferry that came in backwards', '2024-03-21', '21 March 2024'],
  ['hemp', 'Hemp from the river meadows is back', '2024-03-14', '14 March 2024'],
  ['walk', 'A walk along the longest shed in town', '2024-03-02', '2 March 2024'],
  ['tar', 'What tar does to a hand', '2024-02-20', '20 February 2024'],
  ['bells', 'Bells', '2024-02-11', '11 February 2024'],
] as const;

/** The posts as entries, their addresses below a path. */
export const plain = (prefix: string): Layout['entries'] =>
  STORIES.map(([slug, title, date]) => [`${prefix}${slug}/`, title, 'article', date, null] as const);
