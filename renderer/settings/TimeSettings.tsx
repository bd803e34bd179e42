// How long texts are shown, where the app opens, and how fast the person reads: what is measured, and how to have it forgotten.
import type { ReactNode } from 'react';
import { ENOUGH_WORDS, measuredSpeed } from '#contract/readingSpeed.ts';
import type { Settings } from '#contract/settings.ts';
import { attempt } from '../app/articleActions.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { forgetSpeed, useReadingSpeed } from '../app/readingTime.ts';
import { languageName } from '../ui/languageName.ts';
import { words } from '../ui/words.ts';
import { Choices } from './Choices.tsx';

const FLOWS: readonly Settings['flow'][] = ['scrolled', 'paged'];
const change = (settings: Partial<Settings>): void => attempt(changeSettings(settings));

/** Draws the settings. */
export function TimeSettings(): ReactNode {
  const { flow, resumes, measuresSpeed } = useMirror((mirror) => mirror.settings);
  const { speed } = useReadingSpeed();
  const isMeasured = Object.keys(speed).length > 0;
  return (
    <section className="settings-part">
      <h2>{words.reading.settings}</h2>
      <Choices
        label={words.reading.flowLabel}
        values={FLOWS}
        chosen={flow}
        name={(each) => words.reading.flows[each]}
        choose={(each) => change({ flow: each })}
      />
      <Choice
        id="resumes-hint"
        label={words.reading.resumes}
        hint={words.reading.resumesHelp}
        isOn={resumes}
        set={(isOn) => change({ resumes: isOn })}
      />
      <Choice
        id="measures-hint"
        label={words.reading.measures}
        hint={words.reading.measuresHelp}
        isOn={measuresSpeed}
        set={(isOn) => change({ measuresSpeed: isOn })}
      />
      <Measured />
      {isMeasured && (
        <button type="button" className="button button-small" onClick={forgetSpeed}>
          {words.reading.forget}
        </button>
      )}
    </section>
  );
}

/** What was measured, a line for each language. */
function Measured(): ReactNode {
  const { speed } = useReadingSpeed();
  const lines = Object.keys(speed).flatMap((tag) => {
    const own = measuredSpeed(speed, tag);
    if (own === undefined) return [];
    const say = own.unit === 'words' ? words.reading.speedWords : words.reading.speedCharacters;
    const name = tag === 'und' ? words.reading.unknownLanguage : languageName(tag);
    return [
      { tag, text: say({ perMinute: Math.round(own.perMinute), counted: roughly(own.counted), language: name }) },
    ];
  });
  if (lines.length === 0) return <p className="settings-hint">{words.reading.noSpeed({ words: ENOUGH_WORDS })}</p>;
  return lines.map(({ tag, text }) => <p key={tag}>{text}</p>);
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly set: (isOn: boolean) => void;
}

function Choice({ id, label, hint, isOn, set }: ChoiceProps): ReactNode {
  return (
    <>
      <label className="settings-choice">
        <input type="checkbox" checked={isOn} aria-describedby={id} onChange={() => set(!isOn)} />
        {label}
      </label>
      <p className="settings-hint" id={id}>
        {hint}
      </p>
    </>
  );
}

/** To two figures: nobody counts words one by one. */
function roughly(count: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return Math.round(count / step) * step;
}
