// What can be done with trips: planned, filled, packed, checked, left on; and with the row of the departure board that has the focus.
import type { BoardRow, TripBoard, TripId } from '#contract/trip.ts';
import { foldPlan, focusedItem, isPlanOpen, nextUnread, useOpenTrip } from '../../trips/openTrip.ts';
import { dropItem, fillTrip, moveItem, openNext, removeTrip, swapItem, toggleLock } from '../../trips/tripActions.ts';
import { phaseOf, type Phase } from '../../trips/tripWords.ts';
import {
  FillIcon,
  LandIcon,
  LeaveIcon,
  LockedIcon,
  PackIcon,
  ProveIcon,
  RemoveIcon,
  RepairIcon,
  ResumeIcon,
  StopIcon,
  SwapIcon,
  UnfoldIcon,
} from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { attempt } from '../articleActions.ts';
import { call } from '../client.ts';
import { inReader, key, type Command } from '../command.ts';
import { useMirror } from '../mirror.ts';
import { useView } from '../navigation.ts';
import { sayDone } from '../undo.ts';

const mayChange = (): boolean => !useMirror.getState().isReadOnly;
const inTrips = (): boolean => useView.getState().place === 'trips' && !inReader();

/** The board that is shown, with no article over it, of a library that can be changed. */
function shownBoard(phases: readonly Phase[]): TripBoard | undefined {
  const { board } = useOpenTrip.getState();
  return board !== undefined && inTrips() && mayChange() && phases.includes(phaseOf(board.trip)) ? board : undefined;
}

const trips = { where: ['trips'], group: 'trips', reads: [useOpenTrip] } as const;

type Words = keyof typeof words.trips.commands;

interface OnTrip extends Pick<Command, 'icon' | 'over'> {
  readonly name: Words;
  readonly shortcuts?: Command['shortcuts'];
  readonly phases?: readonly Phase[];
  readonly fits?: (board: TripBoard) => boolean;
  readonly act: (id: TripId, board: TripBoard) => void;
}

/** A command on the trip that is open. */
function onTrip({ name, shortcuts = [], phases = ['planned'], fits = () => true, act, ...command }: OnTrip): Command {
  return {
    ...trips,
    ...command,
    id: `trip.${name}`,
    title: words.trips.commands[name],
    shortcuts,
    isAvailable() {
      const board = shownBoard(phases);
      return board !== undefined && fits(board);
    },
    run() {
      const { board } = useOpenTrip.getState();
      if (board !== undefined) act(board.trip.id, board);
    },
  };
}

interface OnRow extends Pick<OnTrip, 'name' | 'icon' | 'phases' | 'over'> {
  readonly shortcut: Command['shortcuts'][number];
  readonly act: (board: TripBoard, row: BoardRow) => void;
}

/** A command on the row that has the focus. */
function onRow({ shortcut, act, ...command }: OnRow): Command {
  return onTrip({
    ...command,
    shortcuts: [shortcut],
    fits: () => focusedItem() !== undefined,
    act(_id, board) {
      const row = focusedItem();
      if (row !== undefined) act(board, row);
    },
  });
}

const isIdle = ({ work }: TripBoard): boolean => work === null;
const isFilled = (board: TripBoard): boolean => isIdle(board) && board.rows.length > 0;
const ANY = ['planned', 'way', 'landed'] as const;

/** Sets out, or lands; who did so by mistake plans on, or is on the way again. */
async function leave(id: TripId, isBack: boolean): Promise<void> {
  await call('trip.leave', { id, isBack });
  sayDone(
    isBack
      ? { label: words.trips.landed, undo: () => call('trip.leave', { id, isBack: false }) }
      : { label: words.trips.onTheWay, undo: () => call('trip.stay', { id }) },
  );
}

/** The commands. */
export const tripCommands: readonly Command[] = [
  onTrip({
    name: 'next',
    icon: ResumeIcon,
    shortcuts: [key('n')],
    phases: ['way'],
    fits: (board) => nextUnread(board, null) !== undefined,
    act: openNext,
  }),
  {
    ...trips,
    id: 'trip.nextArticle',
    title: words.trips.commands.next,
    icon: ResumeIcon,
    where: ['reader'],
    shortcuts: [key('j')],
    over: ['article.next'],
    isAvailable: () => inReader() && useOpenTrip.getState().board !== undefined,
    run: openNext,
  },
  onTrip({ name: 'fill', icon: FillIcon, shortcuts: [key('f')], fits: isIdle, act: fillTrip }),
  onTrip({
    name: 'repair',
    icon: RepairIcon,
    shortcuts: [key('r')],
    fits: (board) => isIdle(board) && board.rows.some(({ isRepairable }) => isRepairable),
    act: (id) => attempt(call('trip.repair', { id, key: null })),
  }),
  onTrip({
    name: 'pack',
    icon: PackIcon,
    shortcuts: [key('p')],
    fits: isFilled,
    act: (id) => attempt(call('trip.pack', { id })),
  }),
  onTrip({
    name: 'check',
    icon: ProveIcon,
    shortcuts: [key('c')],
    over: ['reading.continue'],
    fits: isFilled,
    act: (id) => attempt(call('trip.check', { id })),
  }),
  onTrip({
    name: 'stop',
    icon: StopIcon,
    phases: ANY,
    fits: (board) => !isIdle(board),
    act: (id) => attempt(call('trip.stop', { id })),
  }),
  onTrip({
    name: 'openPlan',
    icon: UnfoldIcon,
    shortcuts: [key('e')],
    act: () => foldPlan(!isPlanOpen(useOpenTrip.getState())),
  }),
  onTrip({
    name: 'leave',
    icon: LeaveIcon,
    fits: ({ rows }) => rows.length > 0,
    act: (id) => attempt(leave(id, false)),
  }),
  onTrip({ name: 'land', icon: LandIcon, phases: ['way'], act: (id) => attempt(leave(id, true)) }),
  onTrip({ name: 'remove', icon: RemoveIcon, phases: ANY, act: (_id, { trip }) => removeTrip(trip) }),
  onRow({
    name: 'lock',
    icon: LockedIcon,
    shortcut: key('l'),
    act: ({ trip }, row) => toggleLock(trip.id, row),
  }),
  onRow({
    name: 'swap',
    icon: SwapIcon,
    shortcut: key('s'),
    over: ['save.open'],
    act: ({ trip }, row) => swapItem(trip.id, row),
  }),
  onRow({ name: 'drop', icon: RemoveIcon, phases: ANY, shortcut: key('Delete'), act: dropItem }),
  onRow({
    name: 'earlier',
    phases: ANY,
    shortcut: { key: 'ArrowUp', mod: false, alt: true },
    act: (board, row) => moveItem(board, row, -1),
  }),
  onRow({
    name: 'later',
    phases: ANY,
    shortcut: { key: 'ArrowDown', mod: false, alt: true },
    act: (board, row) => moveItem(board, row, 1),
  }),
];
