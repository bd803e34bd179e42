// The thread of the full-text index: reads article folders of the library it was told of, and answers what is looked for in them.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import type { ArticleId } from '#contract/article.ts';
import { serveIndex } from '../../search/serveIndex.ts';
import type { ReadDocument } from '../../search/fields.ts';
import { parseArticle } from '../../store/articleSchema.ts';
import { nodeDisk } from '../../store/disk.ts';
import { layoutOf } from '../../store/layout.ts';

const { library, isReadOnly } = v.parse(v.object({ library: v.string(), isReadOnly: v.boolean() }), workerData);
const layout = layoutOf(library);
const decoder = new TextDecoder();

async function readFile(id: ArticleId, name: string): Promise<string | undefined> {
  try {
    return decoder.decode(await nodeDisk.read(join(layout.article(id), name)));
  } catch (failure) {
    // It may be changing just now, or be damaged; the library tells of that where it is read.
    if (failure instanceof Error && 'code' in failure) return undefined;
    throw failure;
  }
}

async function read(id: ArticleId): Promise<ReadDocument | undefined> {
  const [facts, text] = [await readFile(id, 'article.json'), await readFile(id, 'content.txt')];
  if (facts === undefined || text === undefined) return undefined;
  try {
    const { title, byline, siteName, relatedLists } = parseArticle(JSON.parse(facts));
    const related = relatedLists.flatMap(({ entries }) => entries.map((entry) => entry.title));
    return {
      id,
      title,
      names: [byline, siteName].filter((name) => name !== null).join('\n'),
      keywords: '',
      notes: '',
      highlights: '',
      related: related.join('\n'),
      text,
    };
  } catch (failure) {
    if (failure instanceof Error) return undefined;
    throw failure;
  }
}

serveIndex(parentPort, {
  folder: layout.index,
  isReadOnly,
  read,
  readText: (id) => readFile(id, 'content.txt'),
});
