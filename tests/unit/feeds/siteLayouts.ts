// Archives of papers, documentation and magazines, in several languages, each with what a person would say that it lists.
import { FOOTER, NAV, page, plain, SIDEBAR, STORIES, type Layout } from './archivePage.ts';

/** See `BLOGS` for the others. */
export const SITES: readonly Layout[] = [
  {
    name: 'an index of changes in documentation',
    path: '/docs/changelog/',
    html: page(
      'Changelog',
      `${NAV}<div class="docs"><aside class="docs-menu"><ul><li><a href="/docs/start/">Getting started</a></li><li><a href="/docs/install/">Installation on every system</a></li><li><a href="/docs/config/">Configuration</a></li><li><a href="/docs/changelog/">Changelog</a></li></ul></aside><main><h1>Changelog</h1>${[
        ['4.2', 'Faster splicing, and a new knot', '2024-03-28'],
        ['4.1.1', 'Mends what 4.1 broke', '2024-03-03'],
        ['4.1', 'Steel wire', '2024-03-01'],
        ['4.0', 'A new loom', '2023-12-24'],
      ]
        .map(
          ([version = '', what = '', date = '']) =>
            `<section><h2><a href="/docs/changelog/${version}/">Version ${version}: ${what}</a></h2><p class="date">${date}</p><p>See what is new in this version of the loom.</p></section>`,
        )
        .join('')}</main></div>${FOOTER}`,
    ),
    entries: [
      ['/docs/changelog/4.2/', 'Version 4.2: Faster splicing, and a new knot', 'article', '2024-03-28', null],
      ['/docs/changelog/4.1.1/', 'Version 4.1.1: Mends what 4.1 broke', 'article', '2024-03-03', null],
      ['/docs/changelog/4.1/', 'Version 4.1: Steel wire', 'article', '2024-03-01', null],
      ['/docs/changelog/4.0/', 'Version 4.0: A new loom', 'article', '2023-12-24', null],
    ],
    older: null,
  },
  {
    name: 'a section of a newspaper with teasers and pictures, films among them',
    path: '/section/harbour',
    html: page(
      'Harbour',
      `${NAV}<main><h1>Harbour</h1><div class="lead"><div class="teaser teaser--lead"><a href="/harbour/splicing-a1"><picture><img src="/i/1.jpg" alt="A rope"></picture></a><span class="kicker">In the yard</span><h2><a href="/harbour/splicing-a1">Splicing an eye that holds for thirty years</a></h2><p>It took the old man a morning.</p><span class="time">28 March 2024, 10:15</span></div></div><div class="grid">${STORIES.slice(
        1,
      )
        .map(
          ([slug, title, , shown], at) =>
            `<div class="teaser"><a href="/harbour/${at === 1 ? 'video/' : ''}${slug}-a${at + 2}"><img src="/i/${at + 2}.jpg" alt=""></a><span class="kicker">${at === 1 ? 'Video' : 'Quay'}</span><h3><a href="/harbour/${at === 1 ? 'video/' : ''}${slug}-a${at + 2}">${title}</a></h3><p>Nobody had seen it like that.</p><span class="time">${shown}</span></div>`,
        )
        .join(
          '',
        )}</div><div class="more"><a href="/section/harbour?page=2">More articles</a></div></main><aside><h2>Most read</h2><ol><li><a href="/sport/boats-b1">Eight boats, one winner and a lot of rain</a></li><li><a href="/town/market-b2">The market moves to the square again</a></li><li><a href="/town/mayor-b3">The mayor says no to the new bridge</a></li></ol></aside>${FOOTER}`,
    ),
    entries: [
      ['/harbour/splicing-a1', 'Splicing an eye that holds for thirty years', 'article', '2024-03-28', null],
      ['/harbour/ferry-a2', 'The ferry that came in backwards', 'article', '2024-03-21', null],
      ['/harbour/video/hemp-a3', 'Hemp from the river meadows is back', 'video', '2024-03-14', null],
      ['/harbour/walk-a4', 'A walk along the longest shed in town', 'article', '2024-03-02', null],
      ['/harbour/tar-a5', 'What tar does to a hand', 'article', '2024-02-20', null],
      ['/harbour/bells-a6', 'Bells', 'article', '2024-02-11', null],
    ],
    older: '/section/harbour?page=2',
  },
  {
    name: 'a list that goes on only as one scrolls',
    path: '/stories',
    html: page(
      'Stories',
      `${NAV}<main><h1>Stories</h1><div class="infinite" data-next="/api/stories?cursor=abc">${STORIES.map(
        ([slug, title, , shown]) =>
          `<div class="card"><a href="/stories/${slug}"><h2>${title}</h2></a><span>${shown}</span></div>`,
      ).join('')}</div><button type="button" class="load">Load more</button></main>${FOOTER}`,
    ),
    entries: plain('/stories/').map(([path, ...rest]) => [path.replace(/\/$/, ''), ...rest] as const),
    older: null,
  },
  {
    name: 'Arabic, with its own digits and names of months',
    path: '/ar/archive/',
    html: page(
      'الأرشيف',
      `<nav><a href="/ar/">الرئيسية</a> <a href="/ar/about/">من نحن</a> <a href="/ar/contact/">اتصل بنا</a></nav><main><h1>الأرشيف</h1>${[
        ['rope', 'حكاية الحبل الذي لم ينقطع', '٢٨ مارس ٢٠٢٤'],
        ['ferry', 'العبّارة التي وصلت متأخرة', '٢١ مارس ٢٠٢٤'],
        ['lamp', 'فانوس على رصيف الميناء القديم', '٢ فبراير ٢٠٢٤'],
        ['tar', 'رائحة القطران في الصباح', '٣٠ ديسمبر ٢٠٢٣'],
      ]
        .map(
          ([slug = '', title = '', shown = '']) =>
            `<article><h2><a href="/ar/${slug}/">${title}</a></h2><span class="date">${shown}</span><p>كان الصباح باردا في المرفأ.</p></article>`,
        )
        .join('')}<nav><a href="/ar/archive/2/" rel="next">التالي</a></nav></main>`,
      { lang: 'ar" dir="rtl' },
    ),
    entries: [
      ['/ar/rope/', 'حكاية الحبل الذي لم ينقطع', 'article', '2024-03-28', null],
      ['/ar/ferry/', 'العبّارة التي وصلت متأخرة', 'article', '2024-03-21', null],
      ['/ar/lamp/', 'فانوس على رصيف الميناء القديم', 'article', '2024-02-02', null],
      ['/ar/tar/', 'رائحة القطران في الصباح', 'article', '2023-12-30', null],
    ],
    older: '/ar/archive/2/',
  },
  {
    name: 'Japanese, with its dates, an old post changed since',
    path: '/blog/category/rope',
    html: page(
      'ロープ',
      `<header><nav><ul><li><a href="/">ホーム</a></li><li><a href="/about">会社概要</a></li><li><a href="/contact">お問い合わせ</a></li></ul></nav></header><main><h1>ロープの記事一覧</h1><ul class="entries">${[
        ['rope', '三十年もつ綱の編み方を習う', '2024年3月28日', ''],
        ['ferry', '後ろ向きに入ってきた渡し船の話', '2024年3月21日', '2024年4月2日'],
        ['lamp', '港の灯りを数える夜', '2024年2月2日', ''],
        ['tar', '冬の朝のタールの匂い', '2023年12月30日', ''],
      ]
        .map(
          ([slug = '', title = '', shown = '', changed = '']) =>
            `<li><a href="/blog/${slug}">${title}</a><p class="meta">公開日：${shown}${changed === '' ? '' : ` 更新日：${changed}`}</p></li>`,
        )
        .join('')}</ul><p class="pager"><a href="/blog/category/rope?page=2">次のページ</a></p></main>`,
      { lang: 'ja' },
    ),
    entries: [
      ['/blog/rope', '三十年もつ綱の編み方を習う', 'article', '2024-03-28', null],
      ['/blog/ferry', '後ろ向きに入ってきた渡し船の話', 'article', '2024-03-21', '2024-04-02'],
      ['/blog/lamp', '港の灯りを数える夜', 'article', '2024-02-02', null],
      ['/blog/tar', '冬の朝のタールの匂い', 'article', '2023-12-30', null],
    ],
    older: '/blog/category/rope?page=2',
  },
  {
    name: 'titles without dates on the page, which its data has (JSON-LD)',
    path: '/magazine/',
    html: page(
      'Magazine',
      `${NAV}<main><h1>Magazine</h1><div class="list">${STORIES.map(
        ([slug, title]) =>
          `<div class="row"><a href="/magazine/${slug}">${title}</a><p>It begins where the last one ended.</p></div>`,
      ).join('')}</div></main>${FOOTER}`,
      {
        head: `<link rel="next" href="/magazine/?page=2"><script type="application/ld+json">${JSON.stringify({
          '@context': 'https://schema.org',
          '@type': 'CollectionPage',
          name: 'Magazine',
          mainEntity: {
            '@type': 'ItemList',
            itemListElement: STORIES.map(([slug, title, date], at) => ({
              '@type': 'ListItem',
              position: at + 1,
              item: {
                '@type': at === 2 ? 'VideoObject' : 'BlogPosting',
                url: `/magazine/${slug}`,
                headline: title,
                datePublished: date,
                ...(at === 0 ? { dateModified: '2024-04-05' } : {}),
              },
            })),
          },
        })}</script>`,
      },
    ),
    entries: STORIES.map(
      ([slug, title, date], at) =>
        [`/magazine/${slug}`, title, at === 2 ? 'video' : 'article', date, at === 0 ? '2024-04-05' : null] as const,
    ),
    older: '/magazine/?page=2',
  },
  {
    name: 'a few posts among many links of the site',
    path: '/blog/',
    html: page(
      'Blog',
      `${NAV}<nav class="mega"><ul>${Array.from({ length: 14 }, (_, at) => `<li><a href="/products/line-${at}">Products of the line number ${at}</a></li>`).join('')}</ul></nav><main><h1>Blog</h1>${STORIES.slice(
        0,
        3,
      )
        .map(
          ([slug, title, , shown]) =>
            `<div class="blog-item"><h2><a href="/blog/${slug}">${title}</a></h2><small>${shown} | <a href="/blog/author/ann">Ann Quay</a> | <a href="/blog/tag/yard">yard</a></small><p>The strands lay straight. <a href="/blog/${slug}">Read more</a></p></div>`,
        )
        .join('')}</main>${SIDEBAR}${FOOTER}`,
    ),
    entries: plain('/blog/')
      .slice(0, 3)
      .map(([path, ...rest]) => [path.replace(/\/$/, ''), ...rest] as const),
    older: null,
  },
  {
    name: 'rows with topics before their titles, their pages in numbers',
    path: '/journal?sort=new',
    html: page(
      'Journal',
      `${NAV}<div id="app"><h1>Journal</h1><div class="posts">${STORIES.map(
        ([slug, title, , shown], at) =>
          `<div class="post-item post-${at}"><a class="badge" href="/topics/${at % 2 === 0 ? 'rope' : 'yard'}">${at % 2 === 0 ? 'Rope and wire' : 'Life in the yard'}</a><a class="title" href="/journal/${slug}?utm_source=list">${title}</a><p class="meta"><a href="/people/ann">Ann Quay</a> · ${shown}${at === 3 ? ' · Updated 5 April 2024' : ''} · 4 min read</p></div>`,
      ).join(
        '',
      )}</div><div class="pages"><strong>1</strong> <a href="/journal?sort=new&amp;page=2">2</a> <a href="/journal?sort=new&amp;page=3">3</a> <a href="/journal?sort=new&amp;page=2">Next page</a></div></div>${FOOTER}`,
    ),
    entries: STORIES.map(
      ([slug, title, date], at) =>
        [`/journal/${slug}`, title, 'article', date, at === 3 ? '2024-04-05' : null] as const,
    ),
    older: '/journal?sort=new&page=2',
  },
  {
    name: 'days as terms, posts as what is said of them',
    path: '/notes/',
    html: page(
      'Notes',
      `${NAV}<main><h1>Notes</h1><dl class="notes">${STORIES.map(
        ([slug, title, , shown]) => `<dt>${shown}</dt><dd><a href="/notes/${slug}/">${title}</a></dd>`,
      ).join('')}</dl></main>${FOOTER}`,
    ),
    entries: plain('/notes/'),
    older: null,
  },
  {
    name: 'episodes to listen to, in German',
    path: '/podcast/',
    html: page(
      'Podcast',
      `<nav><a href="/">Startseite</a> <a href="/ueber-uns/">Über uns</a> <a href="/kontakt/">Kontakt</a></nav><main><h1>Alle Folgen</h1>${[
        ['12', 'Folge 12: Wie ein Auge dreißig Jahre hält', '28. März 2024'],
        ['11', 'Folge 11: Die Fähre kam rückwärts', '14. März 2024'],
        ['10', 'Folge 10: Hanf von den Flusswiesen', '30. Dezember 2023'],
      ]
        .map(
          ([number = '', title = '', shown = '']) =>
            `<section class="episode"><h2><a href="/podcast/folge-${number}/">${title}</a></h2><p class="datum">Veröffentlicht am ${shown}</p><audio controls src="/audio/${number}.mp3"></audio><a class="button" href="/podcast/folge-${number}/">Jetzt anhören</a></section>`,
        )
        .join('')}<p><a href="/podcast/seite/2/">Ältere Beiträge</a></p></main>`,
      { lang: 'de' },
    ),
    entries: [
      ['/podcast/folge-12/', 'Folge 12: Wie ein Auge dreißig Jahre hält', 'audio', '2024-03-28', null],
      ['/podcast/folge-11/', 'Folge 11: Die Fähre kam rückwärts', 'audio', '2024-03-14', null],
      ['/podcast/folge-10/', 'Folge 10: Hanf von den Flusswiesen', 'audio', '2023-12-30', null],
    ],
    older: '/podcast/seite/2/',
  },
];
