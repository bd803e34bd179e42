// `npm run gallery`: pictures of every screen of the real app into gallery/, one folder for each theme, size and language. Themes, screens, a size
// and a language may be named; what it does not know it refuses.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ElectronApplication, Page } from 'playwright/test';
import { LANGUAGES, type Language } from '#contract/language.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { ARTICLE } from '../../app/frames.ts';
import { fakeVoices } from '../../app/fakeVoices.ts';
import { appFolders, startApp, type AppFolders } from '../../helpers/electronApp.ts';
import { fillGallery } from './galleryLibrary.ts';
import { SCREENS } from './galleryScreens.ts';
import { EMPTY_SCREENS } from './galleryStates.ts';
import { fillTrips, TRIP_SCREENS } from './galleryTrips.ts';
import type { Go, Stage } from './goTo.ts';
import { stageAnswers, stageCalls, tellWindow } from './staging.ts';

const THEMES = ['paper', 'sepia', 'night', 'black', 'contrast', 'eink'] as const;
const SIZES = { large: [1280, 800], small: [900, 600] } as const;
/** A board hangs in full; its pictures have twice as many points, for one of them is shown to everybody. */
const BOARD_SIZES = { large: [1280, 1080], small: [900, 600] } as const;
const SHARP = '--force-device-scale-factor=2';
/** Pictures come, lists are asked for and what moves comes to rest. */
const REST_MS = 350;
/** Only the first word that is looked up waits for longer. */
const MOST_MS = 8_000;
const ALL_SCREENS: Readonly<Record<string, Go>> = { ...SCREENS, ...EMPTY_SCREENS, ...TRIP_SCREENS };
const USAGE = `use: npm run gallery -- [--theme ${THEMES.join(',')}] [--screen NAME,…] [--size large|small] [--lang en|de|ar]
screens: ${Object.keys(ALL_SCREENS).join(', ')}\n`;

/** Picks those of a list that were named, all when none were; throws on a name that is not in the list. */
function pick<T extends string>(named: string | undefined, list: readonly T[]): readonly T[] {
  if (named === undefined) return list;
  return named.split(',').map((name) => {
    const found = list.find((each) => each === name);
    if (found === undefined) throw new Error(`${name} is not known.\n${USAGE}`);
    return found;
  });
}

const { values } = parseArgs({
  options: {
    theme: { type: 'string' },
    screen: { type: 'string' },
    size: { type: 'string', default: 'large' },
    lang: { type: 'string', default: 'en' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(USAGE);
  process.exit();
}
const themes = pick(values.theme, THEMES);
const screens = pick(values.screen, Object.keys(ALL_SCREENS));
const sizes = pick(values.size, ['large', 'small'] as const);
const languages = pick(values.lang, LANGUAGES);

const root = process.env['QUALITY_ROOT'] ?? '';
const filled = appFolders();
const empty = appFolders();
const trips = appFolders();
const LIBRARIES = [
  { folders: filled, own: SCREENS, more: [] },
  { folders: empty, own: EMPTY_SCREENS, more: [] },
  { folders: trips, own: TRIP_SCREENS, more: [SHARP] },
] as const;
const isAsked = (own: Readonly<Record<string, Go>>): boolean => screens.some((name) => Object.hasOwn(own, name));
try {
  const addresses = isAsked(SCREENS) ? await fillGallery(filled.library, join(root, 'out')) : new Map<string, string>();
  if (isAsked(TRIP_SCREENS)) await fillTrips(trips.library, join(root, 'out', 'extractWorker.cjs'));
  for (const language of languages) {
    for (const theme of themes) {
      for (const { folders, own, more } of LIBRARIES) {
        const names = screens.filter((name) => Object.hasOwn(own, name));
        if (names.length === 0) continue;
        await set(folders, theme, language);
        const app = await startApp(folders, more);
        await stageCalls(app.electron);
        const shapes = folders === trips ? BOARD_SIZES : SIZES;
        for (const size of sizes)
          await shoot(app.electron, app.window, addresses, { theme, size, shape: shapes[size], language, names });
        await app.quit();
      }
    }
  }
} finally {
  filled.remove();
  empty.remove();
  trips.remove();
}

async function set(folders: AppFolders, theme: (typeof THEMES)[number], language: Language): Promise<void> {
  const library = await openLibrary(folders.library, { now: () => new Date() });
  await library.setSettings({ theme, language, resumes: false, firstStepsSeen: true });
  await library.close();
}

interface Manner {
  readonly theme: string;
  readonly size: keyof typeof SIZES;
  readonly shape: readonly [number, number];
  readonly language: Language;
  /** Of the screens. */
  readonly names: readonly string[];
}

/** Takes the pictures of one theme in one size; a screen that cannot be reached is told and left out. */
async function shoot(
  electron: ElectronApplication,
  page: Page,
  addresses: ReadonlyMap<string, string>,
  { theme, size, shape, language, names }: Manner,
): Promise<void> {
  const folder = join(root, 'gallery', `${theme}-${size}${language === 'en' ? '' : `-${language}`}`);
  mkdirSync(folder, { recursive: true });
  const [width, height] = shape;
  await electron.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
    width,
    height,
  ] as const);
  page.setDefaultTimeout(MOST_MS);
  await fakeVoices(page, [
    { name: 'Ada', lang: 'en-GB' },
    { name: 'Salma', lang: 'ar' },
  ]);
  const at = async (address: string): Promise<void> => {
    await page.mouse.move(4, height - 4);
    await page.evaluate((to) => {
      window.location.hash = to;
    }, address);
    await page.reload();
    await page.getByRole('main').waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
  };
  const stage: Stage = {
    page,
    at,
    answer: (answers) => stageAnswers(electron, answers),
    tell: (event, payload) => tellWindow(electron, event, payload),
    read: async (title) => {
      await at(addresses.get(title) ?? '#/library');
      await page.locator(`${ARTICLE}:not(.article-frame-waiting)`).waitFor();
      await page.waitForTimeout(REST_MS);
    },
  };
  for (const name of names) {
    try {
      await stageAnswers(electron, {});
      await ALL_SCREENS[name]?.(stage);
      await page.waitForTimeout(REST_MS);
      await page.screenshot({ path: join(folder, `${name}.png`) });
    } catch (failure) {
      process.stderr.write(`${theme} ${size} ${name}: ${String(failure).split('\n')[0] ?? ''}\n`);
    }
    // Paging is kept in the settings; the next screen begins with the flow that all have.
    if (name.endsWith('-pages')) await page.keyboard.press('v');
  }
  process.stdout.write(`${folder}\n`);
}
