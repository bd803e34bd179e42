// The steps by which screens of the gallery are reached, in any language of the interface.
import type { Page } from 'playwright/test';
import type { EventName, Events } from '#contract/calls.ts';
import { ARTICLE } from '../../app/frames.ts';
import { job } from '../../helpers/madeUp.ts';
import type { Answers } from './staging.ts';

/** A window on the library of the gallery. */
export interface Stage {
  readonly page: Page;
  /** Goes to an address of the window and waits for it to stand still. */
  at(address: string): Promise<void>;
  /** Opens an article by its title and waits until it is drawn. */
  read(title: string): Promise<void>;
  /** Calls are answered so until the next screen. */
  answer(answers: Answers): Promise<void>;
  /** Tells the window something. */
  tell<K extends EventName>(name: K, payload: Events[K]): Promise<void>;
}

/** How a screen is reached, or goes on from another. */
export type Go = (stage: Stage) => Promise<void>;

/** A row of whatever list the place shows. */
export const firstRow = 'main [data-row-main]';

/** One after the other. */
export const all =
  (...steps: readonly Go[]): Go =>
  async (stage) => {
    for (const step of steps) await step(stage);
  };

/** An address, and what comes then. */
export const at =
  (address: string, ...then: readonly Go[]): Go =>
  async (stage) => {
    await stage.at(address);
    await all(...then)(stage);
  };

/** With these answers instead of the app's own. */
export const given =
  (answers: Answers, go: Go): Go =>
  async (stage) => {
    await stage.answer(answers);
    await go(stage);
  };

/** Waits until something made the settings what they are, then brings a part of them to the top. */
export const part =
  (index: number, then: Go = () => Promise.resolve()): Go =>
  async (stage) => {
    await stage.at('#/settings');
    await then(stage);
    await stage.page.waitForTimeout(300);
    await stage.page
      .locator('.settings-part')
      .nth(index)
      .evaluate((each) => each.scrollIntoView({ block: 'start' }));
  };

/** A piece of work on the library, as far as it is said to be. */
export const running =
  (what: Parameters<typeof job>[0]): Go =>
  (stage) =>
    stage.tell('export.progress', job(what));

/** Keys. */
export const pressed =
  (...keys: readonly string[]): Go =>
  async ({ page }) => {
    for (const key of keys) await page.keyboard.press(key);
  };

/** An article, and keys. */
export const reading =
  (title: string, ...keys: readonly string[]): Go =>
  async (stage) => {
    await stage.read(title);
    await pressed(...keys)(stage);
  };

/** Text, wherever the focus is. */
export const typed =
  (text: string): Go =>
  ({ page }) =>
    page.keyboard.type(text);

/** A click on one of those that fit. */
export const clicked =
  (selector: string, which = 0): Go =>
  ({ page }) =>
    page.locator(selector).nth(which).click();

/** The second row of the list, selected. */
export const selected: Go = async ({ page }) => {
  await page.locator(firstRow).nth(1).focus();
  await page.keyboard.press('x');
};

/** Brings something of the open article to the top of the view, and waits until its place is kept. */
export const scrolledTo =
  (selector: string, which = 0): Go =>
  async ({ page }) => {
    await page.evaluate(
      ([frame, inner, index]) => {
        const own = document.querySelector<HTMLIFrameElement>(frame)?.contentDocument;
        own?.querySelectorAll(inner)[index]?.scrollIntoView();
      },
      [ARTICLE, selector, which] as const,
    );
    await page.waitForTimeout(300);
  };

/** Selects the second of what fits in the open article. */
export const selectIn =
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
