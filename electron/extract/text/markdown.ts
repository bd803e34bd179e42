// A Markdown document in; its HTML and the facts of its front matter come out.
import MarkdownIt from 'markdown-it';
import { readFrontMatter, type Headers } from './headers.ts';

/** Raw HTML passes through; the sanitiser comes after. */
const parser = new MarkdownIt({ html: true, linkify: true });

/** A rendered Markdown document and its front matter, empty when there is none. */
export interface MarkdownDocument {
  readonly html: string;
  readonly headers: Headers;
}

/** Tells a Markdown document by its file's name, its front matter, or marks that plain texts do not have. */
export function isMarkdown(text: string, fileName: string | null): boolean {
  if (fileName !== null && /\.(?:md|markdown|mdown|mkdn?|mdx)$/i.test(fileName)) return true;
  if (readFrontMatter(text) !== null) return true;
  const start = text.slice(0, 20_000);
  const marks = [
    /^#{1,6} \S/m,
    /\[[^\]\n]+\]\(\S+?\)/,
    /^```/m,
    /(?:^|\s)\*\*\S[^*\n]*\*\*/m,
    /^\|.+\|\s*\n\|[\s:|-]+\|/m,
    /^>\s+\S/m,
    /^\[[^\]\n]+\]:\s+\S/m,
  ];
  const found = marks.filter((mark) => mark.test(start)).length;
  return found >= 3 || (found === 2 && marks.slice(0, 2).every((mark) => mark.test(start)));
}

/** Renders CommonMark with tables and strike-through. */
export function renderMarkdown(text: string): MarkdownDocument {
  const matter = readFrontMatter(text);
  return { html: parser.render(matter?.body ?? text), headers: matter?.headers ?? new Map() };
}
