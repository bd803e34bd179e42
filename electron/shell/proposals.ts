// Links of the form `layover://save?url=…` in; the addresses that they ask to save out, to be decided on by the person: any page of the
// web can fire such a link, so none of them is followed by itself, and only a few wait.
import { readUrl } from '../capture/address.ts';

/** What waits for the person. */
export interface Proposals {
  /** Takes note of what among the arguments of a program is such a link; tells whether there was one. */
  note(argv: readonly string[]): boolean;
  /** Hands out what was noted, once. */
  take(): readonly string[];
}

const MOST = 20;
const LONGEST = 8192;

/** Starts with none. */
export function createProposals(): Proposals {
  let waiting: string[] = [];
  return {
    note(argv) {
      const asked = argv.flatMap((value) => readSaveLink(value) ?? []);
      waiting = [...new Set([...waiting, ...asked])].slice(0, MOST);
      return asked.length > 0;
    },
    take() {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}

/** The web address that a link asks to save; `undefined` for any other text. */
function readSaveLink(text: string): string | undefined {
  if (text.length > LONGEST || !/^layover:/i.test(text)) return undefined;
  const link = readUrl(text);
  if (link === null || link.hostname.toLowerCase() !== 'save') return undefined;
  const asked = readUrl(link.searchParams.get('url') ?? '');
  if (asked === null || !/^https?:$/.test(asked.protocol) || asked.username !== '' || asked.password !== '')
    return undefined;
  return asked.href;
}
