// A long list of rows of any height, of which only the visible ones are in the page. Arrow keys go from row to row, Tab goes through
// the controls of the row one is at and then out. What a row does is the row's own business.
import {
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
import './VirtualList.css';

/** Moves the list from outside. */
export interface VirtualListHandle {
  /** Brings the row to the top of the view, `below` CSS pixels under its edge. */
  scrollToRow(index: number, below?: number): void;
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
  readonly children: (row: T, tabIndex: 0 | -1) => ReactNode;
  /** Whether the row has a main control; default all. */
  readonly hasControl?: (row: T) => boolean;
  /** Told the first row in view and whether the last is in view, whenever either changes. */
  readonly onView?: (first: number, isAtEnd: boolean) => void;
  /** Under this name the place in the list is kept while the list is away. */
  readonly memory?: string;
  /** About how high a row is, in CSS pixels; without it more rows are drawn at first than fit. */
  readonly rowHeight?: number;
  /** Height in CSS pixels of what is drawn over the top of the list; rows are brought clear of it. */
  readonly covered?: number;
  readonly ref?: Ref<VirtualListHandle>;
}

const placesLeft = new Map<string, { readonly offset: number; readonly cache: CacheSnapshot; readonly rows: number }>();

/** Draws the list; it fills its container and scrolls by itself. */
export function VirtualList<T>(props: VirtualListProps<T>): ReactNode {
  const { rows, keyOf, label, children, hasControl = () => true, onView, memory, rowHeight, covered = 0 } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const [current, setCurrent] = useState<number>();
  const [wanted, setWanted] = useState<number>();
  const told = useRef('');
  const left = memory === undefined ? undefined : placesLeft.get(memory);
  const kept = left?.rows === rows.length ? left : undefined;

  useImperativeHandle(props.ref, () => ({
    scrollToRow: (index, below = 0) => virtualizer.current?.scrollToIndex(index, { align: 'start', offset: -below }),
  }));

  useLayoutEffect(() => {
    if (kept !== undefined) virtualizer.current?.scrollTo(kept.offset);
    // Only where the list was when it came into being matters.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useLayoutEffect(() => {
    if (wanted === undefined) return;
    const control = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted}"] [data-row-main]`);
    control?.focus({ preventScroll: true });
    reveal(virtualizer.current, wanted, covered);
    setWanted(undefined);
  }, [wanted, covered]);

  const firstWithControl = controlFrom(rows, 0, 1, hasControl) ?? -1;
  const stop = current !== undefined && current < rows.length ? current : firstWithControl;

  function follow(offset: number): void {
    const list = virtualizer.current;
    if (list === null) return;
    if (memory !== undefined) placesLeft.set(memory, { offset, cache: list.cache, rows: rows.length });
    const index = list.findItemIndex(offset + 1);
    const isAtEnd = offset + list.viewportSize >= list.scrollSize - 1;
    if (told.current === `${index} ${isAtEnd}`) return;
    told.current = `${index} ${isAtEnd}`;
    onView?.(index, isAtEnd);
  }

  function noteFocus(event: FocusEvent): void {
    const index = indexOf(event.target);
    if (index !== undefined) setCurrent(index);
  }

  function move(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
    const from = indexOf(event.target);
    if (from === undefined) return;
    const to = destination(event.key, from, rows, hasControl);
    if (to === undefined) return;
    event.preventDefault();
    setCurrent(to);
    setWanted(to);
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
        onScroll={follow}
        keepMounted={stop === -1 ? [] : [stop]}
        {...(rowHeight === undefined ? {} : { itemSize: rowHeight })}
        {...(kept === undefined ? {} : { cache: kept.cache })}
      >
        {(row, index) => (
          <div key={keyOf(row)} data-index={index}>
            {children(row, index === stop ? 0 : -1)}
          </div>
        )}
      </Virtualizer>
    </div>
  );
}

function reveal(list: VirtualizerHandle | null, index: number, covered: number): void {
  if (list === null) return;
  const top = list.getItemOffset(index);
  const bottom = top + list.getItemSize(index);
  if (top < list.scrollOffset + covered) list.scrollTo(top - covered);
  else if (bottom > list.scrollOffset + list.viewportSize) list.scrollTo(bottom - list.viewportSize);
}

function indexOf(target: EventTarget): number | undefined {
  const index = target instanceof HTMLElement ? target.closest('[data-index]')?.getAttribute('data-index') : undefined;
  return typeof index === 'string' ? Number(index) : undefined;
}

function destination<T>(
  key: string,
  from: number,
  rows: ArrayLike<T>,
  hasControl: (row: T) => boolean,
): number | undefined {
  if (key === 'ArrowDown') return controlFrom(rows, from + 1, 1, hasControl);
  if (key === 'ArrowUp') return controlFrom(rows, from - 1, -1, hasControl);
  if (key === 'Home') return controlFrom(rows, 0, 1, hasControl);
  if (key === 'End') return controlFrom(rows, rows.length - 1, -1, hasControl);
  return undefined;
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
