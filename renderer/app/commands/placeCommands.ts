// Ways to the places and to the search.
import { SearchIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { always, inReader, key, mod, type Command } from '../command.ts';
import { goTo, PLACES, useView } from '../navigation.ts';
import { PLACE_ICONS } from '../placeIcons.ts';
import { focusSearch } from '../searchFocus.ts';

const PLACE_KEYS = { queue: '1', timeline: '2', library: '3', trips: '4', settings: ',' } as const;

const going = { group: 'go', menu: 'go' } as const;

/** Commands that go somewhere. */
export const placeCommands: readonly Command[] = [
  ...PLACES.map((place) => ({
    id: `place.${place}`,
    title: words.commands.goTo[place],
    icon: PLACE_ICONS[place],
    ...going,
    shortcuts: [mod(PLACE_KEYS[place])],
    isAvailable: always,
    run: () => goTo(place),
  })),
  {
    id: 'search.open',
    title: words.commands.search,
    icon: SearchIcon,
    ...going,
    shortcuts: [key('/'), mod('f')],
    isAvailable: always,
    run: () => {
      if (useView.getState().place !== 'library' || inReader()) goTo('library');
      focusSearch();
    },
  },
];
