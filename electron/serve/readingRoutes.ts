// What the calls about words and about an article outside of the window do.
import type { CallName } from '#contract/calls.ts';
import { AppError } from '#contract/errors.ts';
import { fileNameOf } from '#contract/fileName.ts';
import type { ReadingCalls } from '#contract/readingCalls.ts';
import type { Dictionaries } from '../library/dictionaries.ts';
import type { Layover } from '../layover.ts';
import { layoutOf } from '../store/layout.ts';
import { checked, inputs } from './input.ts';
import { printJob, type PrintJob } from './printLook.ts';
import { route, type Routes } from './router.ts';

/** What the system around the app does for these calls. */
export interface ReadingHost {
  readonly revealFolder: (folder: string) => void;
  /** Lets the person choose where to write a file, which then is there whole; `null` when they cancel. Throws `disk`. */
  readonly writeFile: (name: string, content: string | Uint8Array) => Promise<string | null>;
  /** Lets the person choose a file of a dictionary; `null` when they cancel. */
  readonly chooseDictionary: () => Promise<string | null>;
  /** Opens the system's print dialog; resolves when it is closed. Throws `disk` when there is no printer or it fails. */
  readonly print: (job: PrintJob) => Promise<void>;
  /** The bytes of a PDF. */
  readonly toPdf: (job: PrintJob) => Promise<Uint8Array>;
  /** Puts a text on the clipboard, plain and as HTML. */
  readonly copy: (text: string, html: string) => Promise<void>;
}

/** Makes their routes. */
export function readingRoutes(
  { library }: Layover,
  host: ReadingHost,
  dictionaries: Omit<Dictionaries, 'close'>,
): Pick<Routes, Extract<CallName, keyof ReadingCalls>> {
  return {
    'dictionary.list': route(checked(inputs.nothing), () => dictionaries.list()),
    'dictionary.add': route(checked(inputs.nothing), async () => {
      const file = await host.chooseDictionary();
      return file === null ? null : dictionaries.add(file);
    }),
    'dictionary.remove': route(checked(inputs.dictionary), ({ name }) => dictionaries.remove(name)),
    'dictionary.restore': route(checked(inputs.dictionary), ({ name }) => dictionaries.restore(name)),
    'dictionary.lookUp': route(checked(inputs.word), (question) => dictionaries.lookUp(question)),
    'article.print': route(checked(inputs.article), async ({ id }) =>
      host.print(printJob(await library.article(id), library.settings())),
    ),
    'article.pdf': route(checked(inputs.article), async ({ id }) => {
      const article = await library.article(id);
      const pdf = await host.toPdf(printJob(article, library.settings()));
      return host.writeFile(`${fileNameOf(article.title)}.pdf`, pdf);
    }),
    'article.reveal': route(checked(inputs.article), async ({ id }) => {
      // Throws when it is not there.
      await library.article(id);
      host.revealFolder(layoutOf(library.folder).article(id));
    }),
    'picture.reveal': route(checked(inputs.picture), async ({ file }) => {
      const path = await library.assetFile(file);
      if (path === undefined) throw new AppError('not-found', 'This picture is not on the disk any more.');
      host.revealFolder(path);
    }),
    'text.copy': route(checked(inputs.copied), ({ text, html }) => host.copy(text, html)),
  };
}
