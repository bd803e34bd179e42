// A trip and its articles in; one file of HTML out, piece by piece, that needs nothing else: pictures are in it, it asks no network, runs no script,
// follows the system between light and dark, and prints well. No more of it is held than one picture and one article's text. Pure.
import { keptAt, type Article, type ArticleId, type RelatedList } from '#contract/article.ts';
import { escapeHtml } from '#contract/escapeHtml.ts';
import { filled } from '#contract/exportWords.ts';
import { webAddressOf, type ExportArticle, type ReadPicture } from './exportArticle.ts';
import { isMissing, type ExportItem, type MissingArticle } from './exportItem.ts';
import { packedContent } from './packedContent.ts';
import {
  boardNodes,
  dateFacts,
  linked,
  separated,
  summaryNodes,
  timelineNodes,
  webOf,
  type PackLinks,
  type TripFacts,
} from './tripFront.ts';
import { TRIP_PAGE_STYLE } from './tripPageStyle.ts';
import { element, languageTag, writeXml, type XElement, type XNode } from './xhtml.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The file; `ids` are its articles in their order. Throws what reading articles and pictures throws. */
export async function* tripPage(
  facts: TripFacts,
  ids: readonly ArticleId[],
  items: AsyncIterable<ExportItem>,
  readPicture: ReadPicture,
): AsyncGenerator<string, void> {
  const { words, board } = facts;
  const within = new Set(ids);
  const links: PackLinks = {
    article: (id) => (within.has(id) ? `#${anchorOf(id)}` : undefined),
    web: (address) => (/^https?:\/\//i.test(address) ? address : undefined),
  };
  yield head(facts);
  yield `${writeXml([coverNode(facts)])}\n<main>\n${writeXml(frontNodes(facts, ids, links))}`;
  let place = 0;
  for await (const item of items) {
    const next = ids[(place += 1)];
    const after = next === undefined ? undefined : board.rows.find(({ articleId }) => articleId === next);
    const nextUp = next === undefined || after === undefined ? [] : [nextNode(after.title, next, facts)];
    if (isMissing(item)) yield writeXml([missingNode(item, facts, nextUp)]);
    else yield* articlePieces(item, facts, links, nextUp, readPicture);
  }
  yield `</main>\n${writeXml([element('footer', { class: 'colophon' }, [element('p', {}, [filled(words.madeWith, 'date', facts.wording.instant(facts.exported))])])])}
</body>
</html>
`;
}

/** The id of an article's part of the file; ids within it begin with it. */
function anchorOf(id: ArticleId): string {
  return `a-${id}`;
}

function head({ board, words }: TripFacts): string {
  return `<!doctype html>
<html lang="${words.lang}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escapeHtml(board.trip.name)}</title>
<style>
${TRIP_PAGE_STYLE}</style>
</head>
<body>
`;
}

function coverNode(facts: TripFacts): XElement {
  const { board, words } = facts;
  return element('header', { class: 'cover', id: 'cover' }, [
    element('p', { class: 'over' }, [words.trip]),
    element('h1', {}, [element('bdi', {}, [board.trip.name])]),
    ...summaryNodes(facts),
    element('nav', { 'aria-label': words.contents }, [
      element(
        'ul',
        {},
        places(words).map(([id, name]) => element('li', {}, [element('a', { href: `#${id}` }, [name])])),
      ),
    ]),
  ]);
}

function frontNodes(facts: TripFacts, ids: readonly ArticleId[], links: PackLinks): readonly XNode[] {
  const { words } = facts;
  const part = (id: string, title: string, nodes: readonly XNode[]): XElement =>
    element('section', { id, class: 'front', 'aria-labelledby': `${id}-title` }, [
      element('h2', { id: `${id}-title` }, [title]),
      '\n',
      ...nodes,
      '\n',
    ]);
  return [
    part('board', words.board, boardNodes(facts, links)),
    '\n',
    part('contents', words.contents, [contentsNode(facts, ids, links)]),
    '\n',
    part('timeline', words.timeline, timelineNodes(facts, links)),
    '\n',
  ];
}

function places(words: TripFacts['words']): readonly (readonly [id: string, name: string])[] {
  return [
    ['board', words.board],
    ['contents', words.contents],
    ['timeline', words.timeline],
  ];
}

function contentsNode({ board, wording }: TripFacts, ids: readonly ArticleId[], links: PackLinks): XElement {
  const rows = new Map(board.rows.map((row) => [row.articleId, row]));
  return element(
    'ol',
    { class: 'contents' },
    ids.flatMap((id) => {
      const row = rows.get(id);
      if (row === undefined) return [];
      return [
        element('li', {}, [
          linked(row.title, links.article(id)),
          ' ',
          element('small', {}, separated([row.site ?? '', wording.minutes(Math.ceil(row.minutesLeft))])),
        ]),
        '\n',
      ];
    }),
  );
}

async function* articlePieces(
  { article, content, links: known }: ExportArticle,
  facts: TripFacts,
  links: PackLinks,
  nextUp: readonly XNode[],
  readPicture: ReadPicture,
): AsyncGenerator<string, void> {
  const linkTo = (address: string): string | undefined => {
    const id = known.get(address);
    return id === undefined ? undefined : links.article(id);
  };
  const { id, title, byline, siteName, published, lang, dir } = article;
  const date = published === null ? '' : facts.wording.date(published);
  yield `<article id="${anchorOf(id)}" lang="${languageTag(lang) ?? ''}" dir="${dir}">\n${writeXml([backNode(facts)])}\n<header><h2>${escapeHtml(title.trim() === '' ? '…' : title)}</h2>${writeXml([element('p', { class: 'meta' }, separated([byline ?? '', siteName ?? '', date]))])}</header>\n<div class="content">\n`;
  yield* packedContent(content, { prefix: anchorOf(id), linkTo, readPicture });
  yield `\n</div>\n${writeXml([
    ...article.relatedLists.flatMap((list) => relatedNode(list, facts, links, linkTo)),
    element('footer', { lang: facts.words.lang, dir: facts.words.dir }, [sourceNode(article, facts), ...nextUp]),
  ])}\n</article>\n`;
}

/** No landmark: there would be as many as articles. */
function backNode({ words }: TripFacts): XElement {
  return element(
    'p',
    { class: 'back', lang: words.lang, dir: words.dir },
    places(words).map(([id, name]) => element('a', { href: `#${id}` }, [name])),
  );
}

function relatedNode(
  { heading, entries }: RelatedList,
  { words, wording }: TripFacts,
  links: PackLinks,
  linkTo: (address: string) => string | undefined,
): readonly XNode[] {
  if (entries.length === 0) return [];
  const own = { lang: words.lang, dir: words.dir };
  const items = entries.map((entry) => {
    const here = entry.url === null ? undefined : linkTo(entry.url);
    const facts = [...(here === undefined ? [] : [words.inTrip]), ...dateFacts(entry, words, wording)];
    return element('li', { class: here === undefined ? undefined : 'here' }, [
      linked(entry.title === '' ? (entry.url ?? '') : entry.title, here ?? webOf(entry.url, links)),
      ...(facts.length === 0 ? [] : [' ', element('small', own, separated(facts))]),
    ]);
  });
  const said =
    heading === null || heading.trim() === '' ? element('h3', own, [words.related]) : element('h3', {}, [heading]);
  return [element('section', { class: 'related' }, [said, element('ul', {}, items)]), '\n'];
}

/** "Saved from ADDRESS on DATE", in the order of the language. */
function sourceNode(article: Article, { words, wording }: TripFacts): XElement {
  const address = webAddressOf(article);
  const date = wording.instant(keptAt(article));
  if (address === null) return element('p', { class: 'source' }, [filled(words.savedOn, 'date', date)]);
  const [before = '', after = ''] = filled(words.savedFrom, 'date', date).split('{address}');
  const link = element('a', { href: address }, [element('bdi', {}, [address])]);
  return element('p', { class: 'source' }, [before, link, after]);
}

function nextNode(title: string, id: ArticleId, { words }: TripFacts): XElement {
  return element('p', { class: 'next' }, [
    element('span', { class: 'label' }, [words.next]),
    ' ',
    linked(title, `#${anchorOf(id)}`),
  ]);
}

/** In the place of an article that could not be read. */
function missingNode({ id, title, reason }: MissingArticle, facts: TripFacts, nextUp: readonly XNode[]): XElement {
  return element('article', { id: anchorOf(id) }, [
    backNode(facts),
    element('header', {}, [element('h2', {}, [element('bdi', {}, [title])])]),
    element('p', { class: 'missing' }, [filled(facts.words.unreadable, 'reason', reason)]),
    element('footer', {}, nextUp),
  ]);
}
