// A long list of rows of any height, of which only the visible ones are in the page. Arrow keys go from row to row, Tab goes through
// the controls of the row one is at and then out. What a row does is the row's own business.
import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { Virtualizer, type CacheSnapshot, type VirtualizerHandle } from 'virtua';
import { useFlying } from './useFlying.ts';
import { whenIdle } from './whenIdle.ts';
import './VirtualList.css';

/** Moves the list from outside. */
export interface VirtualListHandle {
  /** Brings the row to the top of the view, `below` CSS pixels under its edge. */
  scrollToRow(index: number, below?: number): void;
  /** How many CSS pixels the row is under the upper edge of the view. */
  offsetOf(index: number): number;
  /** Puts the focus on the main control of the row and brings it into view. */
  focusRow(index: number): void;
  /** The row the person is at; `undefined` when the focus is elsewhere. */
  focused(): number | undefined;
}

/** A list of `rows`. */
export interface VirtualListProps<T> {
  readonly rows: ArrayLike<T>;
  readonly keyOf: (row: T) => string;
  readonly label: string;
  /**
   * Draws a row. Its main control carries `data-row-main`; every control of it gets `tabIndex`, so that only the row one is at can
   * be reached with Tab.
   */
  readonly children: (row: T, tabIndex: 0 | -1, index: number) => ReactNode;
  /** Draws a row while the list goes by faster than it can be read; as `children` unless given. */
  readonly renderBrief?: (row: T) => ReactNode;
  /** Whether the row has a main control; default all. */
  readonly hasControl?: (row: T) => boolean;
  /** Told that the person went from one row to another with Shift held. */
  readonly onExtend?: (from: number, to: number) => void;
  /** Told the first row in view, whether the last is in view, and the first row that nothing is drawn over, whenever one of them changes. */
  readonly onView?: (first: number, isAtEnd: boolean, firstClear: number) => void;
  /** Under this name the place in the list is kept while the list is away. */
  readonly memory?: string;
  /** About how high a row is, in CSS pixels; without it more rows are drawn at first than fit. */
  readonly rowHeight?: number;
  /** The row that is brought so many pixels under the edge when the list comes into being; counts more than `memory`. */
  readonly start?: { readonly row: number; readonly below: number } | undefined;
  /** Height in CSS pixels of what is drawn over the top of the list; rows are brought clear of it. */
  readonly covered?: number;
  readonly ref?: Ref<VirtualListHandle>;
}

// Enough for a turn of the wheel; more rows cost more to draw than is gained.
const BUFFER_PX = 120;
const MOST_TRIES = 4;

const placesLeft = new Map<string, { readonly offset: number; readonly cache: CacheSnapshot; readonly rows: number }>();

/** Draws the list; it fills its container and scrolls by itself. */
export function VirtualList<T>(props: VirtualListProps<T>): ReactNode {
  const {
    rows,
    keyOf,
    label,
    children,
    renderBrief,
    hasControl = () => true,
    onView,
    memory,
    start,
    rowHeight,
    covered = 0,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const [current, setCurrent] = useState<number>();
  const [wanted, setWanted] = useState<{ readonly row: number; readonly tries: number }>();
  const told = useRef('');
  const isFlying = useFlying(scroller, renderBrief !== undefined);
  const left = memory === undefined ? undefined : placesLeft.get(memory);
  const kept = left?.rows === rows.length ? left : undefined;

  const [first] = useState(() =>
    kept === undefined && start === undefined && rowHeight !== undefined ? firstRows(rows.length, rowHeight) : 0,
  );

  useImperativeHandle(props.ref, () => ({
    scrollToRow: (index, below = 0) => virtualizer.current?.scrollToIndex(index, { align: 'start', offset: -below }),
    offsetOf(index) {
      const list = virtualizer.current;
      return list === null ? 0 : list.getItemOffset(index) - list.scrollOffset;
    },
    focusRow(index) {
      setCurrent(index);
      setWanted({ row: index, tries: 0 });
    },
    focused: () => indexOf(document.activeElement),
  }));

  useLayoutEffect(() => {
    if (start !== undefined) virtualizer.current?.scrollToIndex(start.row, { align: 'start', offset: -start.below });
    else if (kept !== undefined) virtualizer.current?.scrollTo(kept.offset);
    // Only where the list was when it came into being matters.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    if (first === 0) return undefined;
    return whenIdle(() => chooseRows(scroller.current));
  }, [first]);

  useLayoutEffect(() => {
    if (wanted === undefined) return;
    const { row, tries } = wanted;
    const control = scroller.current?.querySelector<HTMLElement>(`[data-index="${row}"] [data-row-main]`);
    control?.focus({ preventScroll: true });
    reveal(virtualizer.current, row, covered);
    setWanted(undefined);
    // A row is hidden, and so takes no focus, until its height is known a frame or two later.
    if (control !== document.activeElement && tries < MOST_TRIES)
      requestAnimationFrame(() => setWanted({ row, tries: tries + 1 }));
  }, [wanted, covered]);

  const firstWithControl = controlFrom(rows, 0, 1, hasControl) ?? -1;
  const stop = current !== undefined && current < rows.length ? current : firstWithControl;

  function follow(offset: number): void {
    const list = virtualizer.current;
    if (list === null) return;
    if (memory !== undefined) placesLeft.set(memory, { offset, cache: list.cache, rows: rows.length });
    const index = list.findItemIndex(offset + 1);
    const isAtEnd = offset + list.viewportSize >= list.scrollSize - 1;
    const clear = list.findItemIndex(offset + covered + 1);
    const now = `${index} ${isAtEnd} ${clear}`;
    if (told.current === now) return;
    told.current = now;
    onView?.(index, isAtEnd, clear);
  }

  function noteFocus(event: FocusEvent): void {
    const index = indexOf(event.target);
    if (index !== undefined) setCurrent(index);
  }

  function move(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.shiftKey && props.onExtend === undefined) return;
    const from = indexOf(event.target);
    if (from === undefined) return;
    const to = destination(event.key, from) ?? page(event.key, from);
    if (to === undefined) return;
    event.preventDefault();
    if (event.shiftKey) props.onExtend?.(from, to);
    setCurrent(to);
    setWanted({ row: to, tries: 0 });
  }

  function destination(key: string, from: number): number | undefined {
    if (key === 'ArrowDown') return controlFrom(rows, from + 1, 1, hasControl);
    if (key === 'ArrowUp') return controlFrom(rows, from - 1, -1, hasControl);
    if (key === 'Home') return controlFrom(rows, 0, 1, hasControl);
    if (key === 'End') return controlFrom(rows, rows.length - 1, -1, hasControl);
    return undefined;
  }

  /** A page further; at the end as far as there is. */
  function page(key: string, from: number): number | undefined {
    const list = virtualizer.current;
    const step = key === 'PageDown' ? 1 : key === 'PageUp' ? -1 : 0;
    if (list === null || step === 0) return undefined;
    const aim = list.findItemIndex(list.getItemOffset(from) + step * (list.viewportSize - covered));
    return (
      controlFrom(rows, step === 1 ? Math.max(aim, from + 1) : Math.min(aim, from - 1), step, hasControl) ??
      destination(step === 1 ? 'End' : 'Home', from)
    );
  }

  return (
    // A list without controls must still be scrolled by keys, so then it can itself be focused; the keys heard here bubble from controls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="virtual-list"
      ref={scroller}
      role="group"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={firstWithControl === -1 ? 0 : -1}
      onFocus={noteFocus}
      onKeyDown={move}
    >
      <Virtualizer
        ref={virtualizer}
        scrollRef={scroller}
        as="ul"
        item="li"
        data={rows}
        bufferSize={BUFFER_PX}
        onScroll={follow}
        keepMounted={stop === -1 ? [] : [stop]}
        ssrCount={first}
        {...(rowHeight === undefined ? {} : { itemSize: rowHeight })}
        {...(kept === undefined ? {} : { cache: kept.cache })}
      >
        {(row, index) => (
          <div key={keyOf(row)} data-index={index}>
            {isFlying && renderBrief !== undefined && index !== stop
              ? renderBrief(row)
              : children(row, index === stop ? 0 : -1, index)}
          </div>
        )}
      </Virtualizer>
    </div>
  );
}

/** How many rows are drawn in the first pass, before the height of the view is known: as many as fill the window, of a list much longer. */
function firstRows(count: number, rowHeight: number): number {
  const filling = Math.ceil(window.innerHeight / rowHeight);
  return count > 3 * filling ? filling : 0;
}

/** Virtua keeps to the rows of the first pass until the list is scrolled: one point to and fro has it choose its rows by itself. */
function chooseRows(scroller: HTMLElement | null): void {
  if (scroller === null || scroller.scrollTop > 0) return;
  for (const by of [1, -1]) {
    scroller.scrollBy(0, by);
    scroller.dispatchEvent(new Event('scroll'));
  }
}

function reveal(list: VirtualizerHandle | null, index: number, covered: number): void {
  if (list === null) return;
  const top = list.getItemOffset(index);
  const bottom = top + list.getItemSize(index);
  if (top < list.scrollOffset + covered) list.scrollTo(top - covered);
  else if (bottom > list.scrollOffset + list.viewportSize) list.scrollTo(bottom - list.viewportSize);
}

function indexOf(target: EventTarget | null): number | undefined {
  const index = target instanceof HTMLElement ? target.closest('[data-index]')?.getAttribute('data-index') : undefined;
  return typeof index === 'string' ? Number(index) : undefined;
}

/** The first row with a main control, going from a place forwards or back. */
function controlFrom<T>(
  rows: ArrayLike<T>,
  start: number,
  step: 1 | -1,
  hasControl: (row: T) => boolean,
): number | undefined {
  for (let index = start; index >= 0 && index < rows.length; index += step) {
    const row = rows[index];
    if (row !== undefined && hasControl(row)) return index;
  }
  return undefined;
}
