// Articles as bookmarks in the form that all browsers read (Netscape's, as described by Microsoft), with their dates and tags and no folders. Pure.
import { escapeHtml } from '#contract/escapeHtml.ts';
import { webAddressOf } from './exportArticle.ts';
import { isMissing, type ExportItem } from './exportItem.ts';

const HEAD = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file.
     It will be read and overwritten.
     DO NOT EDIT! -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
`;

/** The file, a piece for each article that has an address on the web. */
export async function* toBookmarks(items: AsyncIterable<ExportItem>): AsyncGenerator<string, void> {
  yield HEAD;
  for await (const item of items) {
    if (isMissing(item)) continue;
    const { article } = item;
    const address = webAddressOf(article);
    if (address === null) continue;
    const { reading, tags, excerpt, title } = article;
    const attributes = [
      ['HREF', address],
      ['ADD_DATE', seconds(article.saved)],
      ...(article.opened === null ? [] : [['LAST_VISIT', seconds(article.opened)]]),
      ...(tags.length === 0 ? [] : [['TAGS', tags.join(',')]]),
      ...(reading.read === null && !reading.archived ? [['TOREAD', '1']] : []),
    ].map(([name, value]) => `${name}="${escapeHtml(value ?? '')}"`);
    const said = excerpt === null || excerpt.trim() === '' ? '' : `    <DD>${oneLine(excerpt)}\n`;
    yield `    <DT><A ${attributes.join(' ')}>${oneLine(title)}</A>\n${said}`;
  }
  yield '</DL><p>\n';
}

function seconds(instant: string): string {
  return String(Math.floor(Date.parse(instant) / 1000));
}

function oneLine(text: string): string {
  return escapeHtml(text.replace(/\s+/g, ' ').trim());
}
