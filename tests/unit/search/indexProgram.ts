// Works on an index without a pause, until it is killed: folder and seed in, a line out when it begins.
import { isArticleId, type ArticleId } from '#contract/article.ts';
import type { SearchDocument } from '../../../electron/search/fields.ts';
import { openSearchIndex } from '../../../electron/search/searchIndex.ts';
import { seededRandom } from '../store/drafts.ts';
import { aVersion, idOf, packedIds } from './randomLibrary.ts';

const [folder = '', seed = '0'] = process.argv.slice(2);
const random = seededRandom(Number(seed));
const COUNT = 60;

/** Which version each article is in, by number; -1 when it is not there. */
const versions = Array.from({ length: COUNT }, () => Math.floor(random() * 4) - 1);

function documents(): readonly SearchDocument[] {
  return versions.flatMap((version, number) => (version < 0 ? [] : [aVersion(number, version)]));
}

function read(id: ArticleId): Promise<SearchDocument | undefined> {
  return Promise.resolve(isArticleId(id) ? documents().find((document) => document.id === id) : undefined);
}

async function work(): Promise<never> {
  const index = openSearchIndex({ folder, read, flushAt: 4 });
  process.stdout.write('open\n');
  for (;;) {
    const wanted = documents();
    await index.reconcile(
      packedIds(wanted),
      Uint32Array.from(wanted, ({ stamp }) => stamp),
    );
    for (let change = 0; change < 40; change += 1) {
      const number = Math.floor(random() * COUNT);
      const version = Math.floor(random() * 4) - 1;
      versions[number] = version;
      if (version < 0) index.remove(idOf(number));
      else index.put(aVersion(number, version));
      if (random() < 0.3) await index.settled();
    }
  }
}

void work();
