// Commands carried out on the same rooms as the window. With --json, one document and nothing else goes to stdout.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import type { ArticleCard } from '#contract/article.ts';
import type { SearchPassage } from '#contract/calls.ts';
import { AppError, unreachable } from '#contract/errors.ts';
import { compileQuery, readFilters } from '#contract/query/compileQuery.ts';
import { decodeText } from '../capture/decodeText.ts';
import { readSavedFile, addressInSavedPage } from '../capture/readFile.ts';
import { batchAnswer, runBatch } from './batch.ts';
import { createExtractPool } from '../extract/pool.ts';
import { exportText } from '../library/exporting/exportText.ts';
import { openLayover, type Layover } from '../layover.ts';
import { libraryInUse } from '../library/moving/folderInUse.ts';
import {
  articleText,
  type FoundArticle,
  extractionText,
  listLines,
  fittingLines,
  relatedLines,
  searchLines,
  similarLines,
  timelineLines,
} from './print.ts';
import { checkTrip } from './checkTrip.ts';
import { findArticle } from './findArticle.ts';
import { importAll } from './importAll.ts';
import { backUp, exportArticles, restoreFrom } from './libraryWork.ts';
import { createProgressLine } from './progressLine.ts';
import { USAGE, type Command } from './readCommand.ts';
import { saveAll } from './saveAll.ts';
import { verify } from './verify.ts';
import { print, readStandardInput } from './standardStreams.ts';

/** Where a command finds things. */
export interface CommandPlace {
  readonly workerFile: string;
  /** The library's folder when the command names none. */
  readonly usual: string;
}

/** Runs a command to its end and answers the exit code, 0 or 1. Throws `AppError` when nothing at all could be done. */
export async function runCommand(command: Command, { workerFile, usual }: CommandPlace): Promise<number> {
  switch (command.name) {
    case 'help':
      await print(USAGE);
      return 0;
    case 'batch':
      await runBatch(createInterface({ input: process.stdin, crlfDelay: Infinity }), print, {
        workerFile,
        decode: decodeText,
      });
      return 0;
    case 'extract':
      return extractOne(command, workerFile);
    default:
      return onLibrary(command, { workerFile, usual });
  }
}

/** Commands that change a library; all others open it beside whoever else uses it. */
const WRITING: readonly Command['name'][] = ['save', 'import', 'restore', 'check'];
const FILES_ONLY =
  'layover: without Electron and a display for it articles cannot be opened: only their files are compared with what was saved, and nothing is called ready.\n';
type WorkName = 'save' | 'import' | 'export' | 'backup' | 'restore' | 'check' | 'verify';
type LibraryCommand = Exclude<Command, { readonly name: 'help' | 'batch' | 'extract' }>;

async function onLibrary(command: LibraryCommand, { workerFile, usual }: CommandPlace): Promise<number> {
  const failures: string[] = [];
  const progress = createProgressLine(process.stderr);
  const layover = await openLayover({
    folder: command.library ?? (await libraryInUse(usual)),
    workerFile,
    now: () => new Date(),
    report: (bug) => failures.push(String(bug)),
    readOnly: !WRITING.includes(command.name) && !(command.name === 'verify' && command.repairs),
    // What comes from elsewhere only says what is to be fetched.
    savesWait: command.name !== 'save',
    // Whoever types a command wants to hear at once that it cannot be done now.
    isPatient: false,
    events: { libraryChanged: () => {}, saveChanged: (save) => progress.note(save), saveDismissed: () => {} },
  });
  try {
    if (command.name === 'save') {
      const { isJson, allowsPrivate } = command;
      return await saveAll(layover, command.sources, { isJson, allowsPrivate, progress });
    }
    if (command.name === 'import') return await importAll(layover, command.paths, command);
    if (command.name === 'export') return await exportArticles(layover, command);
    if (command.name === 'backup') return await backUp(layover, command);
    if (command.name === 'restore') return await restoreFrom(layover, command);
    if (command.name === 'verify') return await verify(layover, command);
    if (command.name === 'check') {
      process.stderr.write(FILES_ONLY);
      return await checkTrip(layover, command);
    }
    const { document, text } = await answer(layover, command);
    await print(command.isJson && document !== undefined ? `${JSON.stringify(document, null, 2)}\n` : text);
    return 0;
  } finally {
    await layover.close();
    for (const failure of failures) process.stderr.write(`layover: a bug in Layover: ${failure}\n`);
  }
}

async function answer(
  layover: Layover,
  command: Exclude<LibraryCommand, { readonly name: WorkName }>,
): Promise<{ readonly document?: unknown; readonly text: string }> {
  switch (command.name) {
    case 'list': {
      const cards = command.query === '' ? await layover.cards() : await cardsThatFit(layover, command.query);
      const isNothingFound = cards.length === 0 && command.query !== '';
      return { document: cards, text: isNothingFound ? 'Nothing found.\n' : listLines(cards) };
    }
    case 'show': {
      const article = await findArticle(layover, command.id);
      const textContent = await layover.library.text(article.id);
      const contentHtml = await layover.library.content(article.id);
      return { document: { ...article, contentHtml, textContent }, text: articleText(article, textContent) };
    }
    case 'related': {
      const article = await findArticle(layover, command.id);
      if (command.isSimilar) {
        const similar = await layover.related.similar(article);
        return { document: similar.map(({ card, shared }) => ({ ...card, shared })), text: similarLines(similar) };
      }
      if (command.minutes !== undefined) {
        const best = await layover.related.best(article, command.minutes);
        return { document: best, text: fittingLines(best) };
      }
      const { relatedLists } = article;
      const entries = relatedLists.flatMap((list) =>
        list.entries.map((entry) => ({ ...entry, heading: list.heading })),
      );
      return { document: entries, text: relatedLines(relatedLists) };
    }
    case 'timeline': {
      const { axis, filter, format } = command;
      if (format !== undefined) return { text: (await exportText({ axis, filter, format }, layover)).text };
      const posts = await layover.timeline.list(axis, filter);
      const dated = posts.map((post) => ({ date: post[axis], ...post }));
      return { document: dated, text: timelineLines(dated) };
    }
    case 'search': {
      const hits = await findAll(layover, command.query);
      return {
        document: hits.map(({ card, snippet, marks }) => ({ ...card, snippet, marks })),
        text: searchLines(hits),
      };
    }
    default:
      return unreachable(command);
  }
}

// Nobody reads more from a terminal, and each costs a look into its text.
const MOST_HITS = 200;

async function cardsThatFit(layover: Layover, query: string): Promise<readonly ArticleCard[]> {
  const { node } = readFilters(query, new Date());
  const { catalogue } = layover.library;
  // Filters alone need no index.
  if (node !== null) {
    const rows = catalogue.bySaved().filter(compileQuery(node, catalogue.columns));
    return (await catalogue.cards(Array.from(rows))).map(({ card }) => card);
  }
  await layover.search.ready();
  const { rows, problems } = await layover.search.find(query, 'saved');
  const [problem] = problems;
  if (problem !== undefined) throw new AppError('bad-input', problem.message);
  return (await catalogue.cards([...rows])).map(({ card }) => card);
}

async function findAll(layover: Layover, query: string): Promise<readonly FoundArticle[]> {
  await layover.search.ready();
  const found = await layover.search.find(query);
  const rows = [...found.rows.subarray(0, MOST_HITS)];
  const cards = (await layover.library.catalogue.cards(rows)).map(({ card }) => card);
  const passages = new Map<number, SearchPassage>();
  for (let begin = 0; begin < rows.length; begin += 100) {
    for (const passage of await layover.search.passages(query, rows.slice(begin, begin + 100))) {
      passages.set(passage.row, passage);
    }
  }
  return cards.map((card) => {
    const passage = passages.get(layover.library.catalogue.rowOf(card.id) ?? -1);
    return { card, snippet: passage?.snippet ?? '', marks: passage?.marks ?? [] };
  });
}

async function extractOne(command: Extract<Command, { name: 'extract' }>, workerFile: string): Promise<number> {
  const isStdin = command.file === '-';
  const bytes = isStdin ? await readStandardInput() : await readNamedFile(command.file);
  const file = readSavedFile(isStdin ? 'standard input' : basename(command.file), bytes);
  const isHtml = file.mediaType === 'text/html';
  const { text } = decodeText(file.bytes, null, isHtml);
  const address = command.url ?? (isHtml ? addressInSavedPage(text) : null);
  const started = performance.now();
  const pool = createExtractPool(workerFile);
  try {
    const input = { kind: isHtml ? 'html' : 'text', text, address, fileName: isStdin ? null : file.name } as const;
    const extraction = await pool.extract(input);
    const ms = Math.round(performance.now() - started);
    await print(
      command.isJson
        ? `${JSON.stringify(batchAnswer(command.file, extraction, ms), null, 2)}\n`
        : extractionText(extraction),
    );
    return 0;
  } finally {
    await pool.close();
  }
}

async function readNamedFile(path: string): Promise<Buffer> {
  return readFile(path).catch((cause: unknown) => {
    throw new AppError('not-found', `The file "${path}" could not be read. Check its name and try again.`, { cause });
  });
}
