// What the timeline is narrowed to, and the ways to narrow it: by text, by value, by dates; and where to go by typing a date.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import { dateCode, type DateCode } from '#contract/dateCode.ts';
import type { PostDate } from '#contract/dates.ts';
import type { TimelineFilter } from '#contract/post.ts';
import { ariaShortcut, showShortcut } from '../app/keyPress.ts';
import { useShortcut } from '../app/commandStates.ts';
import { attempt } from '../app/articleActions.ts';
import { narrow, useView } from '../app/navigation.ts';
import { say } from '../app/toasts.ts';
import { formatCount } from '../ui/dates.ts';
import { SearchIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { locale } from '../words/language.ts';
import { FilterTokens } from './FilterTokens.tsx';
import { FilterValues, type ValuePart } from './FilterValues.tsx';
import { useFilterFocus } from './filterFocus.ts';
import './FilterBar.css';

const PARTS: readonly ValuePart[] = ['kinds', 'states', 'sites', 'lists'];

/** Draws the bar. */
export function FilterBar({ jump }: { readonly jump: (code: DateCode) => void }): ReactNode {
  const filter = useView((view) => view.filter);
  return (
    <div className="filter-bar">
      <TextFilter text={filter.text} />
      <div className="filter-menus">
        {PARTS.map((part) => (
          <FilterMenu key={part} name={words.timeline.filters[part]} chosen={filter[part].length}>
            <FilterValues part={part} filter={filter} />
          </FilterMenu>
        ))}
        <FilterMenu
          name={words.timeline.filters.range}
          chosen={[filter.from, filter.to].filter((bound) => bound !== null).length}
        >
          <RangeFields filter={filter} />
        </FilterMenu>
      </div>
      <JumpField jump={jump} />
      <FilterTokens filter={filter} />
    </div>
  );
}

function TextFilter({ text }: { readonly text: string }): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const asked = useFilterFocus((state) => state.filter);
  useEffect(() => {
    if (asked > 0) field.current?.select();
  }, [asked]);
  return (
    <div className="filter-text" role="search">
      <SearchIcon size={15} aria-hidden />
      <input
        ref={field}
        className="field"
        type="text"
        value={text}
        placeholder={words.timeline.filterLabel}
        aria-label={words.timeline.filterLabel}
        spellCheck={false}
        onChange={({ target: { value } }) => narrow({ text: value }, text === '' || value === '' ? 'push' : 'replace')}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          if (text === '') field.current?.blur();
          else narrow({ text: '' });
        }}
      />
    </div>
  );
}

interface FilterMenuProps {
  readonly name: string;
  readonly chosen: number;
  readonly children: ReactNode;
}

function FilterMenu({ name, chosen, children }: FilterMenuProps): ReactNode {
  return (
    <DialogTrigger>
      <Button className={`chip filter-menu ${chosen > 0 ? 'filter-menu-on' : ''}`}>
        {name}
        {chosen > 0 && (
          <span>
            <span aria-hidden>{formatCount(chosen)}</span>
            <span className="visually-hidden">{words.timeline.chosen({ count: chosen })}</span>
          </span>
        )}
      </Button>
      <Popover className="popover filter-popover" placement="bottom start" aria-label={name}>
        {children}
      </Popover>
    </DialogTrigger>
  );
}

function RangeFields({ filter: { from, to } }: { readonly filter: TimelineFilter }): ReactNode {
  const [typed, setTyped] = useState({ from: from ?? '', to: to ?? '' });
  const [problem, setProblem] = useState<string>();

  async function apply(): Promise<void> {
    const bounds = { from: await understand(typed.from), to: await understand(typed.to) };
    const wrong = (['from', 'to'] as const).find((bound) => typed[bound].trim() !== '' && bounds[bound] === null);
    setProblem(wrong === undefined ? undefined : words.timeline.jumpFailed({ text: typed[wrong] }));
    if (wrong === undefined) narrow(bounds);
  }

  return (
    <form
      className="range-fields"
      onSubmit={(event) => {
        event.preventDefault();
        attempt(apply());
      }}
    >
      {(['from', 'to'] as const).map((bound) => (
        <label key={bound}>
          {words.timeline[bound]}
          <input
            className="field"
            type="text"
            value={typed[bound]}
            placeholder={words.timeline.jumpPlaceholder}
            onChange={({ target: { value } }) => setTyped({ ...typed, [bound]: value })}
          />
        </label>
      ))}
      {problem !== undefined && (
        <p className="filter-problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="button button-small button-signal">
        {words.timeline.apply}
      </button>
    </form>
  );
}

function JumpField({ jump }: { readonly jump: (code: DateCode) => void }): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const asked = useFilterFocus((state) => state.jump);
  const [text, setText] = useState('');
  useEffect(() => {
    if (asked > 0) field.current?.select();
  }, [asked]);

  async function go(): Promise<void> {
    const date = await understand(text);
    if (date === null) {
      say({ text: words.timeline.jumpFailed({ text }) });
      return;
    }
    jump(dateCode(date));
  }

  const shortcut = useShortcut('timeline.jump');
  return (
    <form
      className="jump-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') attempt(go());
      }}
    >
      <input
        ref={field}
        className="field jump-field"
        type="text"
        value={text}
        placeholder={words.timeline.jumpPlaceholder}
        aria-label={words.timeline.jumpLabel}
        aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut)}
        spellCheck={false}
        onChange={({ target: { value } }) => setText(value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') field.current?.blur();
        }}
      />
      {shortcut !== undefined && (
        <span className="jump-key" aria-hidden>
          <kbd>{showShortcut(shortcut)}</kbd>
        </span>
      )}
    </form>
  );
}

/** A date as it was typed; what understands it is fetched from the disk when it is first needed. */
async function understand(text: string): Promise<PostDate | null> {
  if (text.trim() === '') return null;
  const { readDate } = await import('./readDate.ts');
  return readDate(text, new Date(), locale);
}
