// Chooses the date by which posts are ordered; the keys 1 to 4 do the same.
import type { ReactNode } from 'react';
import { AXES, type Axis } from '#contract/post.ts';
import { words } from '../ui/words.ts';
import './AxisSwitch.css';

/** What the switch shows. */
export interface AxisSwitchProps {
  readonly axis: Axis;
  readonly choose: (axis: Axis) => void;
}

/** Draws the switch. */
export function AxisSwitch({ axis, choose }: AxisSwitchProps): ReactNode {
  return (
    <div className="axis-switch" role="radiogroup" aria-label={words.timeline.axisLabel}>
      {AXES.map((each, i) => (
        <label key={each} className="axis-choice" title={words.timeline.axisMeanings[each]}>
          <input
            type="radio"
            className="visually-hidden"
            name="axis"
            checked={each === axis}
            onChange={() => choose(each)}
          />
          {words.axes[each]}
          <kbd aria-hidden>{i + 1}</kbd>
        </label>
      ))}
    </div>
  );
}
