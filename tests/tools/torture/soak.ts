// A library that is opened from and saved to for a long time; how its memory grew after the first tenth, and what was left lying about, out.
import { readdir } from 'node:fs/promises';
import { openLibrary } from '../../../electron/store/library.ts';
import { aDraft, someFiles } from '../../unit/store/drafts.ts';
import { collectGarbage } from './collectGarbage.ts';

/** What was seen. */
export interface Soaked {
  /** Memory at the end as a part of that after the first tenth: 1 is no growth. */
  readonly growth: number;
  readonly strayTemps: number;
  readonly orphans: number;
}

const KEPT = 20;
const PARAGRAPH = 'The boat leaves at nine and comes back at six. '.repeat(200);

/** Bytes in use once everything that can go has gone. */
function memory(): number {
  collectGarbage(3);
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** A picture of its own for every number: a PNG's header is enough for the store. */
function picture(number: number): Uint8Array {
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(`picture ${number}`.repeat(50))]);
}

/** Saves and opens; with `keep` given, each text that was opened is handed to it. */
export async function soak(
  folder: string,
  {
    saves,
    openings,
    keep = () => undefined,
  }: { readonly saves: number; readonly openings: number; readonly keep?: (text: string) => void },
): Promise<Soaked> {
  const library = await openLibrary(folder, { now: () => new Date() });
  let early = 0;
  const ids: string[] = [];
  for (let save = 0; save < saves; save += 1) {
    await library.putAsset(picture(save), 'image/png');
    const { id } = await library.add(aDraft({ title: `Boat ${save}` }), someFiles(`${save} ${PARAGRAPH}`));
    ids.push(id);
    for (let opening = 0; opening < openings / saves; opening += 1) {
      const opened = library.catalogue.ids()[opening % library.catalogue.count];
      if (opened === undefined) continue;
      await Promise.all([library.article(opened), library.content(opened)]);
      keep(await library.text(opened));
    }
    // The library stays as large as it is, so that what grows is not what it holds.
    const old = library.catalogue.ids().find((each) => each === ids[ids.length - KEPT - 1]);
    if (old !== undefined) {
      await library.remove(old);
      await library.trash.discard(old);
    }
    if (save === Math.floor(saves / 10)) early = memory();
  }
  const growth = memory() / early;
  await library.close();
  // What was stored in this life may be on its way to an article, and is left alone by it.
  const next = await openLibrary(folder, { now: () => new Date() });
  await next.sweepAssets();
  const orphans = (await next.assetNames()).size;
  await next.close();
  const names = await readdir(folder, { recursive: true });
  const strayTemps = names.filter((name) => name.endsWith('.tmp') || /^temp\/./.test(name)).length;
  return { growth, strayTemps, orphans };
}
