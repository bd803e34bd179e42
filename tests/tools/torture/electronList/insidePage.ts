// What the app's window can get at from inside: functions that run in its page, so each stands on nothing outside of itself.

/** What must be missing, refused or denied, by name; a name that is answered `true` is a way that is open. */
export async function waysOpenInside(): Promise<Readonly<Record<string, boolean>>> {
  const open: Record<string, boolean> = {};
  const has = (name: string): boolean => typeof Reflect.get(globalThis, name) !== 'undefined';
  for (const name of ['process', 'require', 'module', 'Buffer', '__dirname', 'electron', 'ipcRenderer'])
    open[`global ${name}`] = has(name);
  const webview = document.createElement('webview');
  webview.setAttribute('src', 'layover-app://app/');
  document.body.append(webview);
  open['webview'] = Reflect.get(webview, 'getWebContentsId') !== undefined;
  webview.remove();
  open['window.open'] = window.open('https://elsewhere.example/') !== null;
  open['window.open of our own'] = window.open('/') !== null;
  const reaches = (work: () => Promise<unknown>): Promise<boolean> =>
    Promise.race([
      Promise.resolve()
        .then(work)
        .then(
          () => true,
          () => false,
        ),
      new Promise<boolean>((done) => setTimeout(() => done(false), 2_000)),
    ]);
  for (const address of [
    'file:///etc/passwd',
    'https://elsewhere.example/',
    'http://127.0.0.1:9/',
    'data:text/plain,x',
    'chrome://version/',
    'devtools://devtools/bundled/x',
    'layover-app://other/',
    'filesystem:file:///x',
  ])
    open[`fetch ${address}`] = await reaches(() => fetch(address));
  open['WebSocket'] = await reaches(
    () =>
      new Promise((done, fail) => {
        const socket = new WebSocket('ws://127.0.0.1:9/');
        socket.addEventListener('open', done);
        socket.addEventListener('error', fail);
      }),
  );
  open['eval'] = await reaches(() => Promise.resolve(Reflect.construct(Function, ['return 1'])));
  open['inline script'] = await reaches(
    () =>
      new Promise((done) => {
        Reflect.set(globalThis, 'tortureRan', done);
        const script = document.createElement('script');
        script.textContent = 'tortureRan()';
        document.body.append(script);
        script.remove();
      }),
  );
  open['service worker'] = await reaches(async () => navigator.serviceWorker.register('/window/x.js'));
  return open;
}

/** The permissions that the window has by its own account or is given when it asks: each name of the list, and what asks for it. */
export async function permissionsGranted(names: readonly string[]): Promise<readonly string[]> {
  const granted: string[] = [];
  for (const name of names) {
    try {
      const query: unknown = Reflect.get(navigator.permissions, 'query');
      const answer: unknown =
        typeof query === 'function'
          ? await Reflect.apply(query, navigator.permissions, [{ name, userVisibleOnly: true }])
          : undefined;
      if (Reflect.get(Object(answer), 'state') === 'granted') granted.push(name);
    } catch {
      // A name that this Chromium does not know is nothing that it gives.
    }
  }
  const part = (path: string): unknown =>
    path
      .split('.')
      .reduce<unknown>((from, name) => (from === undefined ? undefined : Reflect.get(Object(from), name)), globalThis);
  const asks: Readonly<Record<string, () => unknown>> = {
    'asked for notifications': async () => {
      if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
    },
    'asked for the place': () => new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail)),
  };
  const methods: readonly (readonly [string, string, readonly unknown[]])[] = [
    ['navigator.mediaDevices', 'getUserMedia', [{ audio: true }]],
    ['navigator.mediaDevices', 'getUserMedia', [{ video: true }]],
    ['navigator.mediaDevices', 'getDisplayMedia', [{ video: true }]],
    ['navigator', 'requestMIDIAccess', [{ sysex: true }]],
    ['navigator', 'requestMIDIAccess', []],
    ['navigator.clipboard', 'readText', []],
    ['navigator.wakeLock', 'request', ['screen']],
    ['navigator.usb', 'requestDevice', [{ filters: [] }]],
    ['navigator.hid', 'requestDevice', [{ filters: [] }]],
    ['navigator.serial', 'requestPort', []],
    ['navigator.bluetooth', 'requestDevice', [{ acceptAllDevices: true }]],
    ['globalThis', 'queryLocalFonts', []],
    ['globalThis', 'getScreenDetails', []],
    ['IdleDetector', 'requestPermission', []],
    ['document.documentElement', 'requestFullscreen', []],
  ];
  const within = (work: unknown): Promise<boolean> =>
    Promise.race([
      Promise.resolve(work).then(
        // An empty list is what one gets who gets nothing.
        (value) => value !== 'denied' && value !== 'prompt' && !(Array.isArray(value) && value.length === 0),
        () => false,
      ),
      new Promise<boolean>((done) => setTimeout(() => done(false), 1_500)),
    ]);
  for (const [name, ask] of Object.entries(asks)) if (await within(ask())) granted.push(name);
  for (const [path, name, words] of methods) {
    const on = part(path);
    const method: unknown = Reflect.get(Object(on), name);
    if (typeof method !== 'function') continue;
    try {
      if (await within(Reflect.apply(method, on, [...words]))) granted.push(`${path}.${name}`);
    } catch {
      // Refused at once.
    }
  }
  return granted;
}
