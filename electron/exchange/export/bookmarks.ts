// Articles as bookmarks in the form that all browsers read (Netscape's, as described by Microsoft), with their dates and tags and no folders. Pure.
import { keptAt } from '#contract/article.ts';
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
    const { reading, tags, note, title } = article;
    // What was archived is done with; of what was only read nothing is said, as it is not there either.
    const toRead = reading.archived ? ['0'] : reading.read === null ? ['1'] : [];
    const attributes = [
      ['HREF', address],
      ['ADD_DATE', seconds(keptAt(article))],
      ...(article.opened === null ? [] : [['LAST_VISIT', seconds(article.opened)]]),
      ...(tags.length === 0 ? [] : [['TAGS', tags.join(',')]]),
      ...toRead.map((value) => ['TOREAD', value]),
    ].map(([name, value]) => `${name}="${escapeHtml(value ?? '')}"`);
    // A description is what the person wrote; what the page says of itself would come back as that.
    const said = note === '' ? '' : `    <DD>${escapeHtml(note).replaceAll('\n', '<BR>')}\n`;
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
