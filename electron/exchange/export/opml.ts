// Articles as an outline of links (OPML 2.0), for outliners and readers of lists. Pure.
import { keptAt } from '#contract/article.ts';
import { webAddressOf } from './exportArticle.ts';
import { isMissing, type ExportItem } from './exportItem.ts';
import { element, escapeXml, writeXml } from './xhtml.ts';

/** The file, a piece for each article; one without an address on the web is an outline of text. */
export async function* toOpml(
  items: AsyncIterable<ExportItem>,
  title: string,
  exported: string,
): AsyncGenerator<string, void> {
  const date = new Date(exported).toUTCString();
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n<head><title>${escapeXml(title)}</title><dateCreated>${date}</dateCreated></head>\n<body>\n`;
  for await (const item of items) {
    if (isMissing(item)) continue;
    const { article } = item;
    const address = webAddressOf(article);
    const outline = element('outline', {
      text: article.title.replace(/\s+/g, ' ').trim(),
      ...(address === null ? {} : { type: 'link', url: address }),
      created: new Date(keptAt(article)).toUTCString(),
      // A slash would make a path of it.
      category: article.tags.length === 0 ? undefined : article.tags.map((tag) => tag.replaceAll('/', ' ')).join(','),
    });
    yield `${writeXml([outline])}\n`;
  }
  yield '</body>\n</opml>\n';
}
