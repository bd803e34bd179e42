// The screens of the gallery, by their names: how each is reached from a freshly reloaded window, in any language of the interface.
import { noteIn, pressIn } from '../../app/frames.ts';
import { SHOWN } from './galleryLibrary.ts';
import { QUESTION_SCREENS } from './galleryQuestions.ts';
import { STATE_SCREENS } from './galleryStates.ts';
import { all, at, clicked, firstRow, pressed, reading, scrolledTo, selected, selectIn, type Go } from './goTo.ts';

/** A press before the notes are known goes to where they stand, so it may need another. */
const openNote: Go = async (stage) => {
  for (let times = 0; times < 5 && (await noteIn(stage.page)) === null; times += 1) {
    await scrolledTo('h1')(stage);
    await pressIn(stage.page, '[role="doc-noteref"]');
    await stage.page.waitForTimeout(300);
  }
};

/** How each screen is reached. */
export const SCREENS: Readonly<Record<string, Go>> = {
  queue: at('#/queue'),
  'queue-hover': at('#/queue', ({ page }) => page.locator(firstRow).first().hover()),
  'queue-focus': at('#/queue', pressed('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab')),
  library: at('#/library'),
  'library-hover': at('#/library', ({ page }) => page.locator(firstRow).nth(2).hover()),
  'library-selected': at('#/library', selected),
  'library-tags': at('#/library', all(selected, pressed('g'))),
  'library-views': at('#/library', clicked('.views-button')),
  'library-search': at('#/library?q=keeper'),
  'library-nothing': at('#/library?q=xylophone'),
  highlights: at('#/library/highlights'),
  trash: at('#/library/trash'),
  storage: at('#/library/storage'),
  trips: at('#/trips'),
  trip: at('#/trips', ({ page }) => page.locator('.trip-line-name').first().click()),
  timeline: at('#/timeline'),
  'timeline-updated': at('#/timeline?by=updated'),
  'timeline-post': at('#/timeline', clicked('.post-row [data-row-main]', 2)),
  'timeline-selected': at('#/timeline', async ({ page }) => {
    await page.locator('.post-row [data-row-main]').nth(2).focus();
    await page.keyboard.press('Shift+ArrowDown');
  }),
  palette: at('#/queue', pressed('Control+k')),
  keys: at('#/queue', pressed('?')),
  save: at('#/queue', pressed('Control+n')),
  saves: at('#/queue', pressed('Control+j')),
  details: at('#/library', clicked('.badge')),
  reader: reading(SHOWN.sample),
  'reader-long-title': reading(SHOWN.winter),
  'reader-look': reading(SHOWN.pieces, 'a'),
  'reader-highlights': reading(SHOWN.winter, 'Shift+H'),
  'reader-selected': all(reading(SHOWN.winter), selectIn('.content p')),
  'reader-find': all(reading(SHOWN.winter, 'Control+f'), async ({ page }) => {
    await page.keyboard.type('keeper');
    await page.keyboard.press('Enter');
  }),
  'reader-look-up': all(reading(SHOWN.winter, 'd'), async ({ page }) => {
    await page.getByRole('dialog').getByRole('textbox').fill('harbour');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('heading', { name: 'harbour' }).first().waitFor({ timeout: 60_000 });
  }),
  'reader-outline': reading(SHOWN.pieces, 'u'),
  'reader-pieces': all(reading(SHOWN.pieces), scrolledTo('h2')),
  'reader-code': all(reading(SHOWN.pieces), scrolledTo('h2', 1)),
  'reader-note': all(reading(SHOWN.pieces), openNote),
  'reader-pages': reading(SHOWN.winter, 'v', 'PageDown'),
  'reader-listening': reading(SHOWN.winter, 'Shift+P'),
  'reader-image': reading(SHOWN.sample, 'i'),
  'reader-link': all(reading(SHOWN.lines), ({ page }) => pressIn(page, '.content a[href*="lamps"]')),
  'reader-german': reading(SHOWN.german),
  'reader-arabic': reading(SHOWN.arabic),
  'reader-arabic-pages': reading(SHOWN.arabic, 'v', 'PageDown'),
  'reader-arabic-highlights': all(reading(SHOWN.arabic, 'Shift+H'), selectIn('.content p')),
  'reader-arabic-find': all(reading(SHOWN.arabic, 'Control+f'), async ({ page }) => {
    await page.keyboard.type('البحر');
    await page.keyboard.press('Enter');
  }),
  'reader-hebrew': reading(SHOWN.hebrew),
  'reader-japanese': reading(SHOWN.japanese),
  ...STATE_SCREENS,
  ...QUESTION_SCREENS,
};
