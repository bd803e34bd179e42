// What each call does. The table is complete by its type; the work is done by the rooms.
import { join } from 'node:path';
import { AppError } from '#contract/errors.ts';
import type { Article, ArticleId } from '#contract/article.ts';
import { packColumns } from '#contract/packedColumns.ts';
import type { SystemMenu } from '#contract/menu.ts';
import { addStretch } from '#contract/readingSpeed.ts';
import { isUnderWay, type Save, type SaveSource } from '#contract/save.ts';
import type { ShellWords } from '#contract/shellWords.ts';
import { toVersion } from '#contract/versions.ts';
import { compareTexts } from '../library/saving/compareTexts.ts';
import { createArrivals } from '../library/arriving/arrivals.ts';
import type { AddOptions } from '../capture/queuedSave.ts';
import type { RenderedPage } from '../capture/renderedPage.ts';
import type { Dictionaries } from '../library/dictionaries.ts';
import type { DoorKeeper } from './doorKeeper.ts';
import type { Layover } from '../layover.ts';
import type { WatchKeeper } from '../library/arriving/watchKeeper.ts';
import { addressesOf } from '../library/exporting/exportItems.ts';
import type { ExportKeeper } from '../library/exporting/exportKeeper.ts';
import type { HealthKeeper } from '../library/care/libraryHealth.ts';
import type { FolderKeeper } from '../library/moving/folderKeeper.ts';
import type { UpdateKeeper } from '../library/updating/updateKeeper.ts';
import { exportHighlights } from './exportHighlights.ts';
import { feedRoutes } from './feedRoutes.ts';
import { folderRoutes, type FolderHost } from './folderRoutes.ts';
import { tripRoutes } from './tripRoutes.ts';
import { exportToFile } from './exportToFile.ts';
import { exportRoutes, type ExportHost } from './exportRoutes.ts';
import { checked, inputs } from './input.ts';
import { healthRoutes } from './healthRoutes.ts';
import { importRoutes, type ImportHost } from './importRoutes.ts';
import { readingRoutes, type ReadingHost } from './readingRoutes.ts';
import { markReading } from './markReading.ts';
import { route, type Routes } from './router.ts';
import { updateRoutes } from './updateRoutes.ts';

const MOST_TITLES = 40;

/** What the system around the app does for it. */
export interface Host extends ReadingHost, ImportHost, ExportHost, FolderHost {
  readonly version: string;
  /** Speaks with these words from now on. */
  readonly speak: (words: ShellWords) => void;
  /** Lets the person choose files, and answers their paths; empty when they cancel. */
  readonly chooseFiles: () => Promise<readonly string[]>;
  /** Opens an http(s) or mailto address in the system's program for it; throws `bad-input` for any other. */
  readonly openLink: (address: string) => Promise<void>;
  /**
   * Lets the person see a page and save what they see; `null` when they close it. `privateHost` may be a private one. Throws `bad-input` for what is
   * no web address.
   */
  readonly openPage: (address: string, privateHost: string | null) => Promise<RenderedPage | null>;
  /** Lets the person choose a folder; `null` when they cancel. */
  readonly chooseFolder: () => Promise<string | null>;
  /** Takes the system's keys for media, or leaves them to others again. */
  readonly takeMediaKeys: (isOn: boolean) => void;
  /** Makes the system's menu. */
  readonly setMenu: (menus: readonly SystemMenu[]) => void;
  /** The sample post, as a source to save. */
  readonly sample: () => Promise<SaveSource>;
}

/** What else goes on around a library. */
export interface Keepers {
  readonly door: Pick<DoorKeeper, 'state' | 'set'>;
  readonly watch: Pick<WatchKeeper, 'watch'>;
  readonly dictionaries: Omit<Dictionaries, 'close'>;
  readonly exports: ExportKeeper;
  readonly health: Omit<HealthKeeper, 'close'>;
  readonly folders: FolderKeeper;
  readonly updates: UpdateKeeper;
  /** Hands out what links of other programs asked to save, each once. */
  readonly proposals: () => readonly string[];
  /** Whether the app was started to do something: then it does that, and does not open where it was left. */
  readonly isAsked?: () => Promise<boolean>;
}

/** Makes the routes of an open library. */
export function createRoutes(
  layover: Layover,
  host: Host,
  {
    door,
    watch,
    dictionaries,
    exports,
    health,
    folders,
    updates,
    proposals,
    isAsked = () => Promise.resolve(false),
  }: Keepers,
): Routes {
  const { library, saves, timeline, highlights, care, ownNetwork } = layover;
  const { catalogue } = library;
  const add = (source: SaveSource, more: AddOptions = {}): Promise<Save> => saves.add(source, labelOf(source), more);
  const arrivals = createArrivals((source) => add(source), exports);
  return {
    'library.columns': route(checked(inputs.nothing), () => packColumns(catalogue.columns, catalogue.bySaved())),
    'library.rows': route(checked(inputs.rows), ({ rows }) => catalogue.cards(rows)),
    'library.card': route(checked(inputs.article), async ({ id }) => {
      const row = catalogue.rowOf(id);
      return row === undefined ? null : ((await catalogue.cards([row]))[0] ?? null);
    }),
    'library.titleRanks': route(checked(inputs.nothing), () => catalogue.titleRanks()),
    'library.titles': route(checked(inputs.query), async ({ query }) =>
      catalogue.cards(await layover.search.titles(query, MOST_TITLES)),
    ),
    'library.info': route(checked(inputs.nothing), async () => ({
      folder: library.folder,
      articles: library.catalogue.count,
      sizeBytes: library.catalogue.sizeBytes,
      freeBytes: await library.freeBytes().catch(() => null),
      isReadOnly: library.isReadOnly,
      readOnlyBecause: library.readOnlyBecause,
      heldElsewhere: library.heldElsewhere,
      unreadable: library.unreadable,
      version: host.version,
    })),
    'library.progress': route(checked(inputs.nothing), () => layover.progress()),
    'library.room': route(checked(inputs.nothing), () => layover.room()),
    'library.reveal': route(checked(inputs.nothing), () => host.revealFolder(library.folder)),
    'article.open': route(checked(inputs.article), async ({ id }) => {
      const article = await layover.inspect(id);
      return {
        article,
        page: `/article/${id}/`,
        savedLinks: await savedLinksOf(layover, article, await library.content(id)),
      };
    }),
    'related.best': route(checked(inputs.best), async ({ id, minutes }) =>
      layover.related.best(await layover.article(id), minutes),
    ),
    'related.older': route(checked(inputs.article), ({ id }) => layover.olderPosts(id)),
    'related.similar': route(checked(inputs.article), async ({ id }) =>
      layover.related.similar(await layover.article(id)),
    ),
    'article.mark': route(checked(inputs.mark), ({ id, isStarred, ...mark }) =>
      layover.change(id, (article) => ({
        ...article,
        starred: isStarred ?? article.starred,
        opened: mark.progress === undefined && mark.block === undefined ? article.opened : new Date().toISOString(),
        reading: markReading(article.reading, mark, new Date()),
      })),
    ),
    'reading.memory': route(checked(inputs.nothing), async () => {
      const { address, article, speed } = library.readingMemory();
      return { address, article, speed, resumes: library.settings().resumes && !(await isAsked()) };
    }),
    'reading.remember': route(checked(inputs.remember), async (where) => {
      await library.remember(() => where);
    }),
    'reading.measured': route(checked(inputs.measured), async ({ stretches }) => {
      if (!library.settings().measuresSpeed) return library.readingMemory().speed;
      return (await library.remember(({ speed }) => ({ speed: stretches.reduce(addStretch, speed) }))).speed;
    }),
    'reading.forget': route(checked(inputs.nothing), async () => (await library.remember(() => ({ speed: {} }))).speed),
    'article.setLook': route(checked(inputs.look), async ({ id, look }) => {
      await layover.change(id, (article) => ({ ...article, look }));
    }),
    'article.repair': route(checked(inputs.article), ({ id }) => layover.repair(id)),
    'article.versions': route(checked(inputs.article), async ({ id }) => {
      const current = await layover.article(id);
      const others = await library.versions(id);
      const all = [toVersion(current, true), ...others.map((each) => toVersion(each, false))];
      return all.sort((a, b) => (a.saved < b.saved ? 1 : -1));
    }),
    'article.compare': route(checked(inputs.versions), async ({ id, older, newer }) =>
      compareTexts(await library.versionText(id, older), await library.versionText(id, newer)),
    ),
    'article.takeVersion': route(checked(inputs.version), ({ id, saved }) => layover.takeVersion(id, saved)),
    'article.removeVersion': route(checked(inputs.version), ({ id, saved }) => library.removeVersion(id, saved)),
    'article.remove': route(checked(inputs.article), ({ id }) => layover.remove(id)),
    'article.restore': route(checked(inputs.article), ({ id }) => layover.restore(id)),
    'articles.change': route(checked(inputs.change), ({ target, change }) => care.change(target, change)),
    'articles.remove': route(checked(inputs.target), ({ target }) => care.remove(target)),
    'bulk.undo': route(checked(inputs.undo), ({ undo }) => care.undo(undo)),
    'bulk.cancel': route(checked(inputs.job), ({ job }) => care.cancel(job)),
    'trash.list': route(checked(inputs.trashPage), ({ from, count }) => care.trash(from, count)),
    'trash.restore': route(checked(inputs.trashed), ({ ids }) => care.restore(ids)),
    'trash.empty': route(checked(inputs.emptied), ({ ids }) => care.empty(ids)),
    'rules.apply': route(checked(inputs.rule), ({ id }) => care.applyRule(id)),
    'library.storage': route(checked(inputs.nothing), () => care.storage()),
    'save.add': route(checked(inputs.source), async ({ source, foundIn = null, isTyped = false }) => {
      const privateHost = isTyped && source.from === 'address' ? await ownNetwork.hostOf(source.address) : null;
      return add(source, { foundIn, privateHost });
    }),
    'save.addMany': route(checked(inputs.addresses), ({ addresses, ...how }) => layover.saveMany(addresses, how)),
    'save.dropped': route(checked(inputs.dropped), ({ path }) => arrivals.take(path)),
    'save.choose': route(checked(inputs.nothing), async () => {
      const paths = await host.chooseFiles();
      return (await Promise.all(paths.map((path) => arrivals.take(path)))).filter((save) => save !== null);
    }),
    'page.open': route(checked(inputs.link), async ({ url }) => {
      const page = await host.openPage(url, await ownNetwork.hostOf(url));
      return page === null ? null : add({ from: 'file', name: page.address, bytes: page.bytes });
    }),
    'save.sample': route(checked(inputs.nothing), async () => add(await host.sample())),
    'save.list': route(checked(inputs.nothing), () => saves.list()),
    'save.cancel': route(checked(inputs.save), ({ id }) => saves.cancel(id)),
    'save.retry': route(checked(inputs.save), ({ id }) => saves.retry(id)),
    'save.move': route(checked(inputs.move), ({ id, to }) => saves.move(id, to)),
    'save.cancelAll': route(checked(inputs.nothing), async () => {
      await Promise.all(saves.list().flatMap(({ id, progress }) => (isUnderWay(progress) ? [saves.cancel(id)] : [])));
    }),
    'save.retryFailed': route(checked(inputs.nothing), async () => {
      const failed = saves.list().filter(({ progress }) => progress.state === 'failed');
      await Promise.all(failed.map(({ id }) => saves.retry(id)));
    }),
    'save.dismiss': route(checked(inputs.save), ({ id }) => saves.dismiss(id)),
    'save.proposals': route(checked(inputs.nothing), () => proposals()),
    'door.state': route(checked(inputs.nothing), () => door.state()),
    'door.set': route(checked(inputs.door), ({ isOpen }) => door.set(isOpen)),
    'watch.choose': route(checked(inputs.nothing), async () => {
      const folder = await host.chooseFolder();
      if (folder !== null) await watch.watch(folder);
      return library.settings();
    }),
    'watch.stop': route(checked(inputs.nothing), async () => {
      await watch.watch(null);
      return library.settings();
    }),
    'search.find': route(checked(inputs.search), ({ query, order }) => layover.search.find(query, order)),
    'search.passages': route(checked(inputs.passages), ({ query, rows }) => layover.search.passages(query, rows)),
    'search.marks': route(checked(inputs.marks), ({ query, text }) => layover.search.marks(query, text)),
    'timeline.view': route(checked(inputs.timeline), (request) => timeline.view(request)),
    'timeline.facets': route(checked(inputs.facets), ({ axis, filter }) => timeline.facets(axis, filter)),
    'timeline.posts': route(checked(inputs.posts), ({ posts }) => timeline.posts(posts)),
    'timeline.details': route(checked(inputs.post), ({ post }) => timeline.details(post)),
    'timeline.export': route(checked(inputs.export), (wish) => exportToFile(wish, layover, host)),
    'timeline.postOf': route(checked(inputs.article), ({ id }) => timeline.postOf(id)),
    'highlights.of': route(checked(inputs.article), ({ id }) => highlights.of(id)),
    'highlights.all': route(checked(inputs.nothing), () => highlights.all()),
    'highlight.add': route(checked(inputs.newHighlight), ({ articleId, ...made }) => highlights.add(articleId, made)),
    'highlight.change': route(checked(inputs.highlightChange), ({ articleId, id, change }) =>
      highlights.change(articleId, id, change),
    ),
    'highlight.remove': route(checked(inputs.highlight), ({ articleId, id }) => highlights.remove(articleId, id)),
    'highlight.restore': route(checked(inputs.removedHighlight), ({ highlight }) => highlights.restore(highlight)),
    'highlights.refound': route(checked(inputs.refound), ({ articleId, found }) =>
      highlights.refound(articleId, found),
    ),
    'highlights.export': route(checked(inputs.highlightExport), (wish) => exportHighlights(wish, layover, host)),
    'settings.get': route(checked(inputs.nothing), () => library.settings()),
    'settings.set': route(checked(inputs.settings), async (change) => {
      // At once, so that nothing begins after the person has said so; a pause that could not be kept is taken back.
      if (change.savesPaused !== undefined && !library.isReadOnly) saves.setPaused(change.savesPaused);
      try {
        return await library.setSettings(change);
      } finally {
        saves.setPaused(library.isReadOnly || library.settings().savesPaused);
      }
    }),
    'menu.set': route(checked(inputs.menus), ({ menus }) => host.setMenu(menus)),
    ...readingRoutes(layover, host, dictionaries),
    ...importRoutes(layover, exports, host),
    ...exportRoutes(exports, host),
    ...feedRoutes(layover, host),
    ...folderRoutes(folders, host),
    ...updateRoutes(updates),
    'conflicts.list': route(checked(inputs.nothing), () => layover.syncing.list()),
    'conflicts.reveal': route(checked(inputs.nothing), () => host.revealFolder(join(library.folder, 'conflicts'))),
    ...tripRoutes(layover),
    ...healthRoutes(health, host),
    'network.back': route(checked(inputs.nothing), () => {
      saves.nudge();
      layover.feeds.nudge();
    }),
    'network.allow': route(checked(inputs.host), (asked) => ownNetwork.allow(asked.host)),
    'network.forget': route(checked(inputs.host), (asked) => ownNetwork.forget(asked.host)),
    'window.words': route(checked(inputs.shellWords), (words) => host.speak(words)),
    'listening.set': route(checked(inputs.listening), ({ isOn }) => host.takeMediaKeys(isOn)),
    'link.open': route(checked(inputs.link), ({ url }) => host.openLink(url)),
  };
}

/** What a person calls a save before it has a title. */
export function labelOf(source: SaveSource): string {
  if (source.from === 'address') return source.address.trim();
  if (source.from === 'file') return source.name;
  const words = source.text.trim().replace(/\s+/g, ' ');
  if (words === '') throw new AppError('bad-input', 'There was nothing to save in what was pasted.');
  return words.length > 80 ? `${words.slice(0, 79)}…` : words;
}

async function savedLinksOf(
  layover: Layover,
  article: Article,
  content: string,
): Promise<Readonly<Record<string, ArticleId>>> {
  const saved: Record<string, ArticleId> = {};
  for (const url of addressesOf(article, content)) {
    const id = await layover.savedAt(url);
    if (id !== undefined) saved[url] = id;
  }
  return saved;
}
