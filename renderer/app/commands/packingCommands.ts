// Ways to a trip from anywhere: planning one, and taking along the open article or those that are meant in a list.
import { planTrip } from '../../trips/tripActions.ts';
import { AddIcon, TripsIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { attempt, openCard } from '../articleActions.ts';
import { call } from '../client.ts';
import { inReader, type Command } from '../command.ts';
import { useMirror } from '../mirror.ts';
import { openTake } from '../overlays.ts';
import { inList, meantRows } from './libraryCommands.ts';

const mayChange = (): boolean => !useMirror.getState().isReadOnly;

async function takeMeant(): Promise<void> {
  const card = openCard();
  if (card !== undefined) {
    openTake([card.id]);
    return;
  }
  const found = await call('library.rows', { rows: meantRows() });
  openTake(found.map(({ card: { id } }) => id));
}

/** The commands. */
export const packingCommands: readonly Command[] = [
  {
    id: 'trip.plan',
    title: words.trips.commands.plan,
    icon: AddIcon,
    group: 'trips',
    menu: 'file',
    shortcuts: [],
    isAvailable: mayChange,
    run: planTrip,
  },
  {
    id: 'trip.take',
    title: words.trips.commands.take,
    icon: TripsIcon,
    group: 'article',
    menu: 'article',
    bars: ['reader'],
    where: ['reader', 'queue', 'library'],
    shortcuts: [{ key: 't', mod: false, shift: true }],
    isAvailable: () => mayChange() && (inReader() || (inList() && meantRows().length > 0)),
    run: () => attempt(takeMeant()),
  },
];
