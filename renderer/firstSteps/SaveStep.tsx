// The third step: the ways a page comes into the library, each in a line with a button that tries it.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { useShortcut } from '../app/commandStates.ts';
import { showShortcut } from '../app/keyPress.ts';
import { takeSettings, useMirror } from '../app/mirror.ts';
import { goTo } from '../app/navigation.ts';
import { openFollow, openSaveDialog } from '../app/overlays.ts';
import { focusBrowser } from '../app/searchFocus.ts';
import { AddIcon, BrowserIcon, DropIcon, FeedIcon, FolderIcon, TimelineIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { endFirstSteps, lookAround, stepAside } from './firstSteps.ts';

/** Draws it. */
export function SaveStep(): ReactNode {
  const { isReadOnly } = useMirror();
  const watchedFolder = useMirror(({ settings }) => settings.watchedFolder);
  const shortcut = useShortcut('save.open');
  if (isReadOnly) return <p role="status">{words.firstSteps.readOnly}</p>;
  const told = words.firstSteps;
  return (
    <>
      <p>{told.saveLead}</p>
      <ul className="first-steps-ways">
        <Way
          icon={AddIcon}
          name={told.address}
          hint={shortcut === undefined ? told.addressHintPlain : told.addressHint({ keys: showShortcut(shortcut) })}
          label={told.addressTry}
          run={() => stepAside(openSaveDialog)}
        />
        <Way
          icon={DropIcon}
          name={told.drop}
          hint={told.dropHint}
          label={told.dropTry}
          run={() => attempt(call('save.choose'))}
        />
        <Way
          icon={BrowserIcon}
          name={told.browser}
          hint={told.browserHint}
          label={told.browserTry}
          run={() => {
            endFirstSteps();
            goTo('settings');
            focusBrowser();
          }}
        />
        <Way
          icon={FolderIcon}
          name={told.watched}
          hint={watchedFolder === null ? told.watchedHint : told.watchedOn({ folder: watchedFolder })}
          label={told.watchedTry}
          run={() => attempt(takeSettings(call('watch.choose')))}
        />
        <Way
          icon={FeedIcon}
          name={told.feeds}
          hint={told.feedsHint}
          label={told.feedsTry}
          run={() => stepAside(openFollow)}
        />
        <Way icon={TimelineIcon} name={told.sample} hint={told.sampleHint} label={told.sampleTry} run={lookAround} />
      </ul>
    </>
  );
}

interface WayProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly hint: string;
  readonly label: string;
  readonly run: () => void;
}

function Way({ icon: Icon, name, hint, label, run }: WayProps): ReactNode {
  return (
    <li>
      <Icon size={18} aria-hidden />
      <div>
        <h3 className="first-steps-name">{name}</h3>
        <p className="first-steps-hint">{hint}</p>
      </div>
      <button type="button" className="button button-small" onClick={run}>
        {label}
      </button>
    </li>
  );
}
