// An outline (OPML 1.0 and 2.0) comes in; its feeds go out as addresses to follow, its links as items. Names of attributes in any case.
import type { Draft } from './finding.ts';
import { markupTokens } from './markupTokens.ts';

const MOST_DEPTH = 100;

interface Outline {
  readonly name: string;
  readonly isComment: boolean;
}

/** Reads the outlines. Those that are commented out, and lists that lie elsewhere, are no items. */
export function* readOpml(text: string): Generator<Draft> {
  const open: Outline[] = [];
  let tooDeep = 0;
  let row = 0;
  for (const token of markupTokens(text, 'xml')) {
    if (token.kind === 'text' || token.name !== 'outline') continue;
    if (token.kind === 'close') {
      if (tooDeep > 0) tooDeep -= 1;
      else open.pop();
      continue;
    }
    const { attributes } = token;
    const title = attributes.get('title')?.trim() || attributes.get('text')?.trim() || '';
    const isComment = attributes.get('iscomment')?.toLowerCase() === 'true' || open.at(-1)?.isComment === true;
    const folders = open.map(({ name }) => name).filter((name) => name !== '');
    if (open.length < MOST_DEPTH) open.push({ name: title, isComment });
    else tooDeep += 1;
    const type = attributes.get('type')?.toLowerCase() ?? '';
    const feed = attributes.get('xmlurl')?.trim() ?? '';
    const page = attributes.get('url')?.trim() || attributes.get('htmlurl')?.trim() || '';
    if (feed === '' && page === '') continue;
    if (isComment || type === 'include') {
      row += 1;
      yield { kind: 'skip', row, label: title === '' ? page : title, skip: 'not-saved' };
    } else if (feed !== '') {
      yield { kind: 'feed', address: feed, title: title === '' ? null : title, folders };
    } else {
      row += 1;
      yield {
        kind: 'item',
        row,
        address: page,
        title,
        saved: attributes.get('created') ?? null,
        tags: categoriesOf(attributes.get('category') ?? ''),
        folders: [folders],
      };
    }
  }
}

/** Parted by commas, each a path from a root that OPML writes as a slash. */
function categoriesOf(text: string): readonly string[] {
  return text.split(',').map((path) => path.trim().replace(/^\/+/, ''));
}
