// A range of article numbers and a folder in; their article folders out, as the store would write them but without waiting for the device.
// Only for a cache that can be made again.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Article } from '#contract/article.ts';
import { packContent } from '../../../electron/store/articleFiles.ts';
import { toJsonText } from '../../../electron/store/jsonAdapter.ts';
import { layoutOf } from '../../../electron/store/layout.ts';
import { seededArticle, type SeededArticle, type SeededPicture } from './seededArticles.ts';
import { LAST_MS, type Posts } from './seededPosts.ts';

/** What a number of articles weigh. */
export interface SeededSizes {
  /** Of all `content.txt`. */
  readonly textBytes: number;
  /** Of all files. */
  readonly bytes: number;
}

/** Writes the articles from `first` up to, not including, `end`. Throws the system's error. */
export function writeSeeded(
  root: string,
  posts: Posts,
  first: number,
  end: number,
  picture: SeededPicture,
): SeededSizes {
  const layout = layoutOf(root);
  let textBytes = 0;
  let bytes = 0;
  for (let number = first; number < end; number += 1) {
    const seeded = seededArticle(posts, number, picture);
    const packed = pack(seeded);
    const files = [['article.json', new TextEncoder().encode(toJsonText(packed.article))] as const, ...packed.files];
    const folder = layout.article(packed.article.id);
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of files) {
      writeFileSync(join(folder, name), content);
      bytes += content.byteLength;
      if (name === 'content.txt') textBytes += content.byteLength;
    }
  }
  return { textBytes, bytes };
}

/** Writes what a library holds beside its articles. */
export function writeSeededFrame(root: string, picture: SeededPicture): void {
  const layout = layoutOf(root);
  for (const folder of [layout.articles, layout.assets]) mkdirSync(folder, { recursive: true });
  const created = new Date(LAST_MS - 11 * 365 * 86_400_000).toISOString();
  writeFileSync(layout.libraryFile, toJsonText({ format: 1, created }));
  const asset = join(layout.assets, picture.file);
  mkdirSync(dirname(asset), { recursive: true });
  writeFileSync(asset, picture.bytes);
}

/** An article with its sizes, and the bytes of its files but for `article.json`. */
export function pack({ article, files }: SeededArticle): {
  readonly article: Article;
  readonly files: readonly (readonly [name: string, bytes: Uint8Array])[];
} {
  const packed = [
    ['content.html', packContent(files.content, article)],
    ['content.txt', new TextEncoder().encode(files.text)],
    // The quickest level: what is read back is the same.
    ['original.br', brotliCompressSync(files.original.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ] as const;
  const sizeBytes = packed.reduce((sum, [, content]) => sum + content.byteLength, article.report.sizeBytes);
  return { article: { ...article, report: { ...article.report, sizeBytes } }, files: packed };
}
