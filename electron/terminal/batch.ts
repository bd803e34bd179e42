// The command line's `extract --batch`: a JSON line naming a page in, a JSON line with its extraction or its failure out.
import { readFile, stat } from 'node:fs/promises';
import * as v from 'valibot';
import { AppError, toErrorReport, type ErrorReport } from '#contract/errors.ts';
import type { ExtractInput, Extraction } from '../extract/extraction.ts';
import { createExtractPool } from '../extract/pool.ts';

/** Bytes to text; `isHtml` lets the page's own declaration count. */
export type Decode = (bytes: Uint8Array, headerCharset: string | null, isHtml: boolean) => { readonly text: string };

/** What answering a line needs. */
export interface BatchTools {
  readonly extract: (input: ExtractInput) => Promise<Extraction>;
  readonly decode: Decode;
}

/** What a line of a batch asks. `url` is the address the page was found at; a text that is no address counts as none. */
const BatchRequest = v.object({
  id: v.union([v.string(), v.number()]),
  url: v.nullish(v.string()),
  html_path: v.pipe(v.string(), v.nonEmpty()),
});

const Named = v.object({ id: v.union([v.string(), v.number()]) });

/** The id of a line, echoed as it came; `null` when the line had none. */
export type BatchId = string | number | null;

/** No page comes near it; it guards the memory of the program that reads the files. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Answers every line in order, each as soon as it has come, until there are no more. Blank lines are passed over. One page
 * is in memory at a time, and no page ends the run.
 */
export async function runBatch(
  lines: AsyncIterable<string>,
  write: (line: string) => Promise<void>,
  options: { readonly workerFile: string; readonly decode: Decode },
): Promise<void> {
  const pool = createExtractPool(options.workerFile, { size: 1 });
  const tools: BatchTools = { extract: (input) => pool.extract(input), decode: options.decode };
  try {
    for await (const line of lines) {
      if (line.trim() !== '') await write(`${await answerBatchLine(line, tools)}\n`);
    }
  } finally {
    await pool.close();
  }
}

/** The answer to one line, itself one line of JSON without its line break. Never rejects. */
export async function answerBatchLine(line: string, tools: BatchTools): Promise<string> {
  const started = performance.now();
  let id: BatchId = null;
  try {
    const asked = parseLine(line);
    id = v.is(Named, asked) ? asked.id : null;
    const request = v.safeParse(BatchRequest, asked);
    if (!request.success) throw badLine(request.issues[0].message);
    const { html_path: path, url } = request.output;
    const isText = /\.(txt|text|md|markdown)$/i.test(path);
    const { text } = tools.decode(await readPage(path), null, !isText);
    const extraction = await tools.extract({
      kind: isText ? 'text' : 'html',
      text,
      address: url ?? null,
      fileName: path.split(/[\\/]/).pop() ?? null,
    });
    return JSON.stringify(batchAnswer(request.output.id, extraction, performance.now() - started));
  } catch (failure) {
    return JSON.stringify({ id, error: toErrorReport(failure) } satisfies { id: BatchId; error: ErrorReport });
  }
}

/** An extraction in the form of the batch contract; `ms` is the time it took, given to a tenth. */
export function batchAnswer(id: string | number, extraction: Extraction, ms: number): object {
  return {
    id,
    title: extraction.title,
    byline: extraction.byline,
    published: extraction.published,
    siteName: extraction.siteName,
    lang: extraction.lang,
    contentHtml: extraction.contentHtml,
    textContent: extraction.textContent,
    related: extraction.relatedLists.flatMap((list) =>
      list.entries.map(({ title, url, kind, added, updated, raw }) => ({ title, url, kind, added, updated, raw })),
    ),
    ms: Math.round(ms * 10) / 10,
  };
}

function parseLine(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return value;
  } catch (cause) {
    throw badLine('it is not JSON', cause);
  }
}

function badLine(why: string, cause?: unknown): AppError {
  return new AppError(
    'bad-input',
    `This line cannot be used: ${why}. Each line must be JSON such as {"id":"1","url":"https://example.org/","html_path":"page.html"}.`,
    { cause },
  );
}

async function readPage(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new AppError('not-found', `There is no file "${path}". Check its name and try again.`, { cause });
  });
  if (!found.isFile()) throw new AppError('unreadable', `"${path}" is not a file. Name a saved page.`);
  if (found.size > MAX_BYTES) {
    throw new AppError('too-large', `The file "${path}" is larger than 64 MB. Save a smaller part of it.`);
  }
  return readFile(path).catch((cause: unknown) => {
    throw new AppError('unreadable', `The file "${path}" could not be read. Check who may read it.`, { cause });
  });
}
