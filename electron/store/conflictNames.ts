// Names of files in a library in; which of them are second copies, left by a program that keeps folders the same on two machines, out. Pure.
import type { ConflictKind } from '#contract/syncing.ts';

/** A folder of a library, and how the files in it are named that may have second copies. */
interface Known {
  readonly folder: RegExp;
  /** The beginning of a name, before its ending. */
  readonly begins: string;
  readonly endings: string;
  readonly kind: (begin: string, ending: string) => ConflictKind;
}

const JSON_ONLY = 'json';
const KNOWN: readonly Known[] = [
  {
    folder: /^$/,
    begins: 'settings|watched|reading|trash|library|lock',
    endings: JSON_ONLY,
    kind: (begin) => (begin === 'settings' ? 'settings' : 'other'),
  },
  {
    folder: /^articles\/[a-z2-7]{2}\/[a-z2-7]{16}$/,
    begins: 'article|content|comments|original',
    endings: 'json|html|txt|br',
    kind: (begin) => (begin === 'article' ? 'article' : 'content'),
  },
  { folder: /^highlights\/[a-z2-7]{2}$/, begins: '[a-z2-7]{16}', endings: JSON_ONLY, kind: () => 'highlights' },
  { folder: /^trips$/, begins: '[a-z2-7]{12}', endings: JSON_ONLY, kind: () => 'trip' },
  { folder: /^feeds$/, begins: '[a-z2-7]{12}', endings: JSON_ONLY, kind: () => 'feed' },
  { folder: /^feeds\/[a-z2-7]{12}$/, begins: String.raw`\d{1,9}`, endings: JSON_ONLY, kind: () => 'entries' },
  {
    folder: /^saves$/,
    begins: String.raw`\d{1,15}|bundle-\d{1,15}-\d{1,15}`,
    endings: 'json|bin',
    kind: (begin, ending) => (ending === 'json' && /^\d+$/.test(begin) ? 'save' : 'other'),
  },
];

/** A second copy. */
export interface SecondCopy {
  readonly kind: ConflictKind;
  /** Name of the file that it is a copy of, in the same folder. */
  readonly of: string;
  /** Whether it is one of a good copy (`.bak`), whose file has a second copy of its own. */
  readonly isOfBackup: boolean;
}

/**
 * Tells what a name in a folder of a library (by its path with slashes, empty for the library's own) is a second copy of; `undefined` for every name that Layover
 * itself gives. The programs differ: `article.sync-conflict-20260101-120000-ABCDEFG.json` (Syncthing), `article (Ann's conflicted copy 2026-01-01).json`
 * (Dropbox, Nextcloud, each in its language), `article-LAPTOP.json` (OneDrive), `article (1).json`, `article 2.json`. What they have in common is that the
 * name begins and ends as the file's does.
 */
export function secondCopy(folder: string, name: string): SecondCopy | undefined {
  const known = KNOWN.find((each) => each.folder.test(folder));
  if (known === undefined || /^original\.\d{1,4}\.br$/.test(name)) return undefined;
  const { begins, endings, kind } = known;
  const plain = new RegExp(`^(${begins})[ ._(-].*\\.(${endings})$`).exec(name);
  const [, begin = '', ending = ''] = plain ?? [];
  if (plain !== null) return { kind: kind(begin, ending), of: `${begin}.${ending}`, isOfBackup: false };
  const backup = new RegExp(`^(${begins})\\.json[ ._(-].+\\.bak$`).exec(name);
  return backup === null ? undefined : { kind: 'other', of: `${backup[1] ?? ''}.json.bak`, isOfBackup: true };
}

/** Tells whether a folder's path, or what lies in it, speaks of a program that keeps it the same elsewhere. */
export function looksSynced(path: string, names: readonly string[]): boolean {
  const marks =
    /^\.(?:stfolder|stignore|dropbox|dropbox\.cache|sync_[0-9a-f]+\.db|owncloudsync\.log|nextcloudsync\.log)$/;
  if (names.some((name) => marks.test(name))) return true;
  return /(?:^|[\\/])(?:Dropbox|OneDrive|Nextcloud|ownCloud|Syncthing|Google Drive|GoogleDrive|My Drive|iCloud Drive|Mobile Documents|pCloudDrive|MEGA)(?:[ -][^\\/]*)?[\\/]/i.test(
    `${path}/`,
  );
}
