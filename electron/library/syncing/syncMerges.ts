// What two machines made of the same thing in; what both made of it out. Lists are united; of a value that can only be one, that which was written later
// counts. What belongs to a machine, such as a path on it, stays as it is here. Pure.
import { ownStateOf, type Article } from '#contract/article.ts';
import type { Settings } from '#contract/settings.ts';
import { withOwnOf } from '../restoring/mergeArticle.ts';

/** Settings of which each machine has its own. */
const OF_THE_MACHINE = [
  'doorCode',
  'privateHosts',
  'watchedFolder',
  'backupFolder',
  'savesPaused',
  'voices',
  'capBytes',
] as const;

/** The settings to be changed here; `isNewer` when those of the other machine were written later. */
export function settingsOfBoth(here: Settings, there: Settings, isNewer: boolean): Partial<Settings> {
  const [first, second] = isNewer ? [there, here] : [here, there];
  const own = Object.fromEntries(OF_THE_MACHINE.map((name) => [name, here[name]]));
  return {
    ...first,
    ...own,
    views: unite(first.views, second.views),
    rules: unite(first.rules, second.rules),
    keys: { ...second.keys, ...first.keys },
    dictionaries: unite(first.dictionaries, second.dictionaries, ({ name }) => name),
  };
}

/** The article here with what was made of it there; the same object when that adds nothing. */
export function articleOfBoth(here: Article, there: Article, isNewer: boolean): Article {
  if (!isNewer) return withOwnOf(here, there);
  const merged = withOwnOf({ ...here, ...ownStateOf(there) }, here);
  return JSON.stringify(ownStateOf(merged)) === JSON.stringify(ownStateOf(here)) ? here : merged;
}

const MOST = 100;

function unite<T extends object>(
  first: readonly T[],
  second: readonly T[],
  nameOf: (each: T) => unknown = (each) => Reflect.get(each, 'id'),
): readonly T[] {
  const known = new Set(first.map(nameOf));
  return [...first, ...second.filter((each) => !known.has(nameOf(each)))].slice(0, MOST);
}
