// axe-core on what is shown, for tests of their own screens: in the window, and in the article's document, in which no script runs.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';
import { expect } from '../helpers/appPage.ts';
import { ARTICLE } from './frames.ts';

declare global {
  // oxlint-disable-next-line no-unused-vars -- it is put there by the program below
  var axe: { readonly run: (context: Document, options?: RunOptions) => Promise<AxeResults> };
}

const program = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The window has the landmarks; the article stands in its main one. */
const OF_WINDOWS = ['landmark-one-main', 'region'];

/** What is looked at, for the message of a failure, and rules that do not hold there. */
export interface Looked {
  readonly screen?: string;
  readonly except?: readonly string[];
}

/** All rules of axe on what is shown (in other themes than `paper` those about colours), once nothing moves any more: a colour half-way is none that anybody reads. The test goes on and fails at its end. */
export async function expectNoFault(page: Page, { screen = '', except = [] }: Looked = {}): Promise<void> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
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

/** Of the window, axe may not ask its frames: they have no script that could answer. */
async function faultsIn(page: Page, except: readonly string[]): Promise<readonly string[]> {
  // Half a megabyte, so once for each document.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(program);
  return page.evaluate(async (rules) => {
    const { violations } = await globalThis.axe.run(document, {
      iframes: false,
      rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])),
      // A theme changes colours and nothing else, so in one of them all rules are asked, and in the others those about colours.
      ...(document.documentElement.dataset['theme'] === 'paper'
        ? {}
        : { runOnly: ['color-contrast', 'link-in-text-block'] }),
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} (${failureSummary})`),
    );
  }, except);
}
