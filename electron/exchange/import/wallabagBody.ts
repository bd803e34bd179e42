// The `content` of an entry of wallabag comes in; the body goes out, or nothing where it is the sentence that stands for a failed fetch.
import type { ImportedBody } from '#contract/imports.ts';

const FAILED =
  /^\s*(?:<p>\s*)?(?:wallabag can(?:'|’|&#0?39;|&rsquo;)t retrieve contents for this article|\[unable to retrieve full-text content\])/i;

/** The body; `null` when there is none. */
export function wallabagBody(content: string | null): ImportedBody | null {
  if (content === null || FAILED.test(content.slice(0, 500)) || !hasSomething(content)) return null;
  return { kind: 'html', html: content };
}

/** Whether there is text between the tags, or a picture. */
function hasSomething(html: string): boolean {
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    const text = html.slice(at, tag < 0 ? html.length : tag);
    if (text.trim() !== '') return true;
    if (tag < 0) return false;
    if (/^<(?:img|picture|video|audio|iframe|svg)\b/i.test(html.slice(tag, tag + 10))) return true;
    const end = html.indexOf('>', tag);
    if (end < 0) return false;
    at = end + 1;
  }
  return false;
}
