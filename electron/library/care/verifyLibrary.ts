// An open library in; what in it is not as it was saved out, and with a repair, what could be mended from what is here. Everything is read and
// nothing is fetched; what cannot be read is moved aside, never removed.
import type { ArticleId } from '#contract/article.ts';
import type { Progress } from '#contract/calls.ts';
import { AppError } from '#contract/errors.ts';
import type { Verified } from '#contract/health.ts';
import type { Layover } from '../openedLibrary.ts';

/** Something that is not as it was saved. */
export interface Finding {
  /** `unreadable`: cannot be read at all; `part`: a text of an article; `picture`: gone, or other bytes. */
  readonly what: 'unreadable' | 'part' | 'picture';
  /** Its place below the library's folder. */
  readonly place: string;
  readonly article: ArticleId | null;
  /** Of what cannot be read, why. */
  readonly reason: string | null;
  /** `linked`: its bytes were found again; `aside`: it was moved aside; `noted`: it was not there, and its articles say so now. */
  readonly became: 'as it was' | 'linked' | 'aside' | 'noted';
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

/**
 * Reads all. After a repair an article whose picture is gone for good says that it lacks it, so that it can be asked for. Throws `AppError`:
 * `disk`, `cancelled`, and `locked` for a repair where nothing may be changed.
 */
export async function verifyLibrary(layover: VerifiedLibrary, options: VerifyOptions): Promise<Verification> {
  const { library } = layover;
  const { repairs, now, onProgress, signal } = options;
  if (repairs) library.assertWritable();
  await (library.isReadOnly ? library.check({ readsAll: true }) : layover.checkFolders(true));
  const findings: Finding[] = [];
  for (const { name, reason } of library.unreadable) {
    const isAside = repairs && name.startsWith('articles/') && (await library.moveAside(name));
    findings.push({ what: 'unreadable', place: name, article: null, reason, became: isAside ? 'aside' : 'as it was' });
  }
  const ids = library.catalogue.ids();
  const lost = new Map<string, ArticleId[]>();
  for (const [done, id] of ids.entries()) {
    if (signal?.aborted === true) throw cancelled();
    onProgress?.({ done, total: ids.length });
    const damaged = await library.damagedFiles(id).catch(unlessGone);
    for (const part of damaged?.parts ?? []) {
      const place = `articles/${id.slice(0, 2)}/${id}/${part}`;
      findings.push({ what: 'part', place, article: id, reason: null, became: 'as it was' });
    }
    for (const file of damaged?.pictures ?? []) lost.set(file, [...(lost.get(file) ?? []), id]);
  }
  /** Bytes of something else must not stand where a picture is looked for; without them it is known to be missing. */
  async function putAway(place: string, articles: readonly ArticleId[]): Promise<Finding['became']> {
    const wasThere = await library.moveAside(place);
    for (const id of articles) await layover.inspect(id);
    return wasThere ? 'aside' : 'noted';
  }

  const linked = repairs ? await linkAgain(layover, [...lost.keys()]) : new Set<string>();
  for (const [file, articles] of lost) {
    const place = `assets/${file}`;
    const became = !repairs ? 'as it was' : linked.has(file) ? 'linked' : await putAway(place, articles);
    findings.push({ what: 'picture', place, article: articles[0] ?? null, reason: null, became });
  }
  // Without what was moved aside.
  if (repairs && findings.some(({ became }) => became === 'aside')) await layover.checkFolders(true);
  onProgress?.({ done: ids.length, total: ids.length });
  const count = (what: Finding['what']): number => findings.filter((each) => each.what === what).length;
  return {
    done: now().toISOString(),
    articles: ids.length,
    damaged: new Set(findings.flatMap(({ what, article }) => (what === 'part' ? [article] : []))).size,
    pictures: count('picture'),
    unreadable: count('unreadable'),
    mended: findings.filter(({ became }) => became !== 'as it was').length,
    findings,
  };
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

function cancelled(): AppError {
  return new AppError('cancelled', 'The check was stopped before it was done. Nothing was changed by it.');
}
