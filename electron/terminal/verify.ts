// `layover verify`: what is not as it was saved, a line each, and what became of it. The exit code is 0 only when nothing is left that is not whole.
import type { Layover } from '../layover.ts';
import { verifyLibrary, type Finding } from '../library/care/verifyLibrary.ts';
import { createStatusLine } from './progressLine.ts';
import { print } from './standardStreams.ts';

/** What is verified, and how it is told. */
export interface VerifyWish {
  readonly repairs: boolean;
  readonly isJson: boolean;
}

const WHAT: Readonly<Record<Finding['what'], string>> = {
  unreadable: 'cannot be read',
  part: 'is not as it was saved; save the article again to have it whole',
  picture: 'is gone, or is not as it was saved',
};
const BECAME: Readonly<Record<Finding['became'], string>> = {
  'as it was': '',
  linked: ' Its bytes were found and linked again.',
  aside: ' It was moved aside.',
  noted: ' Its articles say so now.',
};

/** Verifies; with a repair the index is made anew as well. Answers the exit code. */
export async function verify(layover: Layover, { repairs, isJson }: VerifyWish): Promise<number> {
  if (repairs) await layover.library.dropIndex();
  const line = createStatusLine(process.stderr);
  const found = await verifyLibrary(layover, {
    repairs,
    now: () => new Date(),
    onProgress: ({ done, total }) => line.show(`${done} of ${total} articles read`),
  });
  line.clear();
  if (repairs) await layover.search.ready();
  await print(isJson ? `${JSON.stringify(found, null, 2)}\n` : linesOf(found.articles, found.findings, repairs));
  return found.findings.every(({ became }) => became === 'linked') ? 0 : 1;
}

function linesOf(articles: number, findings: readonly Finding[], repairs: boolean): string {
  const lines = findings.map(
    ({ place, what, reason, became }) =>
      `${place} ${WHAT[what]}${reason === null ? '.' : `: ${reason}`}${BECAME[became]}\n`,
  );
  const read = articles === 1 ? '1 article was read' : `${articles} articles were read`;
  const open = findings.filter(({ became }) => became === 'as it was').length;
  if (findings.length === 0) return `${read}. All of it is as it was saved.\n`;
  const hint = repairs || open === 0 ? '' : ' `layover verify --repair` mends what can be mended from what is here.';
  const things = findings.length === 1 ? '1 thing is' : `${findings.length} things are`;
  return `${lines.join('')}${read}; ${things} not as saved, ${findings.length - open} of them seen to.${hint}\n`;
}
