// The tags of one article or of many: those there are, with the way to take each off, and a field in which others are added as one types.
import { useMemo, useState, type ReactNode } from 'react';
import { Autocomplete, Input, Label, Menu, MenuItem, Text, TextField } from 'react-aria-components';
import { countTags, tagsOf, type ArticleColumns } from '#contract/columns.ts';
import { foldTag, toTag } from '#contract/tags.ts';
import { attempt } from '../app/articleActions.ts';
import { useMirror } from '../app/mirror.ts';
import { closeOverlay, useOverlays } from '../app/overlays.ts';
import { formatCount } from '../ui/dates.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { AddIcon, CloseIcon } from '../ui/icons.ts';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { words } from '../ui/words.ts';
import { changeRows } from './bulk.ts';
import './TagsDialog.css';

const MOST_OFFERED = 6;

/** Draws the dialog while it is open. */
export function TagsDialog(): ReactNode {
  const isOpen = useOverlays(({ open }) => open === 'tags');
  const rows = useOverlays((state) => state.rows);
  return (
    <SheetDialog
      isOpen={isOpen}
      part="tags"
      title={words.shelves.tagsTitle({ count: rows.length })}
      close={closeOverlay}
    >
      <Tags rows={rows} />
      <button type="button" className="button tags-close" onClick={closeOverlay}>
        {words.close}
      </button>
    </SheetDialog>
  );
}

/** A tag, and how many of the articles have it. */
interface SharedTag {
  readonly tag: string;
  readonly some: number;
}

function Tags({ rows }: { readonly rows: readonly number[] }): ReactNode {
  const columns = useMirror((mirror) => mirror.columns);
  const shared = useMemo(() => sharedTags(columns, rows), [columns, rows]);
  const add = (tags: readonly string[]): void => attempt(changeRows(rows, { addTags: tags }, words.shelves.taggedMany));
  const remove = (tag: string): void => attempt(changeRows(rows, { removeTags: [tag] }, words.shelves.taggedMany));
  return (
    <>
      {shared.length === 0 ? (
        <p className="tags-none">{words.shelves.noneYet}</p>
      ) : (
        <ul className="tags-list" aria-label={words.shelves.tagsLabel}>
          {shared.map(({ tag, some }) => (
            <li key={tag} className="tag">
              <span>{some === rows.length ? tag : words.shelves.ofSome({ tag, some, total: rows.length })}</span>
              {some < rows.length && (
                <IconButton label={words.shelves.giveToAll({ tag })} run={() => add([tag])}>
                  <AddIcon size={14} aria-hidden />
                </IconButton>
              )}
              <IconButton
                label={words.actions.onTitle({ action: words.actions.remove, title: tag })}
                run={() => remove(tag)}
              >
                <CloseIcon size={14} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <AddTag columns={columns} known={shared} total={rows.length} add={add} />
    </>
  );
}

interface AddTagProps {
  readonly columns: ArticleColumns;
  readonly known: readonly SharedTag[];
  readonly total: number;
  readonly add: (tags: readonly string[]) => void;
}

function AddTag({ columns, known, total, add }: AddTagProps): ReactNode {
  const [typed, setTyped] = useState('');
  const [isBad, setIsBad] = useState(false);
  const counted = useMemo(() => countTags(columns), [columns]);
  const onAll = new Set(known.filter(({ some }) => some === total).map(({ tag }) => foldTag(tag)));
  const sought = foldTag(typed.trim());
  const offered =
    sought === ''
      ? []
      : counted
          .filter(({ value }) => foldTag(value).includes(sought) && !onAll.has(foldTag(value)))
          .slice(0, MOST_OFFERED);

  function take(text: string): void {
    const parts = text.split(',').filter((part) => part.trim() !== '');
    const tags = parts.flatMap((part) => toTag(part) ?? []);
    setIsBad(tags.length < parts.length);
    if (tags.length === 0 || tags.length < parts.length) return;
    add(tags);
    setTyped('');
  }

  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped} disableAutoFocusFirst>
      <TextField
        className="tags-field"
        // The dialog has one purpose, and this is where it begins.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        isInvalid={isBad}
        onKeyDown={(event) => {
          const hasActive = event.target instanceof HTMLElement && event.target.hasAttribute('aria-activedescendant');
          if (event.key === 'Escape') closeOverlay();
          else if ((event.key === 'Enter' && !hasActive) || event.key === ',') {
            event.preventDefault();
            take(typed);
          } else event.continuePropagation();
        }}
      >
        <Label>{words.shelves.addTag}</Label>
        <Input className="field" />
        <Text slot="description" className="tags-hint">
          {isBad ? words.shelves.badTag : words.shelves.addTagHint}
        </Text>
      </TextField>
      {offered.length > 0 && (
        <Menu
          className="tags-offered"
          aria-label={words.shelves.tagsLabel}
          items={offered.map((each) => ({ id: each.value, ...each }))}
          onAction={(key) => take(String(key))}
        >
          {({ value, count }) => (
            <MenuItem textValue={value} className="search-completion">
              <Text slot="label">{value}</Text>
              <Text slot="description">{formatCount(count)}</Text>
            </MenuItem>
          )}
        </Menu>
      )}
    </Autocomplete>
  );
}

/** The tags of the articles, those that most have first. */
function sharedTags(columns: ArticleColumns, rows: readonly number[]): readonly SharedTag[] {
  const counted = new Map<string, SharedTag>();
  for (const tag of rows.flatMap((row) => tagsOf(columns, row))) {
    const known = counted.get(foldTag(tag));
    counted.set(foldTag(tag), { tag: known?.tag ?? tag, some: (known?.some ?? 0) + 1 });
  }
  return [...counted.values()].sort((a, b) => b.some - a.some);
}
