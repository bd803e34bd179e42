// Whether Layover is to be portable in; where it keeps everything when it is out, which is the place of its profile from then on. Call before the app is ready.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { portableFolder } from '../library/portable.ts';

/** How a Layover is carried along: `folder` where it is, `unwritable` where it was to be and cannot; neither for any other. */
export interface Carried {
  readonly folder?: string;
  readonly unwritable?: { readonly folder: string; readonly failure: unknown };
}

/** Asked for once, a folder is found again by being there. */
export function carry(isPortable: boolean): Carried {
  const folder = portableFolder({ program: process.execPath, env: process.env, platform: process.platform });
  if (!isPortable && !existsSync(folder)) return {};
  const profile = join(folder, 'profile');
  try {
    mkdirSync(profile, { recursive: true });
  } catch (failure) {
    return { unwritable: { folder, failure } };
  }
  app.setPath('userData', profile);
  return { folder };
}
