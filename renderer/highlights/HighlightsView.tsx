// All highlights of the library by article, the last highlighted first: searched, narrowed by colour and tag, opened, written to a file.
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { HIGHLIGHT_COLORS, type AllHighlights, type HighlightColor } from '#contract/highlight.ts';
import { call, listen } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { goTo, openArticle } from '../app/navigation.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { CloseIcon, SearchIcon } from '../ui/icons.ts';
import { FailureNotice } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { words } from '../ui/words.ts';
import { HighlightCard } from './HighlightCard.tsx';
import { ALL_HIGHLIGHTS, linesOf, tagsOf, type HighlightFilter } from './highlightFilter.ts';
import { HighlightsExportMenu } from './HighlightsExportMenu.tsx';
import { awaitHighlight } from './openHighlights.ts';
import './HighlightsView.css';

/** Draws the view; it fills its container. */
export function HighlightsView(): ReactNode {
  const revision = useMirror((mirror) => mirror.revision);
  const [changes, setChanges] = useState(0);
  useEffect(
    () =>
      listen(({ name }) => {
        if (name === 'highlights.changed') setChanges((count) => count + 1);
      }),
    [],
  );
  const answer = useAnswer(`${revision} ${changes}`, () => call('highlights.all'));
  if (answer.state === 'waiting') return <Notice title={words.highlights.loading} />;
  if (answer.state === 'failed') return <FailureNotice title={words.highlights.failed} {...answer} />;
  return <Found all={answer.value} />;
}

function Found({ all: { articles, unreadable } }: { readonly all: AllHighlights }): ReactNode {
  const [filter, setFilter] = useState<HighlightFilter>(ALL_HIGHLIGHTS);
  const lines = useMemo(() => linesOf(articles, filter), [articles, filter]);
  const tags = useMemo(() => tagsOf(articles), [articles]);
  const ids = lines.flatMap((line) => (line.line === 'highlight' ? [line.highlight.id] : []));
  const view = words.highlights.view;
  return (
    <div className="highlights-view">
      {unreadable.length > 0 && (
        <p className="highlights-unreadable" role="status" title={unreadable.join('\n')}>
          {view.unreadable({ count: unreadable.length })}
        </p>
      )}
      {articles.length === 0 ? (
        <Notice title={view.emptyTitle} action={{ label: view.toArticles, run: () => goTo('library') }}>
          {view.empty}
        </Notice>
      ) : (
        <>
          <Controls filter={filter} change={setFilter} tags={tags} ids={ids} />
          {lines.length === 0 ? (
            <Notice title={view.noneTitle} action={{ label: view.showAll, run: () => setFilter(ALL_HIGHLIGHTS) }}>
              {view.noneText}
            </Notice>
          ) : (
            <VirtualList
              key={JSON.stringify(filter)}
              rows={lines}
              keyOf={(line) => (line.line === 'article' ? line.articleId : line.highlight.id)}
              hasControl={(line) => line.line === 'highlight'}
              label={words.highlights.all}
              memory={`highlights ${JSON.stringify(filter)}`}
            >
              {(line, tabIndex) =>
                line.line === 'article' ? (
                  <div className="highlights-article">
                    <h2>{line.title}</h2>
                    <p>{words.highlights.count({ count: line.count })}</p>
                  </div>
                ) : (
                  <div className="highlights-row">
                    <HighlightCard
                      highlight={line.highlight}
                      tabIndex={tabIndex}
                      hint={view.openAt({ title: line.title })}
                      press={() => {
                        awaitHighlight(line.highlight.id);
                        openArticle(line.highlight.articleId);
                      }}
                    />
                  </div>
                )
              }
            </VirtualList>
          )}
        </>
      )}
    </div>
  );
}

interface ControlsProps {
  readonly filter: HighlightFilter;
  readonly change: (filter: HighlightFilter) => void;
  readonly tags: readonly string[];
  /** Those that are shown. */
  readonly ids: readonly string[];
}

function Controls({ filter, change, tags, ids }: ControlsProps): ReactNode {
  const view = words.highlights.view;
  const toggle = (color: HighlightColor): void => {
    const isOn = filter.colors.includes(color);
    change({ ...filter, colors: isOn ? filter.colors.filter((each) => each !== color) : [...filter.colors, color] });
  };
  return (
    <div className="highlights-controls">
      <div className="highlights-search" role="search">
        <SearchIcon size={17} aria-hidden />
        <input
          className="field"
          type="text"
          aria-label={view.search}
          placeholder={view.search}
          value={filter.query}
          onChange={(event) => change({ ...filter, query: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && filter.query !== '') change({ ...filter, query: '' });
          }}
        />
        {filter.query !== '' && (
          <IconButton label={view.clearSearch} run={() => change({ ...filter, query: '' })}>
            <CloseIcon size={16} aria-hidden />
          </IconButton>
        )}
      </div>
      <div className="swatches" role="group" aria-label={view.colorFilter}>
        {HIGHLIGHT_COLORS.map((color) => (
          <button
            key={color}
            type="button"
            className="swatch"
            data-color={color}
            data-selected={filter.colors.includes(color) ? '' : undefined}
            aria-pressed={filter.colors.includes(color)}
            aria-label={words.highlights.colors[color]}
            title={words.highlights.colors[color]}
            onClick={() => toggle(color)}
          />
        ))}
      </div>
      {tags.length > 0 && (
        <select
          className="highlights-tag"
          aria-label={view.tagFilter}
          value={filter.tag ?? ''}
          onChange={(event) => change({ ...filter, tag: event.target.value === '' ? null : event.target.value })}
        >
          <option value="">{view.anyTag}</option>
          {tags.map((tag) => (
            <option key={tag} value={tag}>
              {tag}
            </option>
          ))}
        </select>
      )}
      <p className="highlights-count" role="status">
        {words.highlights.count({ count: ids.length })}
      </p>
      <HighlightsExportMenu articleId={null} only={ids} />
    </div>
  );
}
