// How the app ends: all that is open is closed first, in order, whoever asks for the end; and how it starts again after that.
import { app } from 'electron';
import { argumentsAgain } from './arguments.ts';

/** The end of the app. */
export interface Closing {
  /** What is to be closed from now on before the app ends; it is called once. */
  closes(close: () => Promise<unknown>): void;
  /** Closes all, does something, and starts the app again, whatever came of it; `more` are arguments for that start alone. */
  restart(between: () => Promise<void>, more?: readonly string[]): void;
  /** Closes all, then lets something end the app in its own way. */
  endFor(last: () => void): void;
}

/** Takes the end into its hands. */
export function createClosing(report: (bug: unknown) => void): Closing {
  let close = (): Promise<unknown> => Promise.resolve();
  let ending: Promise<void> | undefined;
  let isClosed = false;
  const end = (between: () => Promise<void>): Promise<void> =>
    (ending ??= close()
      .catch(report)
      .then(between)
      .catch(report)
      .finally(() => {
        isClosed = true;
      }));
  // The app's own window decides when to quit; without a listener Electron would.
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void end(() => Promise.resolve()).then(() => app.quit());
  });
  return {
    endFor(last) {
      void end(() => Promise.resolve()).then(last);
    },
    closes(next) {
      close = next;
    },
    restart(between, more = []) {
      void end(between).then(() => startAgain(more));
    },
  };
}

function startAgain(more: readonly string[]): void {
  const { execPath, env, argv } = process;
  app.relaunch({
    // Programs that unpack themselves before they run are started by what was unpacked.
    execPath: env['APPIMAGE'] ?? env['PORTABLE_EXECUTABLE_FILE'] ?? execPath,
    args: [...argumentsAgain(argv, app.isPackaged ? null : app.getAppPath()), ...more],
  });
  app.exit(0);
}
