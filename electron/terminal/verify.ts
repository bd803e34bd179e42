// `layover verify`: what is not as it was saved, a line each, and what became of it. The exit code is 0 only when everything was read and nothing is
// left that is not whole. Ctrl+C ends it with what was found so far; pressed again, at once.
import type { Layover } from '../layover.ts';
import { verifyLibrary, type Finding, type Verification } from '../library/care/verifyLibrary.ts';
import { createStatusLine } from './progressLine.ts';
import { print } from './standardStreams.ts';

/** What is verified, and how it is told. */
export interface VerifyWish {
  readonly repairs: boolean;
  readonly isJson: boolean;
}

const WHAT: Readonly<Record<Finding['what'], string>> = {
  unreadable: 'cannot be read',
  part: 'is not as it was saved',
  picture: 'is gone, or is not as it was saved',
};
const ONLY: Readonly<Record<Finding['lies'], string>> = {
  articles: '',
  versions: '; of what is here only a kept version shows it',
  trash: '; of what is here only the trash shows it',
};
const BECAME: Readonly<Record<Finding['became'], string>> = {
  'as it was': '',
  linked: ' Its bytes were found and linked again.',
  restored: ' It was made anew from its last good copy.',
  aside: ' It was moved aside.',
  noted: ' Its articles say so now.',
};

/** Verifies; with a repair the index is made anew as well. Answers the exit code. */
export async function verify(layover: Layover, { repairs, isJson }: VerifyWish): Promise<number> {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop);
  try {
    if (repairs) await layover.library.dropIndex();
    const line = createStatusLine(process.stderr);
    const found = await verifyLibrary(layover, {
      repairs,
      now: () => new Date(),
      onProgress: ({ done, total }) => line.show(`${done} of ${total} articles and copies read`),
      signal: stopping.signal,
    });
    line.clear();
    if (repairs && !found.isStopped) await layover.search.ready();
    await print(isJson ? `${JSON.stringify(found, null, 2)}\n` : linesOf(found, repairs));
    const isWhole = found.findings.every(({ became }) => became === 'linked' || became === 'restored');
    return isWhole && !found.isStopped ? 0 : 1;
  } finally {
    process.removeListener('SIGINT', stop);
  }
}

function linesOf(found: Verification, repairs: boolean): string {
  const { findings, isStopped } = found;
  const lines = findings.map((finding) => `${lineOf(finding)}\n`);
  const read = `${readOf(found)} read`;
  const undone = repairs ? ', so nothing was moved or linked' : '';
  const stopped = isStopped ? `It was stopped before everything was read${undone}.\n` : '';
  if (findings.length === 0) return `${read}. All of it is as it was saved.\n${stopped}`;
  const open = findings.filter(({ became }) => became === 'as it was').length;
  const hint = repairs || open === 0 ? '' : ' `layover verify --repair` mends what can be mended from what is here.';
  const things = findings.length === 1 ? '1 thing is' : `${findings.length} things are`;
  return `${lines.join('')}${read}; ${things} not as saved, ${findings.length - open} of them seen to.${whereOf(found)}${hint}\n${stopped}`;
}

function lineOf({ what, place, lies, reason, became }: Finding): string {
  const hint = what === 'part' && lies === 'articles' ? '; save the article again to have it whole' : '';
  const only = what === 'picture' ? ONLY[lies] : hint;
  return `${place} ${WHAT[what]}${only}${reason === null ? '.' : `: ${reason}`}${BECAME[became]}`;
}

/** What was read, as the begin of a sentence. */
function readOf({ articles, versions, trashed }: Verification): string {
  const parts = [
    articles === 1 ? '1 article' : `${articles} articles`,
    ...(versions === 0 ? [] : [versions === 1 ? '1 kept version' : `${versions} kept versions`]),
    ...(trashed === 0 ? [] : [`${trashed} in the trash`]),
  ];
  const isOne = parts.length === 1 && articles === 1;
  return `${parts.join(', ')} ${isOne ? 'was' : 'were'}`;
}

function whereOf({ inVersions, inTrash }: Verification): string {
  return inVersions + inTrash === 0 ? '' : ` Of these, ${inVersions} in kept versions, ${inTrash} in the trash.`;
}
