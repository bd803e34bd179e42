// One change to a library in a process of its own, so that it can be killed or refused something at any of its system calls. What it says goes out in
// `writev`, which nothing else here uses, so that its words are no call on the disk.
// Uses: oneChange FOLDER seed|CHANGE|hasty-CHANGE
import { writevSync } from 'node:fs';
import type { ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { openLibrary, type Library } from '../../../../electron/store/library.ts';
import { aHighlight } from '../../../helpers/highlights.ts';
import { aDraft, someFiles } from '../../../unit/store/drafts.ts';
import { CHANGED, isChange, SEEDED, type Change } from './changes.ts';

function say(word: string): void {
  writevSync(1, [Buffer.from(`${word}\n`)]);
}

async function seed(library: Library): Promise<void> {
  for (const title of SEEDED) await library.add(aDraft({ title }), someFiles(`${title}, the text.`));
  const [first] = library.catalogue.ids();
  if (first !== undefined) await library.update(first, (article) => ({ ...article, starred: true }));
  await library.setSettings({ theme: 'sepia' });
}

const MAKES: Readonly<Record<Change, (library: Library, id: ArticleId) => Promise<unknown>>> = {
  add: (library) => library.add(aDraft({ title: CHANGED }), someFiles(`${CHANGED}, the text.`)),
  update: (library, id) => library.update(id, (article) => ({ ...article, title: CHANGED })),
  replace: (library, id) => library.replace(id, aDraft({ title: CHANGED }), someFiles(`${CHANGED}, the text.`)),
  remove: (library, id) => library.remove(id),
  highlight: (library, id) => library.highlights.update(id, CHANGED, () => [aHighlight({ articleId: id })]),
  settings: (library) => library.setSettings({ theme: 'night' }),
};

async function run(folder: string, wish: string): Promise<void> {
  const library = await openLibrary(folder, { now: () => new Date() });
  say('open');
  if (wish === 'seed') await seed(library);
  else {
    const change = wish.replace(/^hasty-/, '');
    if (!isChange(change)) throw new Error(`${wish} is not known`);
    if (wish !== change) say('has');
    const [id] = library.catalogue.ids().toSorted();
    if (id === undefined) throw new Error('the library is empty');
    await MAKES[change](library, id);
    if (wish === change) say('has');
  }
  await library.close();
  say('closed');
}

const [folder = '', wish = ''] = process.argv.slice(2);
run(folder, wish).catch((failure: unknown) => {
  say(failure instanceof AppError ? `refused ${failure.code} ${failure.message}` : `threw ${String(failure)}`);
  process.exit(1);
});
