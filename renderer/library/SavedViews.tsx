// The saved views, to be chosen, renamed, moved and forgotten; and the way to save what is shown now as another.
import { useState, type ReactNode } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import { MOST_VIEWS, type SavedView } from '#contract/views.ts';
import { useMirror } from '../app/mirror.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { EarlierIcon, RemoveIcon, RenameIcon, ViewsIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import type { RowOrder } from './rowSorts.ts';
import { addView, moveView, removeView, renameView, showView } from './savedViews.ts';
import './SavedViews.css';

/** What is shown now. */
export interface SavedViewsProps {
  readonly query: string;
  readonly order: RowOrder;
}

/** Draws the button and what it opens. */
export function SavedViews({ query, order }: SavedViewsProps): ReactNode {
  return (
    <DialogTrigger>
      <Button className="chip views-button">
        <ViewsIcon size={14} aria-hidden />
        {words.views.label}
      </Button>
      <Popover className="popover views-popover" placement="bottom end" aria-label={words.views.label}>
        <Views query={query} order={order} />
      </Popover>
    </DialogTrigger>
  );
}

function Views({ query, order }: SavedViewsProps): ReactNode {
  const views = useMirror(({ settings }) => settings.views);
  const [name, setName] = useState('');
  return (
    <>
      {views.length === 0 && <p className="filter-note">{words.views.none}</p>}
      <ul className="views-list">
        {views.map((view, at) => (
          <ViewLine key={view.id} view={view} isFirst={at === 0} />
        ))}
      </ul>
      {query !== '' && views.length < MOST_VIEWS && (
        <form
          className="views-new"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            addView(name, query, order);
            setName('');
          }}
        >
          <label>
            {words.views.name}
            <input
              className="field"
              type="text"
              maxLength={80}
              value={name}
              onChange={({ target: { value } }) => setName(value)}
            />
          </label>
          <button type="submit" className="button button-small button-signal" disabled={name.trim() === ''}>
            {words.views.keep}
          </button>
        </form>
      )}
      {views.length >= MOST_VIEWS && <p className="filter-note">{words.views.full}</p>}
    </>
  );
}

function ViewLine({ view, isFirst }: { readonly view: SavedView; readonly isFirst: boolean }): ReactNode {
  const { id, name, query, sort } = view;
  // What is typed while it is renamed.
  const [typed, setTyped] = useState<string>();
  const rename = (): void => {
    if (typed !== undefined && typed.trim() !== '' && typed.trim() !== name) renameView(id, typed);
    setTyped(undefined);
  };
  return (
    <li className="views-line">
      {typed === undefined ? (
        <button type="button" className="views-show" onClick={() => showView(view)}>
          <span dir="auto">{name}</span>
          <span className="views-what">
            {words.views.what({
              query: query === '' ? words.views.everything : query,
              order: words.library.sorts[sort],
            })}
          </span>
        </button>
      ) : (
        <input
          className="field views-name"
          type="text"
          maxLength={80}
          aria-label={words.views.rename({ name })}
          value={typed}
          // It takes the place of the button that was pressed.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onFocus={({ target }) => target.select()}
          onChange={({ target: { value } }) => setTyped(value)}
          onBlur={rename}
          onKeyDown={(event) => {
            if (event.key === 'Enter') rename();
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setTyped(undefined);
          }}
        />
      )}
      <IconButton label={words.views.rename({ name })} isOff={typed !== undefined} run={() => setTyped(name)}>
        <RenameIcon size={15} aria-hidden />
      </IconButton>
      <button
        type="button"
        className="icon-button"
        disabled={isFirst}
        aria-label={words.views.up({ name })}
        title={words.views.up({ name })}
        onClick={() => moveView(id, -1)}
      >
        <EarlierIcon size={15} aria-hidden />
      </button>
      <IconButton label={words.views.remove({ name })} run={() => removeView(id)}>
        <RemoveIcon size={15} aria-hidden />
      </IconButton>
    </li>
  );
}
