// A seeded library in; a SQLite database with a contentless FTS5 index of the same words out, and its answers. The peer of the app's own
// search: the same fields and weights, cut into the same words, merged into one segment ('optimize'), nothing else asked of it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import * as v from 'valibot';
import { wordsOf } from '../../../electron/search/words.ts';
import { seededArticle, seededPicture } from './seededArticles.ts';
import type { BenchQuery } from './querySet.ts';
import type { SeededLibrary } from './seedLibrary.ts';

/** A question that FTS5 has an expression for. */
export interface Fts5Query extends BenchQuery {
  readonly match: string;
}

/** What the peer cost to make. */
export interface Fts5Cost {
  /** Of inserting and merging alone; reading and cutting texts is left out. */
  readonly buildMs: number;
  readonly sizeBytes: number;
}

/** A made database. */
export interface Fts5 extends Fts5Cost {
  readonly path: string;
}

const BATCH = 2_000;
const costSchema = v.object({ buildMs: v.number(), sizeBytes: v.number() });

/** Finds the database in the cache beside the library, or makes it. Made anew when texts are cut in another way. */
export function makeFts5({ folder, posts }: SeededLibrary): Fts5 {
  const cutting = join(process.env['QUALITY_ROOT'] ?? '', 'electron/search/words.ts');
  const version = createHash('sha256').update(readFileSync(cutting)).digest('hex').slice(0, 8);
  const path = `${folder}.fts5-${version}.db`;
  const note = `${path}.json`;
  if (!existsSync(note) || !existsSync(path)) {
    process.stderr.write(`Making the FTS5 index of ${posts.saved} articles, once…\n`);
    const building = `${path}.building`;
    rmSync(building, { force: true });
    const buildMs = fill(building, posts);
    renameSync(building, path);
    writeFileSync(note, JSON.stringify({ buildMs, sizeBytes: statSync(path).size }));
  }
  return { path, ...v.parse(costSchema, JSON.parse(readFileSync(note, 'utf8'))) };
}

function fill(path: string, posts: SeededLibrary['posts']): number {
  const database = new Database(path);
  // Nothing of it need survive a crash.
  database.exec('PRAGMA journal_mode = OFF');
  database.exec('PRAGMA synchronous = OFF');
  database.exec(
    `CREATE VIRTUAL TABLE texts USING fts5(title, names, related, text, content='', tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'")`,
  );
  database.exec(`INSERT INTO texts(texts, rank) VALUES('rank', 'bm25(4.0, 2.0, 0.5, 1.0)')`);
  database.exec('CREATE TABLE facts(number INTEGER PRIMARY KEY, site TEXT, saved TEXT)');
  const insertText = database.prepare('INSERT INTO texts(rowid, title, names, related, text) VALUES(?, ?, ?, ?, ?)');
  const insertFacts = database.prepare('INSERT INTO facts VALUES(?, ?, ?)');
  const picture = seededPicture();
  let buildMs = 0;
  const timed = (task: () => void): void => {
    const started = performance.now();
    task();
    buildMs += performance.now() - started;
  };
  for (let first = 0; first < posts.saved; first += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, posts.saved - first) }, (_, index) => {
      const number = first + index;
      const { article, files } = seededArticle(posts, number, picture);
      const related = article.relatedLists.flatMap(({ entries }) => entries.map(({ title }) => title)).join('\n');
      const names = [article.byline, article.siteName].join('\n');
      // Numbered in the order of saving, so that the newest are found without sorting.
      return {
        texts: [number + 1, ...[article.title, names, related, files.text].map(spaced)],
        facts: [number + 1, posts.post(number).site.host, article.saved],
      };
    });
    timed(() => {
      database.exec('BEGIN');
      for (const { texts, facts } of rows) {
        insertText.run(...texts);
        insertFacts.run(...facts);
      }
      database.exec('COMMIT');
    });
  }
  timed(() => database.exec(`INSERT INTO texts(texts) VALUES('optimize')`));
  database.close();
  return buildMs;
}

function spaced(text: string): string {
  return wordsOf(text)
    .map(({ term }) => term)
    .join(' ');
}

/** Opens the database and answers queries: the first twenty, and how many there are in all. */
export function openFts5(path: string): {
  first(query: Fts5Query): readonly unknown[];
  count(query: Fts5Query): number;
  close(): void;
} {
  const database = new Database(path, { readonly: true });
  const from = ({ site, since }: BenchQuery): string =>
    site === null && since === null
      ? 'FROM texts WHERE texts MATCH ?'
      : `FROM texts JOIN facts ON facts.number = texts.rowid WHERE texts MATCH ? AND ${site === null ? 'facts.saved >= ?' : 'facts.site = ?'}`;
  const given = (query: Fts5Query): readonly string[] =>
    [query.match, query.site, query.since].filter((each) => each !== null);
  return {
    first: (query) =>
      database
        .prepare(
          `SELECT texts.rowid ${from(query)} ORDER BY ${query.order === 'rank' ? 'rank' : 'texts.rowid DESC'} LIMIT 20`,
        )
        .all(...given(query)),
    count(query) {
      const [row] = database.prepare(`SELECT count(*) AS hits ${from(query)}`).all(...given(query));
      return v.parse(v.object({ hits: v.number() }), row).hits;
    },
    close: () => void database.close(),
  };
}
