// Ways to the places, to the search and to everything by its name.
import { words } from '../../ui/words.ts';
import { always, inReader, key, mod, type Command } from '../command.ts';
import { goTo, PLACES, useView } from '../navigation.ts';
import { openPalette } from '../overlays.ts';
import { focusSearch } from '../searchFocus.ts';

const PLACE_KEYS = { queue: '1', timeline: '2', library: '3', settings: ',' } as const;

/** Commands that go somewhere. */
export const placeCommands: readonly Command[] = [
  { id: 'palette.open', title: words.commands.palette, shortcuts: [mod('k')], isAvailable: always, run: openPalette },
  {
    id: 'search.open',
    title: words.commands.search,
    shortcuts: [key('/'), mod('f')],
    isAvailable: always,
    run: () => {
      if (useView.getState().place !== 'library' || inReader()) goTo('library');
      focusSearch();
    },
  },
  ...PLACES.map((place) => ({
    id: `place.${place}`,
    title: words.commands.goTo[place],
    shortcuts: [mod(PLACE_KEYS[place])],
    isAvailable: always,
    run: () => goTo(place),
  })),
];
