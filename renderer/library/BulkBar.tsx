// What can be done with the selected articles, while there are any; and how far it is, with the way out, while it is being done.
import type { ReactNode } from 'react';
import { attempt } from '../app/articleActions.ts';
import { useMirror } from '../app/mirror.ts';
import { runCommand } from '../app/commands.ts';
import { openExport, openTags } from '../app/overlays.ts';
import {
  ArchiveIcon,
  ExportIcon,
  ReadIcon,
  RemoveIcon,
  StarIcon,
  TagIcon,
  TripsIcon,
  UnarchiveIcon,
  UnreadIcon,
  UnstarIcon,
} from '../ui/icons.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { words } from '../ui/words.ts';
import { cancelBulk, changeRows, removeRows, useBulk } from './bulk.ts';
import { selectedRows, selectNoRows, selectRows, useRowSelection } from './librarySelection.ts';
import './BulkBar.css';

/** What can be done; each ends with nothing selected, since what was selected may no longer be shown. */
const ACTIONS = [
  { label: words.shelves.markRead, Icon: ReadIcon, change: { isRead: true }, said: words.shelves.markedRead },
  { label: words.shelves.markUnread, Icon: UnreadIcon, change: { isRead: false }, said: words.shelves.markedUnread },
  { label: words.shelves.archive, Icon: ArchiveIcon, change: { isArchived: true }, said: words.shelves.archivedMany },
  {
    label: words.shelves.unarchive,
    Icon: UnarchiveIcon,
    change: { isArchived: false },
    said: words.shelves.unarchivedMany,
  },
  { label: words.shelves.star, Icon: StarIcon, change: { isStarred: true }, said: words.shelves.starredMany },
  { label: words.shelves.unstar, Icon: UnstarIcon, change: { isStarred: false }, said: words.shelves.unstarredMany },
] as const;

/** Draws the bar; `all` are the rows that could be selected. */
export function BulkBar({ all }: { readonly all: Uint32Array }): ReactNode {
  const columns = useMirror((mirror) => mirror.columns);
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const because = useMirror((mirror) => mirror.readOnlyBecause);
  const selection = useRowSelection((state) => state.rows);
  const progress = useBulk((state) => state.progress);
  if (progress !== undefined) return <Working done={progress.done} total={progress.total} />;
  if (selection.size === 0) return null;
  const rows = selectedRows(columns);
  return (
    <div className="bulk-bar" role="toolbar" aria-label={words.shelves.selection}>
      <p role="status">{words.shelves.selected({ count: rows.length, total: all.length })}</p>
      {rows.length < all.length && (
        <button type="button" className="button button-small button-plain" onClick={() => selectRows(all, true)}>
          {words.shelves.selectAll({ count: all.length })}
        </button>
      )}
      <button type="button" className="button button-small button-plain" onClick={selectNoRows}>
        {words.shelves.unselect}
      </button>
      {isReadOnly ? (
        <p>{words.library.readOnly[because]}</p>
      ) : (
        <div className="bulk-actions">
          {ACTIONS.map(({ label, Icon, change, said }) => (
            <IconButton key={label} label={label} run={() => finish(changeRows(rows, change, said))}>
              <Icon size={17} aria-hidden />
            </IconButton>
          ))}
          <IconButton label={words.shelves.tagMany} run={() => openTags(rows)}>
            <TagIcon size={17} aria-hidden />
          </IconButton>
          <IconButton label={words.trips.commands.take} run={() => runCommand('trip.take')}>
            <TripsIcon size={17} aria-hidden />
          </IconButton>
          <IconButton label={words.exporting.command} run={openExport}>
            <ExportIcon size={17} aria-hidden />
          </IconButton>
          <IconButton label={words.shelves.remove} run={() => finish(removeRows(rows))}>
            <RemoveIcon size={17} aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  );
}

function finish(work: Promise<void>): void {
  attempt(work.then(selectNoRows));
}

function Working({ done, total }: { readonly done: number; readonly total: number }): ReactNode {
  return (
    <div className="bulk-bar" role="group" aria-label={words.shelves.selection}>
      <p role="status">{words.shelves.working({ done, total })}</p>
      <progress max={Math.max(1, total)} value={done} aria-hidden />
      <button type="button" className="button button-small" onClick={() => attempt(cancelBulk())}>
        {words.shelves.cancel}
      </button>
    </div>
  );
}
