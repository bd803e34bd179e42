// The screens of the gallery, by their names: how each is reached from a freshly reloaded window, in any language of the interface.
import type { Page } from 'playwright/test';
import { ARTICLE, pressIn } from '../../app/frames.ts';
import { SHOWN } from './galleryLibrary.ts';

/** A window on the library of the gallery. */
export interface Stage {
  readonly page: Page;
  /** Goes to an address of the window and waits for it to stand still. */
  at(address: string): Promise<void>;
  /** Opens an article by its title and waits until it is drawn. */
  read(title: string): Promise<void>;
}

type Go = (stage: Stage) => Promise<void>;

const at =
  (address: string, then: Go = () => Promise.resolve()): Go =>
  async (stage) => {
    await stage.at(address);
    await then(stage);
  };

const reading =
  (title: string, ...keys: readonly string[]): Go =>
  async (stage) => {
    await stage.read(title);
    for (const key of keys) await stage.page.keyboard.press(key);
  };

const pressed =
  (...keys: readonly string[]): Go =>
  async ({ page }) => {
    for (const key of keys) await page.keyboard.press(key);
  };

const firstRow = '[data-row-main]';

const selected: Go = async ({ page }) => {
  await page.locator(firstRow).nth(1).focus();
  await page.keyboard.press('x');
};

const scrolled =
  (share: number): Go =>
  async ({ page }) => {
    await page.evaluate((part) => {
      const boxes = [...document.querySelectorAll('main, main *')];
      const box = boxes.find(
        (each) => each.scrollHeight > each.clientHeight + 40 && /auto|scroll/.test(getComputedStyle(each).overflowY),
      );
      if (box !== undefined) box.scrollTop = (box.scrollHeight - box.clientHeight) * part;
    }, share);
  };

const selectIn =
  (selector: string): Go =>
  async ({ page }) => {
    await page.evaluate(
      ([frame, inner]) => {
        const own = document.querySelector<HTMLIFrameElement>(frame)?.contentDocument;
        const block = own?.querySelectorAll(inner)[1];
        if (block !== undefined) own?.getSelection()?.selectAllChildren(block);
      },
      [ARTICLE, selector] as const,
    );
  };

const all =
  (...steps: readonly Go[]): Go =>
  async (stage) => {
    for (const step of steps) await step(stage);
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
  'library-views': at('#/library', ({ page }) => page.locator('.views-button').click()),
  'library-search': at('#/library?q=keeper'),
  'library-nothing': at('#/library?q=xylophone'),
  highlights: at('#/library/highlights'),
  trash: at('#/library/trash'),
  storage: at('#/library/storage'),
  timeline: at('#/timeline'),
  'timeline-updated': at('#/timeline?by=updated'),
  'timeline-post': at('#/timeline', ({ page }) => page.locator('.post-row [data-row-main]').nth(2).click()),
  'timeline-selected': at('#/timeline', async ({ page }) => {
    await page.locator('.post-row [data-row-main]').nth(2).focus();
    await page.keyboard.press('Shift+ArrowDown');
  }),
  settings: at('#/settings'),
  'settings-2': at('#/settings', scrolled(0.15)),
  'settings-3': at('#/settings', scrolled(0.3)),
  'settings-4': at('#/settings', scrolled(0.45)),
  'settings-end': at('#/settings', scrolled(1)),
  palette: at('#/queue', pressed('Control+k')),
  keys: at('#/queue', pressed('?')),
  save: at('#/queue', pressed('Control+n')),
  saves: at('#/queue', pressed('Control+j')),
  details: at('#/library', ({ page }) => page.locator('.badge').first().click()),
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
  'reader-pieces': all(reading(SHOWN.pieces), ({ page }) =>
    page.evaluate((frame) => {
      document.querySelector<HTMLIFrameElement>(frame)?.contentDocument?.querySelector('h2')?.scrollIntoView();
    }, ARTICLE),
  ),
  'reader-code': all(reading(SHOWN.pieces), ({ page }) =>
    page.evaluate((frame) => {
      document.querySelector<HTMLIFrameElement>(frame)?.contentDocument?.querySelectorAll('h2')[1]?.scrollIntoView();
    }, ARTICLE),
  ),
  'reader-note': all(reading(SHOWN.pieces), ({ page }) => pressIn(page, '[role="doc-noteref"]')),
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
};
