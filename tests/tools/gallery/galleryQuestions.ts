// More screens of the gallery: what is asked before the person's own network is used, before the library moves, and before a newer Layover is fetched.
import type { UpdateState } from '#contract/updates.ts';
import type { FolderState } from '#contract/libraryFolder.ts';
import { detail } from '#contract/failureDetail.ts';
import { all, at, given, part, pressed, running, typed, type Go } from './goTo.ts';

const LIBRARY_PART = 10;
const UPDATES_PART = 12;
const OURS: FolderState = { isOurs: true, moved: null, failed: null };
const MOVED = { from: '/media/ada/Old disk/Layover/library', at: '2026-11-20T18:40:00.000Z' };
const FAILED = 'The disk of the new folder is full. The library is where it was.';
const NEWER = {
  version: '1.4.0',
  notes: 'Calmer\n\n• Pages are opened where you left them\n• Maps of a trip are kept with it',
};

const folder = (state: Partial<FolderState>, then?: Go): Go =>
  given({ 'folder.state': { value: { ...OURS, ...state } } }, part(LIBRARY_PART, then));
const updates = (step: UpdateState['step'], then?: Go): Go =>
  given(
    {
      'update.state': { value: { isPossible: true, step } },
      'update.fetch': {
        error: { code: 'network', message: 'This network counts its data.', detail: detail('meteredUpdate') },
      },
    },
    part(UPDATES_PART, then),
  );

/** How each of them is reached. */
export const QUESTION_SCREENS: Readonly<Record<string, Go>> = {
  'own-network': all(at('#/queue'), pressed('Control+n'), typed('http://192.168.1.7/notes'), pressed('Enter')),
  'own-network-allowed': given({ 'settings.get': { over: { privateHosts: ['192.168.1.7', 'notes.local'] } } }, part(5)),
  'library-move': folder({}),
  'library-moving': folder({}, running({ kind: 'move', done: 1_204, total: 3_410, name: 'Reading' })),
  'library-moved': folder({ moved: MOVED }),
  'library-moved-trash': all(folder({ moved: MOVED }), ({ page }) =>
    page.locator('.settings-part').nth(LIBRARY_PART).locator('.settings-line .button').nth(3).click(),
  ),
  'library-not-moved': folder({ failed: FAILED }),
  'library-none': given(
    {
      'folder.state': { value: OURS },
      'folder.open': { value: { outcome: 'none', folder: '/media/ada/Stick/Reading' } },
    },
    all(part(LIBRARY_PART), ({ page }) =>
      page.locator('.settings-part').nth(LIBRARY_PART).locator('.settings-line .button').nth(1).click(),
    ),
  ),
  'updates-offered': updates({ is: 'offered', ...NEWER, sizeBytes: 96_400_000 }),
  'updates-fetching': updates({ is: 'fetching', ...NEWER, done: 0.42 }),
  'updates-ready': updates({ is: 'ready', ...NEWER }),
  'updates-failed': updates({
    is: 'failed',
    message: 'Whether there is a newer Layover could not be found out. Nothing was changed. Try again later.',
  }),
  'updates-metered': all(updates({ is: 'offered', ...NEWER, sizeBytes: 96_400_000 }), ({ page }) =>
    page.locator('.settings-part').nth(UPDATES_PART).locator('.settings-line .button').first().click(),
  ),
};
