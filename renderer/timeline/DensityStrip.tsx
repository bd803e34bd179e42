// The whole span at a glance, newest at the top: one bar for each month or year. Press, drag or use the arrow keys to go there.
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { formatMonth, formatMonthName } from '../ui/dates.ts';
import { words } from '../ui/words.ts';
import { barAtLine, followAim, type Aim, type Density, type DensityBar } from './density.ts';
import './DensityStrip.css';

/** What the strip shows and moves. */
export interface DensityStripProps {
  readonly density: Density;
  /** The line at the top of the list. */
  readonly line: number;
  /** The list cannot go on, so the last months may be in view without being at its top. */
  readonly isAtEnd: boolean;
  readonly jump: (line: number) => void;
}

// More would crowd the strip; they are spread over its height.
const MOST_LABELS = 14;

/** Draws the strip. */
export function DensityStrip({ density, line, isAtEnd, jump }: DensityStripProps): ReactNode {
  const { bars, most, unit } = density;
  const [aim, setAim] = useState<Aim>();
  const top = barAtLine(bars, line);
  const followed = aim === undefined ? undefined : followAim(aim, top, isAtEnd);
  if (followed !== aim) setAim(followed);
  const current = followed?.bar ?? top;
  const bar = bars[current];

  function go(index: number): void {
    const target = bars[Math.min(bars.length - 1, Math.max(0, index))];
    if (target === undefined) return;
    setAim({ bar: barAtLine(bars, target.line), isThere: false });
    jump(target.line);
  }

  function point(event: PointerEvent<HTMLDivElement>): void {
    if ((event.buttons & 1) === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { top, height } = event.currentTarget.getBoundingClientRect();
    go(Math.floor(((event.clientY - top) / height) * bars.length));
  }

  function press(event: KeyboardEvent): void {
    const target = {
      ArrowUp: filled(bars, current - 1, -1),
      ArrowDown: filled(bars, current + 1, 1),
      Home: 0,
      End: bars.length - 1,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    go(target);
  }

  return (
    <div className="density">
      <div
        className="density-bars"
        role="slider"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={unit === 'month' ? words.timeline.density : words.timeline.densityYears}
        aria-valuemin={0}
        aria-valuemax={bars.length - 1}
        aria-valuenow={current}
        aria-valuetext={bar === undefined ? '' : words.timeline.densityValue(formatMonth(bar.period), bar.count)}
        style={{ blockSize: `min(100%, ${bars.length * 1.5}rem)` }}
        onPointerDown={point}
        onPointerMove={point}
        onKeyDown={press}
      >
        <svg className="density-drawing" viewBox={`0 0 100 ${bars.length}`} preserveAspectRatio="none" aria-hidden>
          {bars.map(({ period, count }, i) => (
            <rect
              key={period}
              className={i === current ? 'density-bar density-bar-here' : 'density-bar'}
              // Area would hide the quiet months beside a loud one; the square root keeps them in sight.
              width={count === 0 ? 0 : Math.max(4, 100 * Math.sqrt(count / most))}
              height={0.72}
              x={0}
              y={i + 0.14}
            />
          ))}
        </svg>
        {labels(bars, unit).map(({ text, index, isYear }) => (
          <span
            key={index}
            className={isYear ? 'density-label density-year' : 'density-label'}
            style={{ insetBlockStart: `${((index + 0.5) / bars.length) * 100}%` }}
            aria-hidden
          >
            {text}
          </span>
        ))}
      </div>
    </div>
  );
}

interface Label {
  readonly text: string;
  readonly index: number;
  readonly isYear: boolean;
}

/** Months by name while they are few; else the years, thinned to what fits. */
function labels(bars: readonly DensityBar[], unit: Density['unit']): readonly Label[] {
  const all = bars.flatMap(({ period }, index): readonly Label[] => {
    const year = period.slice(0, 4);
    const isYear = index === 0 || bars[index - 1]?.period.slice(0, 4) !== year;
    if (unit === 'month' && bars.length <= MOST_LABELS && !isYear)
      return [{ text: formatMonthName(period), index, isYear }];
    if (unit === 'month' && bars.length <= MOST_LABELS)
      return [{ text: formatMonth(period).replace(/^(\p{L}{3})\p{L}*/u, '$1'), index, isYear }];
    return isYear ? [{ text: year, index, isYear }] : [];
  });
  const step = Math.ceil(all.length / MOST_LABELS);
  return all.filter((_, i) => i % step === 0);
}

/** The next bar in a direction that has posts; the starting one when there is none. */
function filled(bars: readonly DensityBar[], from: number, step: 1 | -1): number {
  for (let i = from; i >= 0 && i < bars.length; i += step) if ((bars[i]?.count ?? 0) > 0) return i;
  return from - step;
}
