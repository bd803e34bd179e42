// The values of one part of the filter with their counts, several of which may be chosen.
import { useState, type ReactNode } from 'react';
import { ListBox, ListBoxItem, type Selection } from 'react-aria-components';
import { isArticleId } from '#contract/article.ts';
import { POST_KINDS, POST_STATES, type FacetValue, type TimelineFilter } from '#contract/post.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { narrow, useView } from '../app/navigation.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { formatCount } from '../ui/dates.ts';
import { CheckIcon } from '../ui/icons.ts';
import { FailureLines } from '../ui/Failure.tsx';
import { words } from '../ui/words.ts';

/** A part of the filter that is a choice of values. */
export type ValuePart = 'kinds' | 'states' | 'sites' | 'lists';

/** Which part to choose from. */
export interface FilterValuesProps {
  readonly part: ValuePart;
  readonly filter: TimelineFilter;
}

// Fewer are seen at a glance.
const MANY = 12;

/** Draws the choice. */
export function FilterValues({ part, filter }: FilterValuesProps): ReactNode {
  const axis = useView((view) => view.axis);
  const revision = useMirror((mirror) => mirror.revision);
  const [sought, setSought] = useState('');
  const answer = useAnswer(`${revision} ${axis} ${JSON.stringify(filter)}`, () =>
    call('timeline.facets', { axis, filter }),
  );
  if (answer.state === 'waiting') return <p className="filter-note">{words.loading}</p>;
  if (answer.state === 'failed') return <FailureLines title={words.timeline.valuesFailed} {...answer} />;
  const counted = answer.value[part];
  const gone = filter[part].filter((value) => counted.every((each) => each.value !== value));
  const values = [...counted, ...gone.map((value): FacetValue => ({ value, label: value, count: 0 }))];
  const fitting = values.filter((each) => labelOf(part, each).toLowerCase().includes(sought.trim().toLowerCase()));

  return (
    <>
      {values.length > MANY && (
        <input
          className="field"
          type="text"
          value={sought}
          placeholder={words.timeline.searchValues[part]}
          aria-label={words.timeline.searchValues[part]}
          onChange={({ target: { value } }) => setSought(value)}
        />
      )}
      <ListBox
        className="filter-values"
        aria-label={words.timeline.filters[part]}
        selectionMode="multiple"
        escapeKeyBehavior="none"
        selectedKeys={filter[part].map(keyOf)}
        onSelectionChange={(keys) => narrow(chosen(part, keys))}
        renderEmptyState={() => <p className="filter-note">{words.timeline.noValues}</p>}
        items={fitting}
      >
        {(each) => (
          <ListBoxItem id={keyOf(each.value)} textValue={labelOf(part, each)} className="filter-value">
            {({ isSelected }) => (
              <>
                <span className="filter-check" aria-hidden>
                  {isSelected && <CheckIcon size={14} />}
                </span>
                <span className="filter-label" dir="auto">
                  {labelOf(part, each)}
                </span>
                <span className="filter-count">{formatCount(each.count)}</span>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </>
  );
}

/** The words of a value; a site may have no name. */
function labelOf(part: ValuePart, { value, label }: FacetValue): string {
  const kind = POST_KINDS.find((each) => each === value);
  const state = POST_STATES.find((each) => each === value);
  if (part === 'kinds' && kind !== undefined) return words.kinds[kind];
  if (part === 'states' && state !== undefined) return words.timeline.states[state];
  return label === '' ? words.timeline.noSite : label;
}

/** An empty value is no key of a list. */
function keyOf(value: string): string {
  return `=${value}`;
}

function chosen(part: ValuePart, keys: Selection): Partial<TimelineFilter> {
  const values = keys === 'all' ? [] : [...keys].map((key) => String(key).slice(1));
  if (part === 'kinds') return { kinds: POST_KINDS.filter((kind) => values.includes(kind)) };
  if (part === 'states') return { states: POST_STATES.filter((state) => values.includes(state)) };
  return part === 'sites' ? { sites: values } : { lists: values.filter(isArticleId) };
}
