// An open library in; what in it is not as it was saved out, kept versions and the trash with it, and with a repair, what could be mended from what is
// here. Everything is read and nothing is fetched; what cannot be read is moved aside, never removed.
import type { ArticleId } from '#contract/article.ts';
import type { Progress } from '#contract/calls.ts';
import { AppError } from '#contract/errors.ts';
import type { Verified } from '#contract/health.ts';
import type { OtherCopy } from '../../store/otherCopies.ts';
import type { Layover } from '../openedLibrary.ts';

/** Something that is not as it was saved. */
export interface Finding {
  /** `unreadable`: cannot be read at all; `part`: a text of an article; `picture`: gone, or other bytes. */
  readonly what: 'unreadable' | 'part' | 'picture';
  /** Its place below the library's folder. */
  readonly place: string;
  /** Where it is; of a picture, the first of these that shows it. */
  readonly lies: 'articles' | OtherCopy['lies'];
  readonly article: ArticleId | null;
  /** Of what cannot be read, why. */
  readonly reason: string | null;
  /** `linked`: its bytes were found again; `restored`: made anew of its good copy; `aside`: it was moved aside; `noted`: it was not there, and its articles say so now. */
  readonly became: 'as it was' | 'linked' | 'restored' | 'aside' | 'noted';
}

/** How it is done. */
export interface VerifyOptions {
  readonly repairs: boolean;
  readonly now: () => Date;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** What was found. */
export interface Verification extends Verified {
  readonly findings: readonly Finding[];
}

type VerifiedLibrary = Pick<Layover, 'library' | 'checkFolders' | 'inspect'>;

/** A picture whose bytes are not there, and what shows it. */
interface LostPicture {
  readonly file: string;
  readonly lies: Finding['lies'];
  readonly first: ArticleId;
  /** Of those that are read; it may be none. */
  readonly articles: readonly ArticleId[];
}

/**
 * Reads all. After a repair an article whose picture is gone for good says that it lacks it, so that it can be asked for; a kept version that cannot be
 * read is moved aside as an article is, what else is damaged of versions and in the trash stays where it is. Stopped, it answers what was found until then, and repairs
 * nothing any more. Throws `AppError`: `disk`, and `locked` for a repair where nothing may be changed.
 */
export async function verifyLibrary(layover: VerifiedLibrary, options: VerifyOptions): Promise<Verification> {
  const { library } = layover;
  const { repairs, now, onProgress, signal } = options;
  const isStopped = (): boolean => signal?.aborted === true;
  if (repairs) library.assertWritable();
  await (library.isReadOnly ? library.check({ readsAll: true, signal }) : layover.checkFolders(true, signal));
  const findings: Finding[] = [];
  const broken: { readonly copy: OtherCopy; readonly reason: string }[] = [];
  const lost = new Map<string, LostPicture>();
  const read = { articles: 0, versions: 0, trash: 0 };

  function lose(file: string, lies: Finding['lies'], id: ArticleId): void {
    const known = lost.get(file) ?? { file, lies, first: id, articles: [] };
    lost.set(file, lies === 'articles' ? { ...known, articles: [...known.articles, id] } : known);
  }

  const ids = library.catalogue.ids();
  const copies = isStopped() ? [] : await library.otherCopies();
  const total = ids.length + copies.length;
  const readOne = (lies: Finding['lies']): void => {
    read[lies] += 1;
    onProgress?.({ done: read.articles + read.versions + read.trash, total });
  };
  if (!isStopped()) onProgress?.({ done: 0, total });
  for (const id of ids) {
    if (isStopped()) break;
    const damaged = await library.damagedFiles(id).catch(unlessGone);
    findings.push(
      ...partsOf(damaged?.parts ?? [], { id, lies: 'articles', place: `articles/${id.slice(0, 2)}/${id}` }),
    );
    for (const file of damaged?.pictures ?? []) lose(file, 'articles', id);
    readOne('articles');
  }
  for (const copy of copies) {
    if (isStopped()) break;
    const { unreadable, mendable, parts, pictures } = await library.damageOfCopy(copy, repairs);
    if (unreadable !== null) broken.push({ copy, reason: unreadable });
    else if (mendable !== null) findings.push(brokenCopy(copy, mendable, repairs ? 'restored' : 'as it was'));
    findings.push(...partsOf(parts, copy));
    for (const file of pictures) lose(file, copy.lies, copy.id);
    readOne(copy.lies);
  }

  const mends = repairs && !isStopped();
  for (const { copy, reason } of broken) {
    const isAside = mends && copy.lies === 'versions' && (await library.moveAside(copy.place));
    findings.push(brokenCopy(copy, reason, isAside ? 'aside' : 'as it was'));
  }
  const unreadable: Finding[] = [];
  for (const { name: place, reason } of library.unreadable) {
    const became = mends && place.startsWith('articles/') && (await library.moveAside(place)) ? 'aside' : 'as it was';
    unreadable.push({ what: 'unreadable', place, lies: 'articles', article: null, reason, became });
  }
  findings.unshift(...unreadable);
  findings.push(...(await picturesOf(layover, [...lost.values()], mends)));
  // Without what was moved aside.
  if (findings.some(({ became }) => became === 'aside')) await layover.checkFolders(true);
  return { done: now().toISOString(), ...countsOf(findings), ...readOf(read), isStopped: isStopped(), findings };
}

function readOf({ articles, versions, trash }: Readonly<Record<Finding['lies'], number>>) {
  return { articles, versions, trashed: trash };
}

function countsOf(findings: readonly Finding[]) {
  const count = (fits: (finding: Finding) => boolean): number => findings.filter(fits).length;
  const damaged = findings.flatMap(({ what, place }) =>
    what === 'part' ? [place.slice(0, place.lastIndexOf('/'))] : [],
  );
  return {
    damaged: new Set(damaged).size,
    pictures: count(({ what }) => what === 'picture'),
    unreadable: count(({ what }) => what === 'unreadable'),
    mended: count(({ became }) => became !== 'as it was'),
    inVersions: count(({ lies }) => lies === 'versions'),
    inTrash: count(({ lies }) => lies === 'trash'),
  };
}

function brokenCopy({ id, lies, place }: OtherCopy, reason: string, became: Finding['became']): Finding {
  return { what: 'unreadable', place, lies, article: id, reason, became };
}

function partsOf(
  parts: readonly string[],
  { id, lies, place }: { readonly id: ArticleId; readonly lies: Finding['lies']; readonly place: string },
): readonly Finding[] {
  return parts.map((part) => ({
    what: 'part',
    place: `${place}/${part}`,
    lies,
    article: id,
    reason: null,
    became: 'as it was',
  }));
}

async function picturesOf(
  layover: VerifiedLibrary,
  lost: readonly LostPicture[],
  mends: boolean,
): Promise<readonly Finding[]> {
  /** Bytes of something else must not stand where a picture is looked for; without them it is known to be missing. */
  async function putAway(place: string, articles: readonly ArticleId[]): Promise<Finding['became']> {
    if (articles.length === 0) return 'as it was';
    const wasThere = await layover.library.moveAside(place);
    for (const id of articles) await layover.inspect(id);
    return wasThere ? 'aside' : 'noted';
  }

  const findings: Finding[] = [];
  const files = lost.map(({ file }) => file);
  const linked = mends ? await linkAgain(layover, files) : new Set<string>();
  for (const { file, lies, first, articles } of lost) {
    const place = `assets/${file}`;
    const became = !mends ? 'as it was' : linked.has(file) ? 'linked' : await putAway(place, articles);
    findings.push({ what: 'picture', place, lies, article: first, reason: null, became });
  }
  return findings;
}

/** Stores pictures again whose bytes lie under another name; answers which. */
async function linkAgain({ library }: VerifiedLibrary, files: readonly string[]): Promise<ReadonlySet<string>> {
  if (files.length === 0) return new Set();
  const found = await library.findBytes(new Set(files.map(hashOf)));
  const linked = new Set<string>();
  for (const file of files) {
    const bytes = found.get(hashOf(file));
    if (bytes === undefined) continue;
    await library.putAt(file, bytes);
    linked.add(file);
  }
  return linked;
}

function hashOf(file: string): string {
  return /([0-9a-f]{64})\./.exec(file)?.[1] ?? '';
}

/** One that was removed meanwhile has nothing that could be damaged. */
function unlessGone(failure: unknown): undefined {
  if (!(failure instanceof AppError) || failure.code === 'disk') throw failure;
  return undefined;
}
