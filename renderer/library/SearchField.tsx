// Where a person writes what they look for: filters are completed from what the library has, and what means nothing is said with a way on.
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Autocomplete, Input, Menu, MenuItem, Text, TextField } from 'react-aria-components';
import { countTags, type ArticleColumns } from '#contract/columns.ts';
import { complete, type Completion, type CountedValue, type Vocabulary } from '#contract/query/complete.ts';
import type { QueryProblem } from '#contract/query/node.ts';
import { parseQuery } from '#contract/query/parse.ts';
import { useMirror } from '../app/mirror.ts';
import { refine } from '../app/navigation.ts';
import { useSearchFocus } from '../app/searchFocus.ts';
import { formatCount } from '../ui/dates.ts';
import { faultText } from '../ui/failureText.ts';
import { CloseIcon, SearchIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import './SearchField.css';

/** Draws the field. */
export function SearchField({ query }: { readonly query: string }): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const asked = useSearchFocus((state) => state.asked);
  const columns = useMirror((mirror) => mirror.columns);
  const [caret, setCaret] = useState<number>();
  const vocabulary = useMemo(() => vocabularyOf(columns), [columns]);
  const completions = caret === undefined ? [] : complete(query, caret, vocabulary);
  // Only the dates that are meant depend on the day, not what is wrong with them.
  const [opened] = useState(() => new Date());
  const { problems } = useMemo(() => parseQuery(query, opened), [query, opened]);
  useEffect(() => {
    if (asked === 0) return;
    field.current?.select();
    useSearchFocus.setState({ asked: 0 });
  }, [asked]);

  function take({ text, at: [start, end] }: Completion): void {
    // After a name comes its value, after a value the next word.
    const taken = text.endsWith(':') ? text : `${text} `;
    refine({ query: query.slice(0, start) + taken + query.slice(end).trimStart() });
    setCaret(start + taken.length);
    field.current?.focus();
  }

  return (
    <div className="library-search" role="search">
      <SearchIcon size={17} aria-hidden />
      <Autocomplete
        inputValue={query}
        disableAutoFocusFirst
        onInputChange={(value) => {
          refine({ query: value });
          setCaret(field.current?.selectionStart ?? value.length);
        }}
      >
        <TextField
          className="search-field"
          aria-label={words.library.searchLabel}
          onBlur={() => {
            // Going through the list only looks like leaving the field.
            if (document.activeElement !== field.current) setCaret(undefined);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') event.continuePropagation();
            else if (completions.length > 0) setCaret(undefined);
            else refine({ query: '' });
          }}
        >
          <Input
            ref={field}
            dir={query === '' ? undefined : 'auto'}
            className="field"
            placeholder={words.library.searchPlaceholder}
            spellCheck={false}
          />
          {query !== '' && (
            <button
              type="button"
              className="icon-button"
              aria-label={words.library.clearSearch}
              onClick={() => {
                refine({ query: '' });
                field.current?.focus();
              }}
            >
              <CloseIcon size={16} aria-hidden />
            </button>
          )}
        </TextField>
        {completions.length > 0 && (
          <Menu
            className="search-completions"
            aria-label={words.library.completions}
            items={completions.map((each) => ({ id: each.text, ...each }))}
            onAction={(key) => {
              const chosen = completions.find(({ text }) => text === key);
              if (chosen !== undefined) take(chosen);
            }}
          >
            {({ id, text, count }) => (
              <MenuItem id={id} textValue={text} className="search-completion">
                <Text slot="label">{text}</Text>
                {count !== null && <Text slot="description">{formatCount(count)}</Text>}
              </MenuItem>
            )}
          </Menu>
        )}
      </Autocomplete>
      {problems.map((problem) => (
        <Problem key={problem.at.join(' ')} query={query} problem={problem} />
      ))}
    </div>
  );
}

function Problem({ query, problem }: { readonly query: string; readonly problem: QueryProblem }): ReactNode {
  const { at, suggestion } = problem;
  const [start, end] = at;
  return (
    <p className="search-problem" role="status">
      <mark>{query.slice(start, end)}</mark> {faultText(problem)}{' '}
      {suggestion !== null && suggestion !== '' && (
        <button
          type="button"
          className="link-button"
          onClick={() => refine({ query: query.slice(0, start) + suggestion + query.slice(end) })}
        >
          {words.library.didYouMean({ suggestion })}
        </button>
      )}
    </p>
  );
}

function vocabularyOf(columns: ArticleColumns): Vocabulary {
  return {
    sites: countBy(columns, columns.site, (index) => columns.sites[index]?.host ?? columns.sites[index]?.name ?? null),
    langs: countBy(columns, columns.lang, (index) => columns.langs[index] ?? null),
    tags: countTags(columns),
  };
}

function countBy(
  { size }: ArticleColumns,
  column: Uint16Array | Uint32Array,
  nameOf: (index: number) => string | null,
): readonly CountedValue[] {
  const counts = new Map<number, number>();
  for (let row = 0; row < size; row += 1) {
    const index = column[row] ?? 0;
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  const named = new Map<string, number>();
  for (const [index, count] of counts) {
    const name = nameOf(index);
    if (name !== null) named.set(name, (named.get(name) ?? 0) + count);
  }
  return [...named].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
