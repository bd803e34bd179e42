// What two machines made of the same thing in; what both made of it out. Lists are united; of a value that can only be one, that which was written later
// counts. What belongs to a machine, such as a path on it, stays as it is here. Pure.
import { isDeepStrictEqual } from 'node:util';
import { ownStateOf, type Article } from '#contract/article.ts';
import type { Highlight } from '#contract/highlight.ts';
import { joinLists, type LastChange, type Listed } from '#contract/lastChanges.ts';
import { KEY_LIMITS } from '#contract/shortcut.ts';
import { joinTags } from '#contract/tags.ts';
import type { KeptHighlights } from '../../store/highlightSchema.ts';
import { nameIn, namesIn, type StoredSettings } from '../../store/settingsSchema.ts';
import type { TripRecord } from '../../store/tripFiles.ts';
import { withHighlights, withOwnOf } from '../restoring/mergeArticle.ts';
import { uniteTrips } from '../restoring/mergeTrip.ts';

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

/** The settings of both; `isNewer` when those of the other machine were written later. The same object when they add nothing. */
export function settingsOfBoth(here: StoredSettings, there: StoredSettings, isNewer: boolean): StoredSettings {
  const [first, second] = isNewer ? [there, here] : [here, there];
  const own = Object.fromEntries(OF_THE_MACHINE.map((name) => [name, here[name]]));
  const listed = (settings: StoredSettings): Listed => ({ names: namesIn(settings), changes: settings.changes });
  const { isGone, changes } = joinLists(listed(here), listed(there));
  const changedAt = (settings: StoredSettings, name: string): string =>
    settings.changes.find((change) => change.name === name)?.at ?? '';

  function listOfBoth<T extends { readonly id: string }>(
    list: 'views' | 'rules',
    ones: readonly T[],
    others: readonly T[],
  ): readonly T[] {
    const left = (each: T): boolean => !isGone(nameIn(list, each.id));
    const later = others.filter(({ id }) => changedAt(second, nameIn(list, id)) > changedAt(first, nameIn(list, id)));
    const byId = new Map(later.map((each) => [each.id, each]));
    return unite(ones.map((each) => byId.get(each.id) ?? each).filter(left), others.filter(left));
  }

  /** Of a command that both gave keys, those that were given later; of the same instant always the same ones. */
  function keysOfBoth(): StoredSettings['keys'] {
    const others = new Map(Object.entries(second.keys));
    const both = Object.entries({ ...second.keys, ...first.keys }).flatMap(([command, own]) => {
      const name = nameIn('keys', command);
      const [at, otherAt] = [changedAt(first, name), changedAt(second, name)];
      const other = others.get(command) ?? own;
      const isOther = otherAt > at || (at !== '' && otherAt === at && JSON.stringify(other) > JSON.stringify(own));
      return isGone(name) ? [] : [[command, isOther ? other : own] as const];
    });
    return Object.fromEntries(both.slice(0, KEY_LIMITS.commands));
  }

  const merged = {
    ...second,
    ...first,
    ...own,
    views: listOfBoth('views', first.views, second.views),
    rules: listOfBoth('rules', first.rules, second.rules),
    keys: keysOfBoth(),
    dictionaries: unite(first.dictionaries, second.dictionaries, ({ name }) => name),
    changes,
  };
  return isDeepStrictEqual(merged, here) ? here : merged;
}

/** The article here with what was made of it there; the same object when that adds nothing. A tag that was taken away on one of them later than it was put in on the other is gone. */
export function articleOfBoth(here: Article, there: Article, isNewer: boolean): Article {
  const theirs = { ...here, ...ownStateOf(there) };
  const [first, second] = isNewer ? [theirs, here] : [here, theirs];
  const merged = { ...withOwnOf(first, second), ...joinTags(first, second) };
  return JSON.stringify(ownStateOf(merged)) === JSON.stringify(ownStateOf(here)) ? here : merged;
}

/** The highlights here with those of there; the same object when those add nothing. One that was removed on one machine later than it was changed on the other is gone. */
export function highlightsOfBoth(here: KeptHighlights, there: KeptHighlights): KeptHighlights {
  const removed = new Set([...here.changes, ...there.changes].flatMap(({ name, isGone }) => (isGone ? [name] : [])));
  const listed = ({ highlights, changes }: KeptHighlights): Listed => ({
    names: new Set(highlights.map(({ id }) => id)),
    changes: [...changes, ...highlights.flatMap((each) => (removed.has(each.id) ? changeOf(each) : []))],
  });
  const { isGone, changes } = joinLists(listed(here), listed(there));
  const united = withHighlights(here.highlights, there.highlights);
  const highlights = united.some(({ id }) => isGone(id)) ? united.filter(({ id }) => !isGone(id)) : united;
  const isSame = highlights === here.highlights && JSON.stringify(changes) === JSON.stringify(here.changes);
  return isSame ? here : { highlights, changes };
}

/**
 * The trip here with what was made of it there; the same object when that adds nothing. An item that was taken out on one machine later than it was put in
 * on the other is gone, and one that was put in later is proposed again.
 */
export function tripOfBoth(here: TripRecord, there: TripRecord): TripRecord {
  const listed = ({ items, changes }: TripRecord): Listed => ({ names: new Set(items.map(({ key }) => key)), changes });
  const { isGone, changes } = joinLists(listed(here), listed(there));
  const changedAt = (trip: TripRecord): ReadonlyMap<string, string> => {
    const { names } = listed(trip);
    return new Map(trip.changes.flatMap(({ name, at, isGone: is }) => (is || names.has(name) ? [[name, at]] : [])));
  };
  const [atHere, atThere] = [changedAt(here), changedAt(there)];
  /** Who changed an item later knows whether the person wanted it no more. */
  const isRefused = (key: string): boolean => {
    const [ours, theirs] = [atHere.get(key) ?? '', atThere.get(key) ?? ''];
    return (ours >= theirs && here.refused.includes(key)) || (theirs >= ours && there.refused.includes(key));
  };
  const united = uniteTrips(here, there, isGone);
  const merged = {
    ...united,
    refused: united.refused.filter(isRefused),
    changes: changes.map((each) => ({ ...each })),
  };
  return isDeepStrictEqual(merged, here) ? here : merged;
}

/** That it was changed, as far as its file says when. */
function changeOf({ id, changed }: Highlight): readonly LastChange[] {
  const ms = Date.parse(changed);
  return Number.isNaN(ms) ? [] : [{ name: id, at: new Date(ms).toISOString(), isGone: false }];
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
