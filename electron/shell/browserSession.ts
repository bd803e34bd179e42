// A session for pages of strangers, in memory and thrown away: no permissions, no downloads, no way to private machines, and bounded.
import { session, type Session, type WebContents } from 'electron';
import { createGuard } from '../capture/guard.ts';
import { startGuardedProxy } from '../capture/guardedProxy.ts';
import { denyAsking, letBrowse } from './lockdown.ts';

/** What a session of one page may do. */
export interface BrowserSessionOptions {
  /** Host name that may be private because the person typed it; `null` for none. */
  readonly privateHost: string | null;
  /** What all answers together may bring. */
  readonly maxBytes: number;
}

/** A session and what goes on in it. */
export interface BrowserSession {
  readonly session: Session;
  /** Requests under way. */
  inFlight(): number;
  /** Cuts its connections and forgets everything it has kept. */
  clear(): Promise<void>;
}

const MOST_REQUESTS = 2000;
const WEB = new Set(['http:', 'https:']);
/** Made by the page itself; they ask nobody. */
const INNER = new Set(['data:', 'blob:', 'about:']);
let sessions = 0;

/** Makes a session of its own for one page; `clear` must follow. */
export async function openBrowserSession({ privateHost, maxBytes }: BrowserSessionOptions): Promise<BrowserSession> {
  sessions += 1;
  // A partition without `persist:` lives in memory.
  const own = session.fromPartition(`page-${sessions}`);
  const guard = createGuard({ privateHost });
  // Some ways out, such as calls and data channels, are never asked about as requests are; all of them go by the proxy.
  const proxy = await startGuardedProxy({ guard, maxBytes });
  await own.setProxy({ proxyRules: `127.0.0.1:${proxy.port}`, proxyBypassRules: '<-loopback>' });
  const under = new Set<number>();
  let asked = 0;

  async function isAllowed(text: string): Promise<boolean> {
    const url = new URL(text);
    if (INNER.has(url.protocol)) return true;
    asked += 1;
    if (!WEB.has(url.protocol) || asked > MOST_REQUESTS) return false;
    return (await guard.admit(url.hostname)).admitted;
  }

  async function judge(url: string): Promise<boolean> {
    try {
      return await isAllowed(url);
    } catch {
      // A name without an address, or what is no address at all.
      return false;
    }
  }

  letBrowse(own);
  own.setUserAgent(own.getUserAgent().replace(/\s(?:Electron|Layover)\/\S+/gi, ''));
  denyAsking(own);
  own.webRequest.onBeforeRequest(({ id, url }, decide) => {
    void judge(url).then((isGood) => {
      if (isGood) under.add(id);
      return decide({ cancel: !isGood });
    });
  });
  own.webRequest.onCompleted(({ id }) => void under.delete(id));
  own.webRequest.onErrorOccurred(({ id }) => void under.delete(id));
  return {
    session: own,
    inFlight: () => under.size,
    clear: async () => {
      await proxy.close();
      await own.clearStorageData();
    },
  };
}

/** Denies what a page may not do by itself, whichever window it is in. */
export function tame(contents: WebContents): void {
  contents.setAudioMuted(true);
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('login', (event, _details, _info, answer) => {
    event.preventDefault();
    answer();
  });
}
