// What a trip draws from: names that can be taken away, and a search for more among views, tags, feeds and articles with related posts.
import { useMemo, useState, type ReactNode } from 'react';
import { Button, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { countTags } from '#contract/columns.ts';
import { TRIP_LIMITS, type Trip, type TripSource } from '#contract/trip.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { AddIcon, CloseIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { sourceText, type SourceNames } from './tripWords.ts';

/** What is changed. */
export interface SourcesFieldProps {
  readonly trip: Trip;
  readonly names: SourceNames;
  readonly change: (sources: readonly TripSource[]) => void;
}

/** Draws the field. */
export function SourcesField({ trip, names, change }: SourcesFieldProps): ReactNode {
  const { sources } = trip;
  return (
    <div className="plan-field plan-sources" role="group" aria-labelledby="plan-sources">
      <p id="plan-sources">{words.trips.sources}</p>
      <ul>
        {sources.map((source) => {
          const name = sourceText(source, names);
          return (
            <li key={keyOf(source)} className="plan-source">
              <span dir="auto">{name}</span>
              <button
                type="button"
                aria-label={words.trips.removeSource({ name })}
                onClick={() => change(sources.filter((each) => each !== source))}
              >
                <CloseIcon size={13} aria-hidden />
              </button>
            </li>
          );
        })}
        <li>
          <DialogTrigger>
            <Button className="button button-small plan-add">
              <AddIcon size={14} aria-hidden />
              {words.trips.addSource}
            </Button>
            <Popover className="popover plan-popover" placement="bottom start" aria-label={words.trips.addSource}>
              <SourceChoice
                sources={sources}
                names={names}
                add={(source) => {
                  if (sources.length < TRIP_LIMITS.sources) change([...sources, source]);
                }}
              />
            </Popover>
          </DialogTrigger>
        </li>
      </ul>
    </div>
  );
}

interface SourceChoiceProps {
  readonly sources: readonly TripSource[];
  readonly names: SourceNames;
  readonly add: (source: TripSource) => void;
}

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly source: TripSource;
}

const MOST = 60;

function SourceChoice({ sources, names, add }: SourceChoiceProps): ReactNode {
  const columns = useMirror((mirror) => mirror.columns);
  const tags = useMemo(() => countTags(columns), [columns]);
  const [sought, setSought] = useState('');
  const query = sought.trim();
  const found = useAnswer(query, async () => (query === '' ? [] : call('library.titles', { query })));
  const known: readonly TripSource[] = [
    { from: 'queue' },
    ...names.views.map(({ id }): TripSource => ({ from: 'view', id })),
    ...tags.map(({ value }): TripSource => ({ from: 'tag', tag: value })),
    ...names.feeds.map(({ id }): TripSource => ({ from: 'feed', feed: id })),
  ];
  const chosen = new Set(sources.map(keyOf));
  const choices = [
    ...known
      .map((source) => toChoice(source, names))
      .filter(({ name }) => name.toLowerCase().includes(query.toLowerCase())),
    ...(found.state === 'here' ? found.value : []).flatMap(({ card }) =>
      card.relatedCount === 0
        ? []
        : [toChoice({ from: 'related', articleId: card.id }, { ...names, titles: new Map([[card.id, card.title]]) })],
    ),
  ].filter(({ id }) => !chosen.has(id));
  return (
    <>
      <input
        className="field"
        type="text"
        value={sought}
        placeholder={words.trips.searchSources}
        aria-label={words.trips.searchSources}
        // What opens has one purpose, and this is where it begins.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={({ target: { value } }) => setSought(value)}
      />
      <ListBox
        className="filter-values"
        aria-label={words.trips.addSource}
        items={choices.slice(0, MOST)}
        onAction={(id) => {
          const choice = choices.find((each) => each.id === id);
          if (choice !== undefined) add(choice.source);
        }}
        renderEmptyState={() => (
          <p className="filter-note">{found.state === 'waiting' ? words.trips.searching : words.trips.noSuchSource}</p>
        )}
      >
        {({ id, name }) => (
          <ListBoxItem id={id} textValue={name} className="plan-choice">
            <span className="filter-label" dir="auto">
              {name}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </>
  );
}

function toChoice(source: TripSource, names: SourceNames): Choice {
  return { id: keyOf(source), name: sourceText(source, names), source };
}

function keyOf(source: TripSource): string {
  return JSON.stringify(source);
}
