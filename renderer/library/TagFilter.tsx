// The tags of the library with their counts, several of which may be chosen: all of them or any of them. What is chosen is written into the
// query.
import { useMemo, useState, type ReactNode } from 'react';
import { Button, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { countTags } from '#contract/columns.ts';
import { foldTag } from '#contract/tags.ts';
import { useMirror } from '../app/mirror.ts';
import { refine } from '../app/navigation.ts';
import { formatCount } from '../ui/dates.ts';
import { CheckIcon, TagIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { tagsIn, withTagTerms, type TagsMode } from './queryTerms.ts';
import './TagFilter.css';

const MODES = { all: words.shelves.allOfThem, any: words.shelves.anyOfThem } as const satisfies Record<
  TagsMode,
  string
>;
// Fewer are seen at a glance.
const MANY = 12;

/** Draws the button and what it opens. */
export function TagFilter({ query }: { readonly query: string }): ReactNode {
  const { tags } = tagsIn(query);
  return (
    <DialogTrigger>
      <Button className={`chip ${tags.length > 0 ? 'chip-on' : ''}`}>
        <TagIcon size={14} aria-hidden />
        {words.shelves.tags}
        {tags.length > 0 && (
          <span>
            <span aria-hidden>{formatCount(tags.length)}</span>
            <span className="visually-hidden">{words.shelves.tagsChosen({ count: tags.length })}</span>
          </span>
        )}
      </Button>
      <Popover className="popover tag-filter" placement="bottom start" aria-label={words.shelves.tags}>
        <TagChoice query={query} />
      </Popover>
    </DialogTrigger>
  );
}

function TagChoice({ query }: { readonly query: string }): ReactNode {
  const columns = useMirror((mirror) => mirror.columns);
  const counted = useMemo(() => countTags(columns), [columns]);
  const { tags, mode: written } = tagsIn(query);
  // A single tag is written the same either way.
  const [wanted, setWanted] = useState<TagsMode>(written);
  const mode = tags.length > 1 ? written : wanted;
  const [sought, setSought] = useState('');
  const fitting = counted.filter(({ value }) => foldTag(value).includes(foldTag(sought.trim())));

  const choose = (chosen: readonly string[], how: TagsMode): void => {
    setWanted(how);
    refine({ query: withTagTerms(query, { tags: chosen, mode: how }) });
  };
  if (counted.length === 0) return <p className="filter-note">{words.shelves.noTags}</p>;
  return (
    <>
      <fieldset className="tag-modes">
        <legend>{words.shelves.tagsMode}</legend>
        {(['all', 'any'] as const).map((each) => (
          <label key={each}>
            <input type="radio" name="tags-mode" checked={mode === each} onChange={() => choose(tags, each)} />
            {MODES[each]}
          </label>
        ))}
      </fieldset>
      {counted.length > MANY && (
        <input
          className="field"
          type="text"
          value={sought}
          placeholder={words.shelves.searchTags}
          aria-label={words.shelves.searchTags}
          onChange={({ target: { value } }) => setSought(value)}
        />
      )}
      <ListBox
        className="filter-values"
        aria-label={words.shelves.tags}
        selectionMode="multiple"
        escapeKeyBehavior="none"
        selectedKeys={tags.map(foldTag)}
        onSelectionChange={(keys) =>
          choose(
            counted.filter(({ value }) => keys === 'all' || keys.has(foldTag(value))).map(({ value }) => value),
            mode,
          )
        }
        renderEmptyState={() => <p className="filter-note">{words.shelves.noSuchTag({ query: sought.trim() })}</p>}
        items={fitting}
      >
        {({ value, count }) => (
          <ListBoxItem id={foldTag(value)} textValue={value} className="filter-value">
            {({ isSelected }) => (
              <>
                <span className="filter-check" aria-hidden>
                  {isSelected && <CheckIcon size={14} />}
                </span>
                <span className="filter-label">{value}</span>
                <span className="filter-count">{formatCount(count)}</span>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </>
  );
}
