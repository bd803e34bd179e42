// HTML from a clipboard comes in, with or without the header that Windows puts before it (CF_HTML); HTML whose relative addresses can be
// read goes out. Pictures that lie in files on a disk are named as what did not come along: a page must not reach for files.
import { isWeb, readUrl } from './address.ts';

/** Makes clipboard HTML a page. The page it was copied from is its base and not its address: a part of a page is not that page. */
export function readClipboardHtml(html: string): string {
  const header = /^\s*Version:\d[^<]{0,4000}/i.exec(html)?.[0] ?? '';
  const source = /^SourceURL:(\S{1,4000})/im.exec(header)?.[1];
  const url = source === undefined ? null : readUrl(source);
  const base = url !== null && isWeb(url) ? `<base href="${url.href.replaceAll('"', '%22')}">` : '';
  return base + withoutFiles(html.slice(header.length));
}

function withoutFiles(html: string): string {
  return html.replace(
    /(<img\s[^<>]{0,2000}?\bsrc\s*=\s*)(["'])file:[^"'<>]{0,2000}?([^"'<>/\\]{0,200})\2/gi,
    (_whole, start: string, quote: string, name: string) => {
      const bare = name.replace(/[^\w.-]/g, '-');
      return `${start}${quote}cid:${bare === '' ? 'picture' : bare}${quote}`;
    },
  );
}
