// More screens of the gallery: windows over the window, every part of the settings, and what is shown when something is under way, lacking or failed.
import type { CallName } from '#contract/calls.ts';
import type { ErrorReport } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import { DIAGNOSTICS, HEALTH, HEALTH_CHECKING, HEALTH_TROUBLE } from '../../helpers/madeUpHealth.ts';
import {
  BACKUPS,
  DISK,
  FEEDS,
  FEED_CHOICES,
  IMPORTS,
  LEFT_OUT,
  PREVIEW,
  RULES,
  SAVES,
  job,
} from '../../helpers/madeUp.ts';
import { SHOWN } from './galleryLibrary.ts';
import {
  all,
  at,
  clicked,
  given,
  part,
  pressed,
  reading,
  running,
  scrolledTo,
  selected,
  typed,
  type Go,
} from './goTo.ts';
import type { Answers } from './staging.ts';

/** Runs a command by its name, as the system's menu does. */
const command =
  (name: string): Go =>
  (stage) =>
    stage.tell('command.chosen', { command: name });

const DAMAGED: ErrorReport = {
  code: 'disk',
  message: 'The disk does not answer. What was saved is safe; see whether it is plugged in.',
};
const failing = (...names: readonly CallName[]): Answers =>
  Object.fromEntries(names.map((name) => [name, { error: DAMAGED }]));
const waiting = (name: CallName): Answers => ({ [name]: { never: true } });

const OFFLINE: ErrorReport = {
  code: 'network',
  message:
    'The name quay.example could not be looked up; the network seems to be down. Nothing was stored; your link is kept.',
  detail: detail('lookUpDown', 'quay.example'),
};
const READ_ONLY: Answers = { 'library.info': { over: { isReadOnly: true } } };
const ODD_LIBRARY: Answers = {
  'library.info': {
    over: { unreadable: [{ name: 'articles/ab/abcd', reason: 'A change of this article was interrupted.' }] },
  },
};
const FULL_STORAGE: Answers = {
  'settings.get': { over: { capBytes: 5_000_000_000, capPolicy: 'warn' } },
  'library.storage': {
    over: {
      cap: { capBytes: 5_000_000_000, overBytes: 310_000_000, articles: 42, copies: 7, freedBytes: 290_000_000 },
    },
  },
};

/** The button that archives, in the row under the pointer. */
const archived: Go = async ({ page }) => {
  const row = page.getByRole('article').nth(1);
  await row.hover();
  await row.locator('.article-row-actions button').nth(2).click();
};

/** What is known of an article of the list. */
const detailsOf =
  (title: string): Go =>
  async (stage) => {
    await stage.at(`#/library?q=${encodeURIComponent(`"${title}"`)}`);
    await stage.page.getByRole('article').filter({ hasText: title }).locator('.badge').click();
  };

const follow = all(at('#/settings'), command('feeds.follow'), ({ page }) =>
  page.locator('#follow-field').fill('quay.example'),
);
const importing = all(at('#/library'), command('import.open'));
const exporting = all(at('#/library'), command('library.export'));
const saving = all(at('#/queue'), pressed('Control+n'), typed('https://quay.example/winter'));
const drop: Go = ({ page }) =>
  page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add('https://quay.example/', 'text/uri-list');
    document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer, bubbles: true, cancelable: true }));
  });

/** How each of them is reached. */
export const STATE_SCREENS: Readonly<Record<string, Go>> = {
  'settings-reading': part(0),
  'settings-language': part(1),
  'settings-time': part(4),
  'settings-saving': given(
    { 'settings.get': { over: { watchedFolder: '/home/ada/Downloads/To read on the night train' } } },
    part(5),
  ),
  'settings-rules': given({ 'settings.get': { over: { rules: RULES } } }, part(6)),
  'settings-feeds': given({ 'feeds.list': { value: FEEDS } }, part(7)),
  'settings-browser': given(
    {
      'door.state': {
        value: {
          isOpen: true,
          code: 'qt52v4p7w47gj4k6etnbs6fnss',
          port: 17_843,
          bookmarklet: "javascript:(()=>fetch('http://127.0.0.1:17843/page',{method:'POST'}))()",
          failure: null,
        },
      },
    },
    part(8),
  ),
  'settings-backup': given(
    {
      'settings.get': { over: { backupFolder: BACKUPS.folder, backupEvery: 'week' } },
      'backup.state': { value: BACKUPS },
    },
    part(9),
  ),
  'settings-backup-running': part(9, running({ kind: 'backup', isVerifying: true, name: 'all.layover-backup' })),
  'settings-backup-done': part(9, running({ kind: 'backup', state: 'done', name: 'all.layover-backup', ...LEFT_OUT })),
  'settings-restored': part(
    9,
    running({ kind: 'restore', state: 'done', added: 12, merged: 4, name: 'all.layover-backup' }),
  ),
  'settings-restore-failed': part(9, running({ kind: 'restore', state: 'failed', error: DISK })),
  'settings-library': given(ODD_LIBRARY, part(10)),
  'settings-health': given({ 'health.state': { over: HEALTH } }, part(11)),
  'settings-health-trouble': given({ 'health.state': { over: HEALTH_TROUBLE } }, part(11)),
  'settings-health-checking': given({ 'health.state': { over: HEALTH_CHECKING } }, part(11)),
  'settings-health-failed': given(failing('health.state'), part(11)),
  diagnostics: given(
    { 'diagnostics.text': { value: DIAGNOSTICS } },
    all(at('#/settings'), command('help.diagnostics')),
  ),
  'settings-keys': part(12),
  'settings-key-changed': part(12, clicked('.keys-row > .button', 3)),
  'settings-failed': given(failing('door.state', 'dictionary.list', 'feeds.list', 'backup.state'), part(6)),
  'settings-read-only': given(READ_ONLY, part(5)),
  follow,
  'follow-looking': given(waiting('feeds.look'), all(follow, pressed('Enter'))),
  'follow-choices': given({ 'feeds.look': { value: FEED_CHOICES } }, all(follow, pressed('Enter'))),
  'follow-offline': given({ 'feeds.look': { error: OFFLINE } }, all(follow, pressed('Enter'))),
  export: exporting,
  'export-options': all(exporting, clicked('.export-kinds .export-choice', 1)),
  'export-selected': all(at('#/library'), selected, command('library.export')),
  'export-running': all(exporting, running({})),
  'export-done': given(
    { 'export.start': { value: job({ state: 'done', ...LEFT_OUT }) } },
    all(exporting, clicked('.export-go')),
  ),
  'export-failed': given(
    { 'export.start': { value: job({ state: 'failed', error: DISK }) } },
    all(exporting, clicked('.export-go')),
  ),
  import: importing,
  'import-looking': given(waiting('import.choose'), all(importing, clicked('.import-actions .button'))),
  'import-unknown': given(
    {
      'import.choose': {
        error: { code: 'bad-input', message: 'Nothing in this file is known to Layover. It is unchanged.' },
      },
    },
    all(importing, clicked('.import-actions .button')),
  ),
  'import-preview': given({ 'import.choose': { value: PREVIEW } }, all(importing, clicked('.import-actions .button'))),
  'import-list': given({ 'import.list': { value: IMPORTS } }, importing),
  'import-read-only': given(READ_ONLY, importing),
  'save-refused': given(
    { 'save.add': { error: DISK }, 'save.addMany': { error: DISK } },
    all(saving, pressed('Enter')),
  ),
  'saves-states': given({ 'save.list': { value: SAVES } }, all(at('#/queue'), pressed('Control+j'))),
  'saves-tray': given({ 'save.list': { value: SAVES } }, at('#/queue')),
  'saves-offline': given({ 'save.list': { value: SAVES.slice(6, 8) } }, at('#/queue')),
  'saves-paused': given(
    { 'save.list': { value: SAVES.slice(7, 8) }, 'settings.get': { over: { savesPaused: true } } },
    all(at('#/queue'), pressed('Control+j')),
  ),
  proposal: given(
    { 'save.proposals': { value: ['https://harbour.example/asked', 'https://tides.example/too'] } },
    at('#/queue'),
  ),
  'drop-target': all(at('#/queue'), drop),
  versions: all(detailsOf(SHOWN.plates), clicked('.details-versions')),
  'details-missing': detailsOf(SHOWN.missing),
  'reader-missing': all(reading(SHOWN.missing), scrolledTo('figure')),
  'versions-failed': given(failing('article.versions'), all(detailsOf(SHOWN.plates), clicked('.details-versions'))),
  'bulk-failures': given(
    {
      'articles.change': {
        value: {
          job: 1,
          kind: 'change',
          changed: 1,
          unchanged: 0,
          failed: 2,
          failures: [
            { id: null, title: SHOWN.winter, error: DISK },
            { id: null, title: null, error: { code: 'not-found', message: 'This is not in the library any more.' } },
          ],
          isCancelled: false,
          undo: 1,
        },
      },
    },
    all(
      at('#/library'),
      selected,
      pressed('Control+a', 'g'),
      typed('new'),
      pressed('Enter', 'Escape'),
      clicked('.toast-action'),
    ),
  ),
  'trash-question': all(at('#/library/trash'), clicked('.trash-tools .button')),
  'storage-over': given(FULL_STORAGE, at('#/library/storage')),
  'timeline-filter': all(at('#/timeline'), clicked('.filter-menu')),
  'timeline-nothing': all(at('#/timeline'), pressed('f'), typed('no such post')),
  'timeline-export': at('#/timeline', clicked('[aria-haspopup="true"].icon-button')),
  message: all(at('#/library'), archived),
  'message-failed': given(failing('article.mark'), all(at('#/library'), archived)),
  'palette-found': all(at('#/queue'), pressed('Control+k'), typed('a')),
  'palette-nothing': all(at('#/queue'), pressed('Control+k'), typed('xylophone')),
  'look-up-nothing': all(reading(SHOWN.winter, 'd'), async ({ page }) => {
    await page.getByRole('dialog').getByRole('textbox').fill('xylofone');
    await page.keyboard.press('Enter');
  }),
  'no-voice': reading(SHOWN.japanese, 'Shift+P'),
  'related-save': all(reading(SHOWN.winter), clicked('.related-tools .button-signal')),
  rebuilding: given(
    { 'library.progress': { value: { articles: { done: 1200, total: 4100 }, texts: null, lists: null } } },
    at('#/library'),
  ),
  'read-only': given(READ_ONLY, at('#/library')),
  'reader-read-only': given(READ_ONLY, reading(SHOWN.winter)),
  loading: given(waiting('library.columns'), at('#/library')),
  'library-failed': given(failing('library.columns'), at('#/library')),
  'rows-failed': given(failing('library.rows'), at('#/library')),
  'search-failed': given(failing('search.find'), at('#/library?q=keeper')),
  'timeline-failed': given(failing('timeline.view'), at('#/timeline')),
  'timeline-loading': given(waiting('timeline.view'), at('#/timeline')),
  'highlights-failed': given(failing('highlights.all'), at('#/library/highlights')),
  'trash-failed': given(failing('trash.list'), at('#/library/trash')),
  'storage-failed': given(failing('library.storage'), at('#/library/storage')),
  'reader-failed': given(failing('article.open'), at('#/library/article/aaaaaaaaaaaaaaaa')),
  'reader-gone': at('#/library/article/aaaaaaaaaaaaaaaa'),
  'reader-panel-failed': given(failing('highlights.of', 'related.similar'), reading(SHOWN.pieces, 'Shift+H')),
};

const ONE_FOLDER: Answers = { 'library.info': { over: { folder: '/home/ada/Layover', freeBytes: 212_400_000_000 } } };

/** The first steps, so many pages on. */
const firstStep = (pages: number): Go =>
  given(
    ONE_FOLDER,
    all(at('#/queue'), command('help.firstSteps'), async ({ page }) => {
      for (let on = 0; on < pages; on += 1) await page.locator('.first-steps-foot .button:last-child').click();
    }),
  );

/** Places of a library in which nothing is. */
export const EMPTY_SCREENS: Readonly<Record<string, Go>> = {
  'empty-queue': at('#/queue'),
  'empty-timeline': at('#/timeline'),
  'empty-library': at('#/library'),
  'empty-highlights': at('#/library/highlights'),
  'empty-trash': at('#/library/trash'),
  'empty-storage': at('#/library/storage'),
  'empty-export': all(at('#/library'), command('library.export')),
  'first-steps': firstStep(0),
  'first-steps-bring': firstStep(1),
  'first-steps-save': firstStep(2),
};
