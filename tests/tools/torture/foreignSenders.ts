// The real app in; which calls it answered that did not come from its own top frame out. The handlers of the main process are called as Electron calls them.
import type { ElectronApplication } from 'playwright/test';

/** What came of calls by senders of every kind. */
export interface Senders {
  /** Kinds of senders that were tried. */
  readonly tried: readonly string[];
  /** Those that were answered, which must be none. */
  readonly answered: readonly string[];
  /** Whether the own top frame was answered. */
  readonly isOwnAnswered: boolean;
}

/** Calls as frames, foreign origins, dead frames and other windows would. */
export function callAsOthers(electron: ElectronApplication): Promise<Senders> {
  return electron.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers');
    const own = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!(handlers instanceof Map) || own === undefined) throw new Error('this Electron keeps its handlers elsewhere');
    await own.executeJavaScript(
      `new Promise((done) => { const frame = document.createElement('iframe'); frame.id = 'sender';
        frame.onload = () => done(true); frame.src = '/specimen/'; document.body.append(frame); })`,
    );
    const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
    await other.loadURL('about:blank');
    const main = own.mainFrame;
    const like = (change: object): object =>
      Object.assign(Object.create(null), { origin: 'layover-app://app' }, change);
    const senders: Record<string, unknown> = {
      'no frame': null,
      'a frame below the top one': main.frames[0],
      'the top frame of a second window': other.webContents.mainFrame,
      'about:blank in a second window': like({ routingId: other.webContents.mainFrame.routingId, url: 'about:blank' }),
      'something that says it has our origin': like({}),
      'something that says it is our frame': like({
        routingId: main.routingId,
        processId: main.processId,
        url: main.url,
      }),
      'a foreign origin': like({ origin: 'https://elsewhere.example', url: 'https://elsewhere.example/' }),
      'an origin that begins as ours does': like({ origin: 'layover-app://app.elsewhere.example' }),
      'the null origin': like({ origin: 'null' }),
    };
    // The own frame once it has gone elsewhere: the same object with another origin.
    senders['our own frame at another origin'] = new Proxy(main, {
      get: (frame, name) => (name === 'origin' ? 'https://elsewhere.example' : Reflect.get(frame, name, frame)),
    });
    const isAnswered = async (channel: string, frame: unknown, words: readonly unknown[]): Promise<boolean> => {
      const handle: unknown = handlers.get(channel);
      if (typeof handle !== 'function') throw new Error(`nothing answers ${channel}`);
      let reply: unknown;
      // Electron 25 keeps what a handler answers in the event and takes a rejection for itself.
      const event = {
        sender: own,
        senderFrame: frame,
        _reply: (value: unknown) => (reply = value),
        _throw: () => undefined,
      };
      try {
        reply = (await Reflect.apply(handle, undefined, [event, ...words])) ?? reply;
      } catch {
        return false;
      }
      return reply !== undefined;
    };
    const answered: string[] = [];
    for (const [kind, frame] of Object.entries(senders)) {
      if (frame === undefined) throw new Error(`there is no ${kind}`);
      if (await isAnswered('layover:call', frame, ['settings.get', undefined])) answered.push(kind);
      if (await isAnswered('layover:dropped', frame, ['/etc/passwd'])) answered.push(`${kind}, with a path`);
    }
    if (await isAnswered('layover:call', main, ['save.dropped', { path: '/etc/passwd' }]))
      answered.push('our own frame with a path of its own');
    const isOwnAnswered = await isAnswered('layover:call', main, ['settings.get', undefined]);
    other.destroy();
    await own.executeJavaScript(`document.getElementById('sender').remove()`);
    return { tried: [...Object.keys(senders), 'our own frame with a path of its own'], answered, isOwnAnswered };
  });
}
