// S5: whatever address the window asks for, nothing comes from outside of what the scheme serves.
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { openLibrary } from '../../../../electron/store/library.ts';
import { createPages, pagesOf } from '../../../../electron/serve/pages.ts';
import { responseOf } from '../../../helpers/pageAnswer.ts';
import { aDraft, someFiles } from '../../../unit/store/drafts.ts';
import { fillPagesFolder, SECRET } from '../../../unit/serve/pagesFolder.ts';
import { joinParts, type Goal } from '../goal.ts';
import { traversals } from '../traversals.ts';

const FULL = 23_058;
const SHORT_STEP = 12;

/** See `docs/promises.md`. */
export const s5: Goal = {
  id: 'S5',
  goal: 'the article scheme',
  figure:
    '≥ 23,058 traversal strings, NUL, %-forms, backslashes, device names, a link out, foreign ids: 0 bytes from outside, 0 exceptions',
  needs: [],
  limitMinutes: { short: 3, long: 15 },
  async run({ seed, isLong, share, work }) {
    fillPagesFolder(work);
    const library = await openLibrary(join(work, 'library'), { now: () => new Date() });
    const { id } = await library.add(aDraft(), someFiles('What the article says.'));
    await writeFile(join(work, 'library/secret.txt'), SECRET);
    await symlink(join(work, 'secret.txt'), join(work, 'library/assets/link.png'));
    const pages = createPages(pagesOf(join(work, 'built'), () => library));
    const all = traversals();
    const paths = all.filter(
      (_, index) => isLong || (index + seed) % Math.round(SHORT_STEP / share) === 0 || index < 25,
    );
    const served = new Set([
      await readFile(join(work, 'built/renderer/index.html'), 'utf8'),
      await readFile(join(work, 'built/renderer/window/main.js'), 'utf8'),
      await readFile(join(work, 'built/resources/page.css'), 'utf8'),
    ]);
    let [outside, thrown, failed] = [0, 0, 0];
    let naive = 0;
    for (const path of paths) {
      try {
        const response = responseOf(await pages({ url: `layover-app://app${path}`, method: 'GET' }));
        const body = await response.text();
        if (response.status === 500) failed += 1;
        if (body.includes(SECRET) || body.includes('root:') || (response.ok && !served.has(body))) outside += 1;
      } catch {
        thrown += 1;
      }
      naive += await isReadNaively(join(work, 'built/fonts'), path);
    }
    const article = responseOf(await pages({ url: `layover-app://app/article/${id}/`, method: 'GET' }));
    const isServed = article.ok && (await article.text()).includes('What the article says.');
    await library.close();
    return {
      tried: `${paths.length.toLocaleString('en')} of ${all.length.toLocaleString('en')} ways out on a real library, with a secret beside and links to it in it; other hosts are tried in the app by S14`,
      ...joinParts([
        { measured: `${outside} answers from outside`, isHeld: outside === 0 },
        { measured: `${thrown} exceptions, ${failed} answers that something broke`, isHeld: thrown + failed === 0 },
        { measured: `an article that is there ${isServed ? 'is' : 'is not'} served`, isHeld: isServed },
        ...(isLong
          ? [
              {
                measured: `${paths.length >= FULL ? 'at least' : 'fewer than'} ${FULL} strings`,
                isHeld: paths.length >= FULL,
              },
            ]
          : []),
      ]),
      control: {
        tried: `a handler that joins the path to its folder gave the secret ${naive} times`,
        hasFired: naive > 0,
      },
    };
  },
};

/** As handlers are written that know no better. */
async function isReadNaively(folder: string, path: string): Promise<number> {
  try {
    const text = await readFile(normalize(join(folder, decodeURIComponent(path.split(/[?#]/, 1)[0] ?? ''))), 'utf8');
    return text.includes(SECRET) ? 1 : 0;
  } catch {
    // Not there, or no path.
    return 0;
  }
}
