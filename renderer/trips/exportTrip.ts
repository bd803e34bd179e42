// A trip and a form in; the trip in a file of that form, where the person says. How it goes is told as of any export.
import type { TripId, TripPack } from '#contract/trip.ts';
import type { TripPackWords } from '#contract/tripPackWords.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { begin } from '../exchange/exportJob.ts';
import { fileWords } from '../exchange/fileWords.ts';
import { words } from '../ui/words.ts';

/** Asks where the trip is to be written, and writes it; failures are said. */
export function exportTrip(id: TripId, pack: TripPack): void {
  attempt(begin(call('trip.export', { id, pack, words: packWords() })).then(() => undefined));
}

/** What the file says, in the language of the window; its gaps are filled by whoever writes it. */
function packWords(): TripPackWords {
  const date = '{date}';
  const count = '{count}';
  const { commands: _commands, preview: _preview, ...said } = words.tripPacks;
  return {
    ...fileWords(),
    ...said,
    provedOf: said.provedOf({ count, all: '{all}' }),
    imagesMissing: said.imagesMissing({ count }),
    added: said.added({ date }),
    updated: said.updated({ date }),
    published: said.published({ date }),
    savedFrom: said.savedFrom({ address: '{address}', date }),
    savedOn: said.savedOn({ date }),
    madeWith: said.madeWith({ date }),
  };
}
