// The extractors that are measured, Layover first, each behind the same function. They load only in a measured process.
import { createRequire } from 'node:module';
import * as v from 'valibot';
import type { Extractor, RawAnswer } from './answer.ts';

/** The name of a measured system. */
export const SYSTEM_NAMES = [
  'layover',
  'readability-jsdom',
  'readability-linkedom',
  'defuddle-jsdom',
  'defuddle-linkedom',
] as const;

/** The name of a measured system. */
export type SystemName = (typeof SYSTEM_NAMES)[number];

interface System {
  readonly packages: readonly string[];
  readonly open: () => Promise<Extractor>;
}

const SYSTEMS: Readonly<Record<SystemName, System>> = {
  layover: { packages: [], open: openLayover },
  'readability-jsdom': { packages: ['@mozilla/readability', 'jsdom'], open: openReadabilityJsdom },
  'readability-linkedom': { packages: ['@mozilla/readability', 'linkedom'], open: openReadabilityLinkedom },
  'defuddle-jsdom': { packages: ['defuddle', 'jsdom'], open: openDefuddleJsdom },
  'defuddle-linkedom': { packages: ['defuddle', 'linkedom'], open: openDefuddleLinkedom },
};

/** Loads a system, warm enough to be asked. */
export function openSystem(name: SystemName): Promise<Extractor> {
  return SYSTEMS[name].open();
}

/** The versions behind a peer, such as `defuddle@1.0.0 jsdom@2.0.0`; empty for Layover, which changes with every edit. */
export function versionOf(name: SystemName): string {
  const require = createRequire(import.meta.url);
  return SYSTEMS[name].packages.map((id) => `${id}@${readVersion(require, id)}`).join(' ');
}

const Manifest = v.object({ name: v.string(), version: v.string() });

/** Some packages export no `package.json`, so it is looked for above their entry. */
function readVersion(require: NodeJS.Require, id: string): string {
  for (const folder of require.resolve.paths(id) ?? []) {
    try {
      return v.parse(Manifest, require(`${folder}/${id}/package.json`)).version;
    } catch {
      continue;
    }
  }
  throw new Error(`${id} is not installed; run npm install`);
}

async function openLayover(): Promise<Extractor> {
  const { extractArticle } = await import('../../../electron/extract/extract.ts');
  return (html, url) => {
    const found = extractArticle({ kind: 'html', text: html, address: url, fileName: null });
    return Promise.resolve({
      ...found,
      image: found.leadImage,
      related: found.relatedLists.flatMap((list) => list.entries),
    });
  };
}

async function openReadabilityJsdom(): Promise<Extractor> {
  const { Readability } = await import('@mozilla/readability');
  const { JSDOM, VirtualConsole } = await import('jsdom');
  return (html, url) => {
    const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
    const answer = fromReadability(new Readability(window.document).parse());
    window.close();
    return Promise.resolve(answer);
  };
}

async function openReadabilityLinkedom(): Promise<Extractor> {
  const { Readability } = await import('@mozilla/readability');
  const { parseHTML } = await import('linkedom');
  return (html) => Promise.resolve(fromReadability(new Readability(parseHTML(html).document).parse()));
}

// Defuddle may ask the network for some sites; `useAsync: false` forbids it.
async function openDefuddleJsdom(): Promise<Extractor> {
  const { Defuddle } = await import('defuddle/node');
  const { JSDOM, VirtualConsole } = await import('jsdom');
  return async (html, url) => {
    const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
    const answer = fromDefuddle(await Defuddle(window.document, url, { useAsync: false }));
    window.close();
    return answer;
  };
}

async function openDefuddleLinkedom(): Promise<Extractor> {
  const { Defuddle } = await import('defuddle/node');
  const { parseHTML } = await import('linkedom');
  return async (html, url) => fromDefuddle(await Defuddle(parseHTML(html).document, url, { useAsync: false }));
}

interface ReadabilityResult {
  readonly content?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly byline?: string | null | undefined;
  readonly publishedTime?: string | null | undefined;
  readonly siteName?: string | null | undefined;
  readonly lang?: string | null | undefined;
}

function fromReadability(result: ReadabilityResult | null): RawAnswer | null {
  if (result === null) return null;
  return {
    contentHtml: result.content ?? '',
    title: result.title,
    byline: result.byline,
    published: result.publishedTime,
    siteName: result.siteName,
    lang: result.lang,
  };
}

interface DefuddleResult {
  readonly content: string;
  readonly title: string;
  readonly author: string;
  readonly published: string;
  readonly site: string;
  readonly language: string;
  readonly image: string;
}

function fromDefuddle(result: DefuddleResult): RawAnswer {
  return {
    contentHtml: result.content,
    title: result.title,
    byline: result.author,
    published: result.published,
    siteName: result.site,
    lang: result.language,
    image: result.image,
  };
}
