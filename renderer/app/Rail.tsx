// The rail at the left: the places, the way to save, and the saves under way. Nothing else belongs here.
import type { ReactNode } from 'react';
import { useMirror } from './mirror.ts';
import { goTo, PLACES, useView, type Place } from './navigation.ts';
import { openPalette, openSaveDialog } from './overlays.ts';
import { queueOf } from '../queue/queueOrder.ts';
import { SaveTray } from '../saving/SaveTray.tsx';
import { formatCount } from '../ui/dates.ts';
import { AddIcon, SearchIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { useShortcut } from './commandStates.ts';
import { showShortcut } from './keyPress.ts';
import { PLACE_ICONS } from './placeIcons.ts';
import './Rail.css';

/** Draws the rail. */
export function Rail(): ReactNode {
  const place = useView((view) => view.place);
  const columns = useMirror((mirror) => mirror.columns);
  const bySaved = useMirror((mirror) => mirror.bySaved);
  const paletteKey = useShortcut('palette.open');
  const { started, next } = queueOf(columns, bySaved);
  const waiting = started.length + next.length;
  return (
    <header className="rail">
      <p className="rail-name">
        <span className="rail-mark" aria-hidden />
        <span className="rail-text">{words.appName}</span>
      </p>
      <button type="button" className="button button-signal rail-save" onClick={() => openSaveDialog()}>
        <AddIcon size={18} strokeWidth={2.25} aria-hidden />
        {words.save}
      </button>
      <nav aria-label={words.placesLabel}>
        <ul className="rail-places">
          {PLACES.map((each) => (
            <li key={each}>
              <PlaceButton place={each} isHere={each === place} count={each === 'queue' ? waiting : 0} />
            </li>
          ))}
        </ul>
      </nav>
      <SaveTray />
      <button type="button" className="rail-find" title={words.commands.palette} onClick={openPalette}>
        <SearchIcon size={15} aria-hidden />
        <span className="visually-hidden">{words.commands.palette}</span>
        {paletteKey !== undefined && <kbd>{showShortcut(paletteKey)}</kbd>}
      </button>
    </header>
  );
}

interface PlaceButtonProps {
  readonly place: Place;
  readonly isHere: boolean;
  readonly count: number;
}

function PlaceButton({ place, isHere, count }: PlaceButtonProps): ReactNode {
  const Icon = PLACE_ICONS[place];
  return (
    <button type="button" className="rail-place" aria-current={isHere ? 'page' : undefined} onClick={() => goTo(place)}>
      <Icon size={19} strokeWidth={1.75} aria-hidden />
      <span className="rail-text">{words.places[place]}</span>
      {count > 0 && (
        <span className="rail-count" aria-label={words.library.found({ count })}>
          {formatCount(count)}
        </span>
      )}
    </button>
  );
}
