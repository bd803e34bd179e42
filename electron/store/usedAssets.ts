// Every `article.json` of a library in, those of the trash, of copies and of what was moved aside too; the names of the pictures they need out.
import { join } from 'node:path';
import * as v from 'valibot';
import { isArticleId, type Article, type ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { readArticleFolder, type ReadingOptions } from './articleReading.ts';
import { listIfThere, type FolderEntry } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { idOfTrashed } from './layout.ts';

/** A name of an asset wherever it stands in a text. */
const NAMED = /\b([0-9a-f]{2})\/\1[0-9a-f]{62}\.[a-z0-9]{1,5}\b/g;
const FACTS = /^article\.json/;
/** What there is of an article in its folder, whatever became of the rest. */
const OF_ARTICLE = /^(?:article\.json|content\.html|content\.txt|original\.)/;
/** Facts that nobody need be able to show. */
const facts = v.looseObject({ images: v.array(v.unknown()) });

/** The names; `undefined` when one of the files cannot be read, because then nobody knows what it needs. Throws `AppError('disk')`. */
export async function usedAssets(
  articles: Iterable<ArticleId>,
  options: ReadingOptions,
): Promise<ReadonlySet<string> | undefined> {
  const { disk, layout } = options;
  const used = new Set<string>();
  const note = ({ images, siteIcon }: Article): void => {
    for (const { file } of images) used.add(file);
    if (siteIcon !== null) used.add(siteIcon);
  };
  try {
    for (const id of articles) note(await readArticleFolder(layout.article(id), id, options));
    for (const { name, kind } of await listIfThere(disk, layout.trash)) {
      const id = kind === 'folder' ? idOfTrashed(name) : undefined;
      if (id !== undefined) note(await readArticleFolder(join(layout.trash, name), id, options));
    }
    for (const { name: id, kind } of await listIfThere(disk, layout.versions)) {
      if (kind !== 'folder' || !isArticleId(id)) continue;
      for (const version of await disk.list(layout.versionsOf(id))) {
        if (version.kind !== 'folder') continue;
        note(await readArticleFolder(join(layout.versionsOf(id), version.name), id, options));
      }
    }
    if (!(await noteAside(layout.aside, used, options))) return undefined;
  } catch (failure) {
    if (failure instanceof AppError && failure.code !== 'disk') return undefined;
    throw toDiskError(failure, 'What the library holds could not be listed');
  }
  return used;
}

/** Whoever moved an article aside may yet bring it back. Notes what all of them below a folder need; answers whether that is known. Throws the system's error. */
async function noteAside(folder: string, used: Set<string>, options: ReadingOptions): Promise<boolean> {
  const entries = await listIfThere(options.disk, folder);
  const files = entries.filter(({ kind }) => kind === 'file');
  if (files.some(({ name }) => OF_ARTICLE.test(name)) && !(await noteFacts(folder, files, used, options))) return false;
  for (const { name, kind } of entries)
    if (kind === 'folder' && !(await noteAside(join(folder, name), used, options))) return false;
  return true;
}

/** Of facts that are damaged, their good copy and what its pages show count as well. */
async function noteFacts(
  folder: string,
  files: readonly FolderEntry[],
  used: Set<string>,
  { disk }: ReadingOptions,
): Promise<boolean> {
  let isKnown = false;
  for (const { name } of files) {
    if (!FACTS.test(name) && !name.endsWith('.html')) continue;
    const text = new TextDecoder().decode(await disk.read(join(folder, name)));
    for (const [file] of text.matchAll(NAMED)) used.add(file);
    isKnown ||= FACTS.test(name) && areFacts(text);
  }
  return isKnown;
}

function areFacts(text: string): boolean {
  try {
    return v.is(facts, JSON.parse(text));
  } catch (failure) {
    if (failure instanceof SyntaxError) return false;
    throw failure;
  }
}
