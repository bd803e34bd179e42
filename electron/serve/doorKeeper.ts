// Opens the door for browsers while the person wants it open, and turns the pages that come in into saves.
import { randomBytes } from 'node:crypto';
import type { DoorState } from '#contract/door.ts';
import { AppError } from '#contract/errors.ts';
import { writeMhtml } from '../capture/formats/writeMhtml.ts';
import type { Layover } from '../layover.ts';
import { DOOR_PORTS, openDoorway, pageCode, type Doorway } from './doorway.ts';

/** Keeps the door. */
export interface DoorKeeper {
  /** Opens the door if it was left open; what hinders it is told by `state`. */
  start(): Promise<void>;
  state(): DoorState;
  /** Opens with a new code, or closes. */
  set(isOpen: boolean): Promise<DoorState>;
  close(): Promise<void>;
}

/** Makes the keeper of a library's door; `ports` as in `openDoorway`. */
export function createDoorKeeper(
  { library, saves }: Pick<Layover, 'library' | 'saves'>,
  report: (bug: unknown) => void,
  ports: readonly number[] = DOOR_PORTS,
): DoorKeeper {
  let doorway: Doorway | undefined;
  let failure: string | null = null;

  async function open(code: string): Promise<void> {
    failure = null;
    try {
      doorway = await openDoorway({
        code,
        ports,
        report,
        take: async (page) => {
          await saves.add({ from: 'file', name: page.address, bytes: writeMhtml(page) }, page.address);
        },
      });
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause;
      failure = cause.message;
    }
  }

  async function shut(): Promise<void> {
    await doorway?.close();
    doorway = undefined;
    failure = null;
  }

  function state(): DoorState {
    const code = library.settings().doorCode;
    const port = doorway?.port ?? null;
    const bookmarklet = code === null || port === null ? null : bookmarkletOf(port, pageCode(code));
    return { isOpen: code !== null, code, port, bookmarklet, failure };
  }

  return {
    async start() {
      const code = library.settings().doorCode;
      if (code !== null) await open(code);
    },
    state,
    async set(isOpen) {
      const code = isOpen ? newCode() : null;
      await library.setSettings({ doorCode: code });
      await shut();
      if (code !== null) await open(code);
      return state();
    },
    close: shut,
  };
}

const BASE_32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** 130 random bits, easy to read out. */
function newCode(): string {
  return [...randomBytes(26)].map((byte) => BASE_32[byte & 31] ?? '').join('');
}

/** Hands over the page one is at; where the site forbids that, its address goes by a link of ours. */
function bookmarkletOf(port: number, code: string): string {
  return (
    `javascript:(()=>{fetch('http://127.0.0.1:${port}/page',{method:'POST',mode:'no-cors',body:JSON.stringify(` +
    `{code:'${code}',address:location.href,html:document.documentElement.outerHTML})}).catch(()=>{` +
    `location.href='layover://save?url='+encodeURIComponent(location.href)})})()`
  );
}
