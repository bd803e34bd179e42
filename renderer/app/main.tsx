// Starts the window: fonts and looks, the copy of the library, the keys, the page. Nothing but order.
// Before the others: of two families that name one file, the first has the file that the page asked for ahead.
import '../ui/fonts.css';
import '@fontsource/atkinson-hyperlegible/latin-400.css';
import '@fontsource/opendyslexic/latin-400.css';
import '@fontsource-variable/hanken-grotesk/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@fontsource-variable/literata/wght.css';
import '@fontsource-variable/literata/wght-italic.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { words } from '../ui/words.ts';
import { drawnTheme, addressTheme } from '../ui/theme.ts';
import { direction, locale } from '../words/language.ts';
import { App, loadSecondPart } from './App.tsx';
import { attempt } from './articleActions.ts';
import { watchFirstSteps } from '../firstSteps/firstSteps.ts';
import { watchWindow } from '../health/health.ts';
import { watchImports } from '../importing/importing.ts';
import { watchExports } from '../exchange/exportJob.ts';
import { watchConflicts } from '../settings/conflicts.ts';
import { watchBulk } from '../library/bulk.ts';
import { watchCap } from '../library/capNotice.ts';
import { watchBulkSaves } from './bulkSaves.ts';
import { call, listen } from './client.ts';
import { runCommand } from './commands.ts';
import { watchCommands } from './commandStates.ts';
import { startContinuing } from './continuing.ts';
import { holdKeys } from './heldKeys.ts';
import { bindKeys } from './keys.ts';
import { keepMenu } from './systemMenu.ts';
import { startMirror } from './mirror.ts';
import { followHistory } from './navigation.ts';
import { showTrip } from '../trips/tripActions.ts';

const FIRST_DRAW_MS = 150;
const root = document.getElementById('app');
if (root === null) throw new Error('the page has no place for the app');

// Here before anything is laid out: text that is set again costs, and moves, more than reading its letters before they are asked for.
// Letters that cannot be read are stood in for by those of the system.
const letters = ['Hanken Grotesk Latin', 'Hanken Grotesk Extended', 'Literata Latin', 'Literata Extended'];
attempt(Promise.allSettled(letters.map((family) => document.fonts.load(`16px "${family}"`))));
document.documentElement.lang = locale;
document.documentElement.dir = direction;
// The settings themselves are here later, and nothing is to flash.
document.documentElement.dataset['theme'] = drawnTheme(addressTheme());
followHistory();
// What keys ask for may lie in the second part.
const letGo = holdKeys(() => false);
watchCommands();
keepMenu();
listen((happening) => {
  if (happening.name === 'command.chosen') runCommand(happening.payload.command);
  if (happening.name === 'trip.chosen') showTrip(happening.payload.id);
});
// A hint and no more: what waits looks for itself whether the network is there.
window.addEventListener('online', () => attempt(call('network.back')));
attempt(call('window.words', words.shell));
const continued = startContinuing();
const filled = startMirror();
attempt(continued);
attempt(filled);
watchBulkSaves();
watchBulk();
watchImports();
watchExports();
watchConflicts();
watchCap();
watchWindow();
watchFirstSteps();
const isWhole = loadSecondPart().finally(() => {
  bindKeys(document);
  letGo('press');
});
attempt(isWhole);

/** Draws once, with all that is shown, which is here a moment later; a library that takes longer is waited for in words. */
async function draw(place: HTMLElement): Promise<void> {
  await Promise.race([
    Promise.allSettled([continued, filled, isWhole]),
    new Promise((resolve) => window.setTimeout(resolve, FIRST_DRAW_MS)),
  ]);
  createRoot(place).render(
    <StrictMode>
      <I18nProvider locale={locale}>
        <App />
      </I18nProvider>
    </StrictMode>,
  );
}

// Not awaited: the second part waits in its turn until this file has come to its end.
attempt(draw(root));
