// S14: the twenty points of Electron's security checklist, tried in the real app, and the fuses of its package.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright/test';
import type { RunningApp } from '../../../helpers/electronApp.ts';
import { HOSTILE_LINKS } from '../../../unit/shell/hostileLinks.ts';
import { waysOpenInside, permissionsGranted } from '../electronList/insidePage.ts';
import { packageFuses } from '../electronList/packageFuses.ts';
import { forbiddenIn, forbiddenWords, fusesSet, unlockedWindows } from '../electronList/sources.ts';
import { heldAsNobody, heldBySystem, type Held } from '../electronList/systemSandbox.ts';
import { callAsOthers } from '../foreignSenders.ts';
import { joinParts, type Goal, type Part } from '../goal.ts';
import { foldersIn, withApp } from '../realApp.ts';

const PERMISSIONS =
  'geolocation notifications push midi camera microphone speaker-selection background-fetch background-sync persistent-storage ambient-light-sensor accelerometer gyroscope magnetometer screen-wake-lock nfc display-capture clipboard-read clipboard-write storage-access window-management local-fonts idle-detection payment-handler'.split(
    ' ',
  );

/** Chromium asks no handler about an empty document. */
const ELSEWHERE = HOSTILE_LINKS.filter((link) => link !== 'about:blank');

/** See `docs/promises.md`. */
export const s14: Goal = {
  id: 'S14',
  goal: "Electron's checklist",
  figure: '20 of 20 points, 9 of 9 fuses, both by test',
  needs: ['electron'],
  limitMinutes: { short: 4, long: 4 },
  async run({ work }) {
    const root = process.env['QUALITY_ROOT'] ?? '.';
    const { points, isSeen, held } = await withApp(await foldersIn(work), (app) => tryPoints(app, root));
    const wrong = [...points].filter(([, problem]) => problem !== undefined);
    const fuses = fusesSet(root);
    const packed = packageFuses();
    // As root the app was started without a sandbox, which is what a look at one must see.
    const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
    const system = isRoot ? await heldAsNobody() : held;
    const isUnheldSeen = !isRoot || held === undefined || !isHeldWhole(held);
    return {
      tried: `each point in the app on Electron ${process.env['LAYOVER_ELECTRON']?.match(/electron-([\d.]+)/)?.[1] ?? '(of this machine)'}, ${ELSEWHERE.length} addresses to go to (not about:blank, of which Chromium asks nobody; it is empty), ${PERMISSIONS.length} permissions and 17 ways to ask for one; fuses as the package is configured${packed === undefined ? '' : ', and as they are in the package that was made'}${isRoot && typeof system === 'object' ? '; the sandbox of the system (4) in the app as a user without rights, since root has none on Linux' : ''}`,
      ...joinParts([
        ...wrong.map(([point, problem]) => ({ measured: `point ${point}: ${problem ?? ''}`, isHeld: false })),
        { measured: `${points.size - wrong.length} of ${points.size} points`, isHeld: points.size === 20 },
        { measured: `${fuses.set} of ${fuses.of} fuses in the configuration`, isHeld: fuses.set === 9 },
        ...(packed === undefined
          ? []
          : [
              {
                measured:
                  `${packed.good} of the ${packed.good + packed.wrong.length} fuses that this Electron has are as they must be in the package ${packed.wrong.join(' ')}`.trim(),
                isHeld: packed.wrong.length === 0 && packed.good > 0,
              },
            ]),
        ...(typeof system === 'object' ? [partOf(system)] : []),
      ]),
      control: {
        tried: `a bad option in a source, a call by our own frame, and our own page asked for: each was seen${isRoot ? `; the window of the app without a sandbox: ${isUnheldSeen ? 'not held' : 'held'}` : ''}`,
        hasFired: isSeen && isUnheldSeen && forbiddenIn('x', 'webSecurity: false').length === 1,
      },
      leftOut: [
        ...(packed === undefined ? ['the fuses as they are in a package: none could be made on this machine'] : []),
        ...(packed === undefined || packed.absent.length === 0
          ? []
          : [`${packed.absent.join(' and ')} in a package: the Electron of this machine has no such fuse`]),
        ...(typeof system === 'string' ? [`the sandbox of the system (4): ${system}`] : []),
        ...(system === undefined ? ['the sandbox of the system (4): only Linux tells of it'] : []),
        'how old the version is that is shipped (16): the registry is asked by S15 alone',
      ],
    };
  },
};

function isHeldWhole({ isFiltered, own }: Held): boolean {
  return isFiltered && own.length === 3;
}

function partOf(held: Held): Part {
  const { isFiltered, own } = held;
  const calls = isFiltered ? 'only the calls that Chromium lets through' : 'any call of the system';
  const spaces = own.length === 0 ? 'nothing of its own' : `${own.join(', ')} of its own`;
  return { measured: `the process of the window may make ${calls} and has ${spaces}`, isHeld: isHeldWhole(held) };
}

async function tryPoints(
  { electron, window }: RunningApp,
  root: string,
): Promise<{
  readonly points: ReadonlyMap<string, string | undefined>;
  readonly isSeen: boolean;
  readonly held: Held | undefined;
}> {
  const open = Object.entries(await window.evaluate(waysOpenInside)).flatMap(([name, isOpen]) =>
    isOpen ? [name] : [],
  );
  const granted = await window.evaluate(permissionsGranted, PERMISSIONS);
  const { policy, status } = await electron.evaluate(async ({ session }) => {
    const page = await session.fromPartition('persist:app').fetch('layover-app://app/');
    return { policy: page.headers.get('content-security-policy') ?? '', status: page.status };
  });
  const bridge = await window.evaluate(() =>
    Object.keys(Object(Reflect.get(globalThis, 'layover')))
      .sort()
      .join(' '),
  );
  const preferences = await lastPreferences(electron);
  const moved = await goEverywhere(electron, [
    ...ELSEWHERE,
    'layover-app://app.elsewhere.example/',
    'layover-app://user@app/',
  ]);
  const senders = await callAsOthers(electron);
  const words = forbiddenWords(root);
  const unlocked = unlockedWindows(root);
  const main = readFileSync(join(root, 'electron/main.ts'), 'utf8');
  const preload = readFileSync(join(root, 'electron/preload.ts'), 'utf8');
  const none = (found: readonly string[]): string | undefined =>
    found.length === 0 ? undefined : found.slice(0, 4).join(', ');
  const openAmong = (...names: readonly string[]): string | undefined =>
    none(open.filter((name) => names.some((each) => name.startsWith(each))));
  const preference = (name: string, value: boolean): string | undefined =>
    preferences.every((each) => Reflect.get(Object(each), name) === value) ? undefined : `${name} is not ${value}`;
  const is = (isGood: boolean, problem: string): string | undefined => (isGood ? undefined : problem);
  const points = new Map<string, string | undefined>([
    ['1', openAmong('fetch')],
    ['2', openAmong('global') ?? preference('nodeIntegration', false)],
    ['3', preference('contextIsolation', true)],
    [
      '4',
      preference('sandbox', true) ??
        is(main.includes('app.enableSandbox()'), 'not for all processes') ??
        none(unlocked),
    ],
    ['5', none(granted)],
    ['6', none(words.filter((word) => word.includes('webSecurity'))) ?? preference('webSecurity', true)],
    [
      '7',
      is(policy.startsWith("default-src 'none'; script-src 'self';") && !policy.includes('unsafe'), policy) ??
        openAmong('eval', 'inline'),
    ],
    ['8', none(words.filter((word) => word.includes('Insecure'))) ?? preference('allowRunningInsecureContent', false)],
    ['9', none(words.filter((word) => word.includes('experimental')))],
    ['10', none(words.filter((word) => word.includes('Blink')))],
    ['11', preference('webviewTag', false) ?? openAmong('webview')],
    [
      '12',
      is(
        readFileSync(join(root, 'electron/shell/lockdown.ts'), 'utf8').includes("'will-attach-webview'"),
        'not verified',
      ),
    ],
    ['13', none(moved)],
    ['14', openAmong('window.open')],
    [
      '15',
      is(
        !/openExternal\((?!openableAddress)/.test(readFileSync(join(root, 'electron/shell/host.ts'), 'utf8')),
        'unchecked',
      ),
    ],
    ['16', is(isPinned(root), 'the version is not pinned')],
    ['17', none(senders.answered)],
    ['18', openAmong('fetch file', 'fetch filesystem')],
    ['19', is(fusesSet(root).set === 9, 'not all fuses are set')],
    [
      '20',
      is(bridge === 'call dropped on', bridge) ??
        is(!/exposeInMainWorld\([^)]*ipcRenderer/.test(preload), 'exposes Electron'),
    ],
  ]);
  const held = process.platform === 'linux' ? await heldBySystem(electron) : undefined;
  return { points, isSeen: senders.isOwnAnswered && status === 200, held };
}

function lastPreferences(electron: ElectronApplication): Promise<readonly unknown[]> {
  return electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents): unknown => {
      // Electron has it and does not document it; there is no other way to read back what a window really got.
      const read: unknown = Reflect.get(contents, 'getLastWebPreferences');
      return typeof read === 'function' ? Reflect.apply(read, contents, []) : null;
    }),
  );
}

/** Answers the addresses that the window, or a frame in it, went to. */
function goEverywhere(electron: ElectronApplication, addresses: readonly string[]): Promise<readonly string[]> {
  return electron.evaluate(async ({ BrowserWindow, webContents }, all) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) throw new Error('there is no window');
    const went: string[] = [];
    contents.on('did-navigate', (_event, url) => went.push(url));
    contents.on('did-frame-navigate', (_event, url, _code, _text, isMainFrame) => {
      if (!isMainFrame && !/^(?:about:|chrome-error:)/.test(url)) went.push(`a frame: ${url}`);
    });
    const count = webContents.getAllWebContents().length;
    for (const address of all) {
      // What is none of ours stays in our own document; a part of it is not elsewhere.
      const url = JSON.stringify(address);
      const gone = contents.executeJavaScript(
        `{ const isOwn = (() => { try { return new URL(${url}, location.href).href.startsWith(location.origin + '/'); } catch { return true; } })();
           if (!isOwn) { try { location.assign(${url}); } catch {}
             const frame = document.createElement('iframe'); frame.src = ${url}; document.body.append(frame);
             const link = document.createElement('a'); link.href = ${url}; link.click(); setTimeout(() => frame.remove(), 50); } }
         new Promise((done) => setTimeout(done, 20))`,
        true,
      );
      const isBack = await Promise.race([
        gone.then(() => true),
        new Promise((done) => setTimeout(() => done(false), 3_000)),
      ]);
      if (isBack !== true) {
        went.push(`the window does not come back from ${address}`);
        break;
      }
    }
    await new Promise((done) => setTimeout(done, 200));
    if (webContents.getAllWebContents().length !== count) went.push('another window');
    if (!contents.getURL().startsWith('layover-app://app/')) went.push(contents.getURL());
    return went;
  }, addresses);
}

function isPinned(root: string): boolean {
  return /"electron": "\d+\.\d+\.\d+"/.test(readFileSync(join(root, 'package.json'), 'utf8'));
}
