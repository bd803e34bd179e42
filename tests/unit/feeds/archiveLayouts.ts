// Archives as programs for blogs lay them out, each with what a person would say that it lists.
import { FOOTER, NAV, page, plain, SIDEBAR, STORIES, type Layout } from './archivePage.ts';

/** See `SITES` for the others. */
export const BLOGS: readonly Layout[] = [
  {
    name: 'a category with cards of articles, as WordPress themes have it',
    path: '/category/rope/',
    html: page(
      'Rope',
      `${NAV}<div id="content"><main id="main" class="site-main"><header class="page-header"><h1 class="page-title">Category: Rope</h1><div class="archive-description"><p>All about rope, from hemp to steel.</p></div></header>${STORIES.map(
        ([slug, title, date, shown], at) =>
          `<article id="post-${90 - at}" class="post-${90 - at} post type-post status-publish format-standard has-post-thumbnail hentry category-rope tag-hemp"><a class="post-thumbnail" href="/2024/${slug}/" aria-hidden="true" tabindex="-1"><img src="/wp/${slug}.jpg" alt=""></a><header class="entry-header"><h2 class="entry-title"><a href="/2024/${slug}/" rel="bookmark">${title}</a></h2><div class="entry-meta"><span class="posted-on">Posted on <a href="/2024/${slug}/" rel="bookmark"><time class="entry-date published" datetime="${date}T08:00:00+00:00">${shown}</time>${at === 1 ? '<time class="updated" datetime="2024-04-02T09:30:00+00:00">2 April 2024</time>' : ''}</a></span><span class="byline"> by <a class="url fn n" href="/author/ann/">Ann Quay</a></span></div></header><div class="entry-summary"><p>The shed was cold that morning and the strands lay straight as rulers. <a class="more-link" href="/2024/${slug}/">Continue reading</a></p></div><footer class="entry-footer"><span class="cat-links">Posted in <a href="/category/rope/" rel="category tag">Rope</a></span><span class="tags-links"><a href="/tag/hemp/" rel="tag">hemp</a>, <a href="/tag/yard/" rel="tag">yard</a></span><span class="comments-link"><a href="/2024/${slug}/#respond">Leave a comment</a></span></footer></article>`,
      ).join(
        '',
      )}<nav class="navigation posts-navigation"><h2 class="screen-reader-text">Posts navigation</h2><div class="nav-links"><div class="nav-previous"><a href="/category/rope/page/2/">Older posts</a></div></div></nav></main>${SIDEBAR}</div>${FOOTER}`,
      { bodyClass: 'archive category category-rope' },
    ),
    entries: STORIES.map(
      ([slug, title, date], at) =>
        [
          `/2024/${slug}/`,
          title,
          'article',
          `${date}T08:00:00+00:00`,
          at === 1 ? '2024-04-02T09:30:00+00:00' : null,
        ] as const,
    ),
    older: '/category/rope/page/2/',
  },
  {
    name: 'a list of dates and links, as static site makers have it',
    path: '/posts/',
    html: page(
      'Posts',
      `${NAV}<main><h1>Posts</h1><ul class="post-list">${STORIES.map(
        ([slug, title, date]) =>
          `<li><time datetime="${date}">${date}</time> <a href="/posts/${slug}/">${title}</a></li>`,
      ).join(
        '',
      )}</ul><nav class="pagination"><a class="disabled">« Prev</a> <span class="current">1</span> <a href="/posts/page/2/">2</a> <a href="/posts/page/3/">3</a> <a href="/posts/page/2/" rel="next">Next »</a></nav></main>${FOOTER}`,
    ),
    entries: plain('/posts/'),
    older: '/posts/page/2/',
  },
  {
    name: 'an archive in groups of years, the days without one',
    path: '/archive/',
    html: page(
      'Archive',
      `${NAV}<main class="archive"><h1>Archive</h1>${[
        [
          '2024',
          [
            ['28 Mar', 'splicing', 'Splicing an eye that holds for thirty years'],
            ['11 Feb', 'bells', 'Bells'],
          ],
        ],
        [
          '2023',
          [
            ['30 Dec', 'ice', 'Ice in the harbour and what it did'],
            ['4 May', 'keel', 'A keel laid in May'],
          ],
        ],
        ['2021', [['1 Jan', 'year', 'The year in rope']]],
      ]
        .map(([year, items]) =>
          typeof items === 'string'
            ? ''
            : `<h2 id="y${String(year)}">${String(year)}</h2><ul>${(items ?? []).map(([day = '', slug = '', title = '']) => `<li><span class="date">${day}</span> <a href="/${String(year)}/${slug}.html">${title}</a></li>`).join('')}</ul>`,
        )
        .join('')}</main>${FOOTER}`,
    ),
    entries: [
      ['/2024/splicing.html', 'Splicing an eye that holds for thirty years', 'article', '2024-03-28', null],
      ['/2024/bells.html', 'Bells', 'article', '2024-02-11', null],
      ['/2023/ice.html', 'Ice in the harbour and what it did', 'article', '2023-12-30', null],
      ['/2023/keel.html', 'A keel laid in May', 'article', '2023-05-04', null],
      ['/2021/year.html', 'The year in rope', 'article', '2021-01-01', null],
    ],
    older: null,
  },
  {
    name: 'a table of posts with dates of adding and changing',
    path: '/index/',
    html: page(
      'All articles',
      `${NAV}<main><h1>All articles</h1><table><thead><tr><th>Title</th><th>Section</th><th>Added</th><th>Updated</th></tr></thead><tbody>${STORIES.map(
        ([slug, title, date], at) =>
          `<tr><td><a href="/a/${slug}">${title}</a></td><td><a href="/section/yard">Yard</a></td><td>${date}</td><td>${at % 2 === 0 ? '2024-04-0' + String(at + 1) : ''}</td></tr>`,
      ).join('')}</tbody></table></main>${FOOTER}`,
    ),
    entries: STORIES.map(
      ([slug, title, date], at) =>
        [`/a/${slug}`, title, 'article', date, at % 2 === 0 ? `2024-04-0${at + 1}` : null] as const,
    ),
    older: null,
  },
  {
    name: 'cards that are links as a whole, as Ghost has them',
    path: '/tag/yard/',
    html: page(
      'Yard',
      `${NAV}<main class="gh-main"><section class="gh-archive"><h1>Yard</h1><p>A collection of 6 posts</p></section><div class="gh-feed">${STORIES.map(
        ([slug, title, date, shown]) =>
          `<article class="gh-card post"><a class="gh-card-link" href="/${slug}/"><figure class="gh-card-image"><img src="/content/${slug}.jpg" alt="${title}"></figure><div class="gh-card-wrapper"><p class="gh-card-tag">Yard</p><h3 class="gh-card-title">${title}</h3><p class="gh-card-excerpt">The strands lay straight as rulers.</p><footer class="gh-card-meta"><span class="gh-card-author">By Ann Quay</span><time class="gh-card-date" datetime="${date}">${shown}</time></footer></div></a></article>`,
      ).join(
        '',
      )}</div><nav class="pagination"><a class="older-posts" href="/tag/yard/page/2/">Older Posts →</a></nav></main>${FOOTER}`,
      { bodyClass: 'tag-template' },
    ),
    entries: plain('/'),
    older: '/tag/yard/page/2/',
  },
  {
    name: 'posts by month with nested counts beside them, as Blogger has it',
    path: '/search/label/rope',
    html: page(
      'Rope',
      `<div class="tabs"><ul><li><a href="/">Home</a></li><li><a href="/p/about.html">About the yard</a></li></ul></div><div class="main section"><div class="widget Blog"><div class="blog-posts hfeed">${STORIES.map(
        ([slug, title, date, shown]) =>
          `<div class="date-outer"><h2 class="date-header"><span>${shown}</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title"><a href="/2024/03/${slug}.html">${title}</a></h3><div class="post-body entry-content">The strands lay straight as rulers in the long shed that morning.</div><div class="post-footer"><span class="post-author">Posted by <a href="/profile/1">Ann</a></span> at <a class="timestamp-link" href="/2024/03/${slug}.html"><abbr class="published" title="${date}T10:00:00Z">10:00</abbr></a> <a class="comment-link" href="/2024/03/${slug}.html#comments">3 comments</a> <span class="post-labels">Labels: <a href="/search/label/rope" rel="tag">rope</a></span></div></div></div></div></div>`,
      ).join(
        '',
      )}</div><div class="blog-pager"><span id="blog-pager-older-link"><a class="blog-pager-older-link" href="/search/label/rope?updated-max=2024-02-11&amp;max-results=6">Older Posts</a></span> <a class="home-link" href="/">Home</a></div></div></div><div class="sidebar"><div class="widget BlogArchive"><h2>Blog Archive</h2><ul class="hierarchy"><li><a href="/2024/">2024</a> (9)<ul><li><a href="/2024/03/">March</a> (4)<ul class="posts"><li><a href="/2024/03/splicing.html">Splicing an eye that holds for thirty years</a></li></ul></li></ul></li><li><a href="/2023/">2023</a> (30)</li></ul></div></div>`,
    ),
    entries: STORIES.map(
      ([slug, title, date]) => [`/2024/03/${slug}.html`, title, 'article', `${date}T10:00:00Z`, null] as const,
    ),
    older: '/search/label/rope?updated-max=2024-02-11&max-results=6',
  },
];
