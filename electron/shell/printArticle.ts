// An article in; a printed one or the bytes of a PDF out, drawn by a window that nobody sees, in the window's own locked session: it may load
// the article and its pictures from our scheme and nothing else, and nothing in it can run.
import { BrowserWindow, type Session, type WebContents } from 'electron';
import { LOCKED } from './lockdown.ts';
import { AppError } from '#contract/errors.ts';
import type { PrintJob } from '../serve/printLook.ts';
import { APP_ORIGIN } from './scheme.ts';

const LOAD_MS = 60_000;
/** Reasons of Chromium that are the person's own. */
const CANCELLED = /cancel/i;

/** Opens the system's print dialog; resolves when it is closed. Throws `disk` when the printer refuses. */
export function printArticle(job: PrintJob, session: Session): Promise<void> {
  return onPaper(
    job,
    session,
    (contents) =>
      new Promise((resolve, reject) => {
        contents.print({ printBackground: false }, (isDone, reason) => {
          if (isDone || CANCELLED.test(reason)) resolve();
          else reject(notPrinted(reason));
        });
      }),
  );
}

/** Draws a PDF. Throws `timeout`, `unreadable`. */
export function articleToPdf(job: PrintJob, session: Session): Promise<Uint8Array> {
  return onPaper(job, session, (contents) =>
    contents.printToPDF({ preferCSSPageSize: true, printBackground: false, ...TAGGED }),
  );
}

// An outline and tags for people who hear it; Electron 25 knows neither and leaves them out.
const TAGGED = { generateTaggedPDF: true, generateDocumentOutline: true };

async function onPaper<T>(
  { page, title, style }: PrintJob,
  session: Session,
  use: (contents: WebContents) => Promise<T>,
): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    title,
    webPreferences: {
      ...LOCKED,
      session,
      javascript: false,
      disableDialogs: true,
    },
  });
  const { webContents: contents } = window;
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooSlow()), LOAD_MS);
    contents.on('render-process-gone', () => reject(failed()));
  });
  try {
    // Resolves when its pictures are there too.
    await Promise.race([ended, contents.loadURL(`${APP_ORIGIN}${page}`)]);
    clearTimeout(timer);
    await contents.insertCSS(style, { cssOrigin: 'author' });
    return await Promise.race([ended, use(contents)]);
  } finally {
    clearTimeout(timer);
    window.destroy();
  }
}

function notPrinted(reason: string): AppError {
  return new AppError(
    'disk',
    `The article could not be printed (${reason}). Check the printer, or write a PDF and print that.`,
  );
}

function tooSlow(): AppError {
  return new AppError('timeout', 'The article took too long to be drawn. The article is safe; please try again.');
}

function failed(): AppError {
  return new AppError('unreadable', 'The article could not be drawn for paper. The article is safe; please try again.');
}
