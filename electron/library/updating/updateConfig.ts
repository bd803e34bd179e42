// What the package says of its publisher in; whether newer versions may be asked for, and where they come from, out. Without a publisher there is nothing to ask, so
// nothing is asked. Refuses a publisher whose versions nothing proves. Pure.
import { readUrl } from '../../capture/address.ts';

/** Where a Layover runs. */
export interface UpdatePlace {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly isPackaged: boolean;
  /** Whether it is carried along beside its data. */
  readonly isCarried: boolean;
  /** What electron-builder wrote into the package because of `publish`; `undefined` when it wrote nothing. */
  readonly config: string | undefined;
}

/** Tells whether this Layover can be updated by itself. */
export function mayUpdate({ platform, env, isPackaged, isCarried, config }: UpdatePlace): boolean {
  if (!isPackaged || isCarried || config === undefined) return false;
  if (publisherHosts(config) === undefined) return false;
  switch (platform) {
    case 'win32':
      // Without the name there is nothing to compare the signature of an installer with, and it would be taken as it comes.
      return /^publisherName:/m.test(config) && env['PORTABLE_EXECUTABLE_DIR'] === undefined;
    case 'darwin':
      return true;
    case 'linux':
      return env['APPIMAGE'] !== undefined;
    default:
      return false;
  }
}

/** Which machines a publisher's versions come from. */
export interface PublisherHosts {
  /** The host that the package names. It may be one of a private network, as whoever made the package wanted it. */
  readonly named: string;
  /** Others that it sends on to, public ones alone; one that begins with a dot stands for all names that end so. */
  readonly others: readonly string[];
}

/** Where a release's files lie on GitHub, which its own host only sends on to; GitHub has changed the first part of the name before. */
const GITHUB_FILES = '.githubusercontent.com';

/** Reads it from what electron-builder wrote; `undefined` where nobody is named, or somebody of whom it is not known where their files lie, or not over https. */
export function publisherHosts(config: string): PublisherHosts | undefined {
  const provider = field(config, 'provider');
  if (provider === 'generic') return hostsAt(field(config, 'url') ?? '', []);
  if (provider !== 'github' || (field(config, 'protocol') ?? 'https') !== 'https') return undefined;
  const host = field(config, 'host') ?? 'github.com';
  return hostsAt(`https://${host}`, host === 'github.com' ? [GITHUB_FILES] : []);
}

function hostsAt(address: string, others: readonly string[]): PublisherHosts | undefined {
  const url = readUrl(address);
  return url?.protocol === 'https:' ? { named: url.hostname, others } : undefined;
}

/** Whether a host, as a URL spells it, is one of them. */
export function isPublisherHost(host: string, { named, others }: PublisherHosts): boolean {
  return host === named || others.some((other) => (other.startsWith('.') ? host.endsWith(other) : host === other));
}

function field(config: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*['"]?([^'"\\r\\n]+)`, 'm').exec(config)?.[1]?.trim();
}

/** What a publisher says of a version, which may be HTML or a list of versions, as plain text of at most 20,000 characters. */
export function notesText(notes: unknown): string {
  if (Array.isArray(notes)) return notes.map(oneNote).join('\n\n').slice(0, LONGEST);
  return typeof notes === 'string' ? plain(notes).slice(0, LONGEST) : '';
}

const LONGEST = 20_000;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

function oneNote(note: unknown): string {
  if (typeof note !== 'object' || note === null) return '';
  const [version, text]: readonly unknown[] = [Reflect.get(note, 'version'), Reflect.get(note, 'note')];
  return `${typeof version === 'string' ? version : ''}\n${typeof text === 'string' ? plain(text) : ''}`.trim();
}

/** The window shows it as text, so what is left of markup does nothing. */
function plain(html: string): string {
  return html
    .replace(/<li[^>]*>/gi, '\n• ')
    .replace(/<(?:br|\/p|\/h[1-6]|\/ul|\/ol|\/div)[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&([a-z]+|#39);/gi, (whole, name: string) => NAMED[name.toLowerCase()] ?? whole)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
