// What can be done with one row of the board, in a menu beside its button. One menu serves all rows.
import type { ReactNode, RefObject } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import type { BoardRow, TripBoard } from '#contract/trip.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { useShortcut } from '../app/commandStates.ts';
import { showShortcut } from '../app/keyPress.ts';
import { words } from '../ui/words.ts';
import { dropItem, moveItem, signInFor, swapItem } from './tripActions.ts';
import { phaseOf } from './tripWords.ts';

/** Which row, and where. */
export interface RowMenuProps {
  readonly row: BoardRow;
  readonly board: TripBoard;
  readonly button: RefObject<HTMLElement | null>;
  readonly close: () => void;
}

/** Draws the menu. */
export function RowMenu({ row, board, button, close }: RowMenuProps): ReactNode {
  const { trip, rows, work } = board;
  const at = rows.findIndex(({ key }) => key === row.key);
  const { tripBoard } = words;
  return (
    <Popover
      className="popover command-popover"
      aria-label={tripBoard.more({ title: row.title })}
      placement="bottom end"
      triggerRef={button}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
    >
      <Menu
        className="command-menu"
        aria-label={tripBoard.more({ title: row.title })}
        // A menu takes the focus when it opens.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus="first"
        onClose={close}
      >
        {row.status === 'needsSignIn' && <Item label={tripBoard.signIn} run={() => signInFor(row)} />}
        {row.isRepairable && work === null && (
          <Item label={tripBoard.repair} run={() => attempt(call('trip.repair', { id: trip.id, key: row.key }))} />
        )}
        {phaseOf(trip) === 'planned' && (
          <Item label={tripBoard.swap} command="trip.swap" run={() => swapItem(trip.id, row)} />
        )}
        {at > 0 && <Item label={tripBoard.earlier} command="trip.earlier" run={() => moveItem(board, row, -1)} />}
        {at < rows.length - 1 && (
          <Item label={tripBoard.later} command="trip.later" run={() => moveItem(board, row, 1)} />
        )}
        <Item label={tripBoard.drop} command="trip.drop" run={() => dropItem(board, row)} />
      </Menu>
    </Popover>
  );
}

interface ItemProps {
  readonly label: string;
  /** Whose key is shown. */
  readonly command?: string;
  readonly run: () => void;
}

function Item({ label, command = '', run }: ItemProps): ReactNode {
  const shortcut = useShortcut(command);
  return (
    <MenuItem className="command-item row-menu-item" textValue={label} onAction={run}>
      <span className="command-label">{label}</span>
      {shortcut !== undefined && <kbd>{showShortcut(shortcut)}</kbd>}
    </MenuItem>
  );
}
