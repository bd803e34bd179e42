// axe-core on what is shown, for tests of their own screens: in the window, and in the article's document, in which no script runs.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';
import type { Theme } from '#contract/settings.ts';
import { expect } from '../helpers/appPage.ts';
import { ARTICLE } from './frames.ts';

declare global {
  // oxlint-disable-next-line no-unused-vars -- it is put there by the program below
  var axe: { readonly run: (context: Document, options?: RunOptions) => Promise<AxeResults> };
}

const program = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// `paper`, in which all rules are asked, comes first: it is what the tests' window wears.
const THEMES: readonly Exclude<Theme, 'system'>[] = ['paper', 'sepia', 'night', 'black', 'contrast', 'eink'];

/** The window has the landmarks; the article stands in its main one. */
const OF_WINDOWS = ['landmark-one-main', 'region'];

/** What is looked at, for the message of a failure, and rules that do not hold there. */
export interface Looked {
  readonly screen?: string;
  readonly except?: readonly string[];
}

/** All rules of axe on what is shown, and those about colours once more in each other theme. The test goes on and fails at its end. */
export async function expectNoFault(page: Page, { screen = '', except = [] }: Looked = {}): Promise<void> {
  expect.soft(await faultsIn(page, except), screen).toEqual([]);
}

/** The same for the document of the article that is open, as it is drawn: axe waits for itself by script, of which there is none there, so a copy is asked. */
export async function expectNoFaultInArticle(page: Page, { screen = '', except = [] }: Looked = {}): Promise<void> {
  const drawn = await page.evaluate((of) => {
    const frame = document.querySelector<HTMLIFrameElement>(of);
    const inner = frame?.contentDocument;
    const rules = [...(inner?.adoptedStyleSheets ?? [])].flatMap(({ cssRules }) => [...cssRules]);
    return {
      html: inner?.documentElement.outerHTML ?? '',
      head: `<head><base href="${inner?.baseURI ?? ''}"><style>${rules.map(({ cssText }) => cssText).join('\n')}</style>`,
      width: frame?.clientWidth ?? 0,
      height: frame?.clientHeight ?? 0,
    };
  }, ARTICLE);
  expect(drawn.html).toContain('<head>');
  const copy = await page.context().newPage();
  await copy.setViewportSize({ width: drawn.width, height: drawn.height });
  await copy.setContent(`<!doctype html>${drawn.html.replace('<head>', drawn.head)}`);
  expect.soft(await faultsIn(copy, [...except, ...OF_WINDOWS]), `${screen}, the article`).toEqual([]);
  await copy.close();
}

/**
 * Of the window, axe may not ask its frames: they have no script that could answer.
 * A theme changes colours and little else, so one walk through the screens is enough for all of them; that a person's choice
 * of a theme reaches the window and the article is shown in `looks.spec.ts`.
 */
async function faultsIn(page: Page, except: readonly string[]): Promise<readonly string[]> {
  // Half a megabyte, so once for each document.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(program);
  return page.evaluate(
    async ([rules, themes]) => {
      const worn = [...document.querySelectorAll<HTMLElement>('html, .reader')];
      const before = worn.map(({ dataset }) => dataset['theme'] ?? '');
      const found: string[] = [];
      for (const theme of themes) {
        for (const each of worn) each.dataset['theme'] = theme;
        // A colour half-way is none that anybody reads. What moves without end has no end to go to.
        for (const motion of document.getAnimations()) {
          if (motion.effect?.getComputedTiming().endTime !== Infinity) motion.finish();
        }
        const { violations } = await globalThis.axe.run(document, {
          iframes: false,
          preload: false,
          resultTypes: ['violations'],
          rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])),
          ...(theme === 'paper' ? {} : { runOnly: ['color-contrast', 'link-in-text-block'] }),
        });
        for (const { id, nodes } of violations)
          for (const { html, failureSummary } of nodes)
            found.push(`in ${theme}, ${id}: ${html} (${String(failureSummary)})`);
      }
      for (const [at, each] of worn.entries()) each.dataset['theme'] = before[at] ?? '';
      return found;
    },
    [except, THEMES] as const,
  );
}
