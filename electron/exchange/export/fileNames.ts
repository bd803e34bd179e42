// Titles in; names of files out that every system and every program for notes takes, each once however its letters are written. Pure.
import type { ArticleId } from '#contract/article.ts';
import { fileNameOf } from '#contract/fileName.ts';

/** For each article the name of its file without an ending; of equal titles the later ones have a number. */
export function fileNames(articles: Iterable<readonly [id: ArticleId, title: string]>): ReadonlyMap<ArticleId, string> {
  const taken = new Map<string, number>();
  const names = new Map<ArticleId, string>();
  for (const [id, title] of articles) {
    // What means something in links of notes.
    const plain = fileNameOf(title.replace(/[#^[\]{}`%]+/g, ' '));
    const key = plain.toLowerCase();
    let count = (taken.get(key) ?? 0) + 1;
    let name = count === 1 ? plain : `${plain} ${count}`;
    while (count > 1 && taken.has(name.toLowerCase())) {
      count += 1;
      name = `${plain} ${count}`;
    }
    taken.set(key, count);
    if (count > 1) taken.set(name.toLowerCase(), 1);
    names.set(id, name);
  }
  return names;
}
