// Answers that the real app is to give for once, and what it is to tell unasked: for states that no library can be brought into quickly.
import type { ElectronApplication } from 'playwright/test';
import type { CallName, EventName, Events, Out } from '#contract/calls.ts';
import type { ErrorReport } from '#contract/errors.ts';

/** What a call answers: a value, parts of one laid over what is really answered, a failure, or nothing for as long as it is staged. */
export type Answer<T> =
  | { readonly value: T }
  | { readonly over: Partial<T> }
  | { readonly error: ErrorReport }
  | { readonly never: true };

/** Calls by their names, each with what it answers; all others are answered as always. */
export type Answers = { readonly [K in CallName]?: Answer<Out<K>> };

/** Puts itself between the window and the routes of the app; call once, when the window is there. */
export async function stageCalls(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ ipcMain }) => {
    const channel = 'layover:call';
    const kept: unknown[] = [];
    Reflect.set(globalThis, 'galleryKept', kept);
    // Electron has no public way to the handler that is there.
    const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers');
    const real: unknown = handlers instanceof Map ? handlers.get(channel) : undefined;
    if (typeof real !== 'function') throw new Error('this Electron keeps its handlers elsewhere');
    ipcMain.removeHandler(channel);
    ipcMain.handle(channel, async (event, name: string, input: unknown) => {
      const staged: unknown = Reflect.get(Reflect.get(globalThis, 'galleryAnswers') ?? {}, name);
      const ask = (): unknown => Reflect.apply(real, undefined, [event, name, input]);
      if (typeof staged !== 'object' || staged === null) return ask();
      // An event that nobody holds is answered as failed once it is collected.
      if ('never' in staged) return new Promise(() => void kept.push(event));
      if ('error' in staged) return { ok: false, error: staged.error };
      if ('value' in staged) return { ok: true, value: staged.value };
      const reply: unknown = await ask();
      const value: unknown = Reflect.get(Object(reply), 'value');
      return { ok: true, value: Object.assign({}, value, Reflect.get(staged, 'over')) };
    });
  });
}

/** Takes the place of all answers that were staged before. */
export async function stageAnswers(electron: ElectronApplication, answers: Answers): Promise<void> {
  await electron.evaluate((_electron, staged) => {
    Reflect.set(globalThis, 'galleryAnswers', staged);
  }, answers);
}

/** Tells the window something. */
export async function tellWindow<K extends EventName>(
  electron: ElectronApplication,
  name: K,
  payload: Events[K],
): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, [event, told]) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('layover:event', event, told);
    },
    [name, payload] as const,
  );
}
