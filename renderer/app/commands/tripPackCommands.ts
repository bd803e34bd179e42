// Writing the trip that is open to a file: to be read anywhere, or to be joined with another Layover.
import type { TripPack } from '#contract/trip.ts';
import { useExportJob } from '../../exchange/exportJob.ts';
import { exportTrip } from '../../trips/exportTrip.ts';
import { useOpenTrip } from '../../trips/openTrip.ts';
import { ExportIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { inReader, type Command } from '../command.ts';
import { useView } from '../navigation.ts';

const PACKS: readonly TripPack[] = ['html', 'epub', 'layover'];

/** The commands; there is something to write as soon as one article of the trip is here. */
export const tripPackCommands: readonly Command[] = PACKS.map((pack) => ({
  id: `trip.write.${pack}`,
  title: words.tripPacks.commands[pack],
  shortcuts: [],
  where: ['trips'],
  group: 'trips',
  menu: 'file',
  icon: ExportIcon,
  reads: [useOpenTrip, useExportJob],
  isAvailable() {
    const { board } = useOpenTrip.getState();
    const isFree = useExportJob.getState().job?.state !== 'running';
    const isShown = useView.getState().place === 'trips' && !inReader();
    return isShown && isFree && board?.rows.some(({ articleId }) => articleId !== null) === true;
  },
  run() {
    const { board } = useOpenTrip.getState();
    if (board !== undefined) exportTrip(board.trip.id, pack);
  },
}));
