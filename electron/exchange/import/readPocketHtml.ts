// The HTML of Pocket's old exporter, of PaperSpan and of Instapaper comes in: headings, and under each a list of links. The links go out;
// the heading is the only thing that tells whether one was read.
import type { Draft } from './finding.ts';
import { markupTokens } from './markupTokens.ts';

/** Reads the links. */
export function* readPocketHtml(text: string): Generator<Draft> {
  let row = 0;
  let heading = '';
  let link: ReadonlyMap<string, string> | null = null;
  let words = '';
  let isHeading = false;
  const isArchive = (): boolean => /archive/i.test(heading);
  for (const token of markupTokens(text, 'html')) {
    if (token.kind === 'text') {
      if (isHeading) heading += token.text;
      if (link !== null) words += token.text;
      continue;
    }
    const endsLink =
      token.kind === 'close' ? token.name === 'a' || token.name === 'li' : /^(?:a|li|h[1-6])$/.test(token.name);
    if (link !== null && endsLink) {
      row += 1;
      yield itemOf(row, link, words, isArchive(), heading);
      link = null;
    }
    if (/^h[1-6]$/.test(token.name)) {
      isHeading = token.kind === 'open';
      if (isHeading) heading = '';
    }
    if (token.kind === 'open' && token.name === 'a' && token.attributes.has('href')) {
      link = token.attributes;
      words = '';
    }
  }
  if (link !== null) yield itemOf(row + 1, link, words, isArchive(), heading);
}

function itemOf(
  row: number,
  link: ReadonlyMap<string, string>,
  title: string,
  archived: boolean,
  heading: string,
): Draft {
  const folder = heading.trim();
  return {
    kind: 'item',
    row,
    address: link.get('href') ?? null,
    title,
    saved: link.get('time_added') ?? null,
    tags: (link.get('tags') ?? '').split(','),
    archived,
    starred: /^(?:starred|liked|favorites)$/i.test(folder),
    // Instapaper's own folders have headings as well.
    folders: /^(?:unread|read later|read archive|archive|archived|starred|liked|favorites)$/i.test(folder)
      ? []
      : [[folder]],
    progress: Number(link.get('time_read') ?? 0) > 0 ? 1 : null,
  };
}
