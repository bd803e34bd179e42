// A number of articles in; the folder of a seeded library of that size out, made once and kept in an ignored cache. Refuses to hand out
// one that the store does not read back as it was made.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { layoutOf } from '../../../electron/store/layout.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { askProcess } from './askProcess.ts';
import { inventLanguages } from './languages.ts';
import { seededArticle, seededPicture } from './seededArticles.ts';
import { inventPosts, LAST_MS, type Posts } from './seededPosts.ts';
import { pack, writeSeededFrame, type SeededSizes } from './writeSeeded.ts';

/** Another number for every change of what is made: what was made before is then made anew. */
const GENERATOR = 1;
const SAMPLE = 60;

const sizesSchema = v.object({ textBytes: v.number(), bytes: v.number() });

/** A seeded library; whoever changes anything in it works on a copy (`copyLibrary`). */
export interface SeededLibrary {
  readonly folder: string;
  readonly posts: Posts;
  readonly sizes: SeededSizes;
}

/** Finds the library of `size` articles in the cache, or makes it: 100,000 take a few minutes. Throws when the store does not read a sample as it was made. */
export async function seedLibrary(size: number): Promise<SeededLibrary> {
  const cache = join(process.env['QUALITY_ROOT'] ?? '', '.cache/bench');
  const folder = join(cache, `library-${GENERATOR}-${size}`);
  const note = `${folder}.json`;
  const posts = inventPosts(inventLanguages(), size);
  if (!existsSync(note) || !existsSync(folder)) {
    process.stderr.write(`Making a library of ${size} articles, once…\n`);
    mkdirSync(cache, { recursive: true });
    const building = mkdtempSync(`${folder}.building-`);
    try {
      const sizes = await writeAll(building, size);
      await proveSample(building, posts);
      rmSync(folder, { recursive: true, force: true });
      renameSync(building, folder);
      writeFileSync(note, JSON.stringify(sizes));
    } finally {
      rmSync(building, { recursive: true, force: true });
    }
  }
  return { folder, posts, sizes: v.parse(sizesSchema, JSON.parse(readFileSync(note, 'utf8'))) };
}

async function writeAll(root: string, size: number): Promise<SeededSizes> {
  writeSeededFrame(root, seededPicture());
  const share = Math.ceil(size / Math.min(availableParallelism(), 4));
  const parts: Promise<SeededSizes>[] = [];
  for (let first = 0; first < size; first += share) {
    parts.push(writePart([root, size, first, Math.min(size, first + share)].map(String)));
  }
  const written = await Promise.all(parts);
  return written.reduce((sum, part) => ({
    textBytes: sum.textBytes + part.textBytes,
    bytes: sum.bytes + part.bytes,
  }));
}

async function writePart(args: readonly string[]): Promise<SeededSizes> {
  return v.parse(sizesSchema, await askProcess('seedProcess', args));
}

/** Opens a few of the articles as a library of their own and compares all that the store reads of them. */
async function proveSample(root: string, posts: Posts): Promise<void> {
  const sample = mkdtempSync(join(tmpdir(), 'layover-seeded-'));
  const picture = seededPicture();
  writeSeededFrame(sample, picture);
  const step = Math.max(1, Math.floor(posts.saved / SAMPLE));
  const seeded = Array.from({ length: Math.min(SAMPLE, posts.saved) }, (_, at) =>
    seededArticle(posts, at * step, picture),
  );
  for (const { article } of seeded) {
    const folder = layoutOf(sample).article(article.id);
    mkdirSync(dirname(folder), { recursive: true });
    cpSync(layoutOf(root).article(article.id), folder, { recursive: true });
  }
  const library = await openLibrary(sample, { now: () => new Date(LAST_MS) });
  try {
    if (library.catalogue.count !== seeded.length)
      throw new Error('the store does not read all of the seeded articles');
    for (const each of seeded) {
      const { article } = pack(each);
      const { id } = article;
      const read = {
        article: await library.article(id),
        content: await library.content(id),
        text: await library.text(id),
        original: Buffer.from((await library.original(id)).bytes).toString(),
      };
      const { content, text, original } = each.files;
      const made = { article, content, text, original: Buffer.from(original.bytes).toString() };
      if (!isDeepStrictEqual(read, made))
        throw new Error(`the store reads the seeded article ${id} otherwise than it was made`);
    }
  } finally {
    await library.close();
    rmSync(sample, { recursive: true, force: true });
  }
}
