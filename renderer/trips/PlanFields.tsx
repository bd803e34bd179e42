// The fields of a trip's plan. Each is kept as the person leaves it; what is no number, or too small or large, goes back to what it was.
import { useId, useState, type ReactNode } from 'react';
import { TRIP_LIMITS, type Trip, type TripPlan } from '#contract/trip.ts';
import { words } from '../ui/words.ts';
import { DepartureFields } from './DepartureFields.tsx';
import { SourcesField } from './SourcesField.tsx';
import { changePlan } from './tripActions.ts';
import type { SourceNames } from './tripWords.ts';

/** What is changed. */
export interface PlanFieldsProps {
  readonly trip: Trip;
  readonly names: SourceNames;
  /** Whether it was planned just now, so that its name is what comes next. */
  readonly isNew: boolean;
}

const MEGABYTE = 1_000_000;

/** Draws the fields. */
export function PlanFields({ trip, names, isNew }: PlanFieldsProps): ReactNode {
  const change = (plan: Partial<TripPlan>): void => changePlan(trip.id, plan);
  const { minutes, sizeBytes } = TRIP_LIMITS;
  return (
    <div className="plan-fields">
      <Field
        label={words.trips.name}
        part="name"
        value={trip.name}
        isFocused={isNew}
        maxLength={TRIP_LIMITS.nameLength}
        keep={(text) => {
          const name = text.trim();
          if (name === '') return false;
          change({ name });
          return true;
        }}
      />
      <DepartureFields departure={trip.departure} change={(departure) => change({ departure })} />
      <Field
        label={words.trips.hoursLabel}
        part="number"
        value={String(Math.round((trip.minutes / 60) * 100) / 100)}
        keep={(text) => {
          const wanted = Math.round(Number(text.replace(',', '.')) * 60);
          if (!(wanted >= minutes.least && wanted <= minutes.most)) return false;
          change({ minutes: wanted });
          return true;
        }}
      />
      {(['sizeBytes', 'fetchBytes'] as const).map((part) => (
        <Field
          key={part}
          label={part === 'sizeBytes' ? words.trips.size : words.trips.fetch}
          hint={part === 'sizeBytes' ? words.trips.sizeHint : words.trips.fetchHint}
          part="number"
          value={trip[part] === null ? '' : String(Math.round(trip[part] / MEGABYTE))}
          keep={(text) => {
            const wanted = Math.round(Number(text.replace(',', '.')) * MEGABYTE);
            const isNone = text.trim() === '';
            if (!isNone && !(wanted >= sizeBytes.least && wanted <= sizeBytes.most)) return false;
            change({ [part]: isNone ? null : wanted });
            return true;
          }}
        />
      ))}
      <SourcesField trip={trip} names={names} change={(sources) => change({ sources })} />
      <label className="settings-choice plan-reminds">
        <input type="checkbox" checked={trip.reminds} onChange={() => change({ reminds: !trip.reminds })} />
        {words.trips.reminds}
      </label>
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly part: 'name' | 'number';
  readonly value: string;
  readonly isFocused?: boolean;
  readonly maxLength?: number;
  /** Keeps what was typed; `false` when that says nothing. */
  readonly keep: (text: string) => boolean;
}

function Field({ label, hint, part, value, isFocused = false, maxLength, keep }: FieldProps): ReactNode {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const take = (): void => {
    if (draft === undefined || draft === value || !keep(draft)) setDraft(undefined);
  };
  // What was kept comes back as the value.
  if (draft === value) setDraft(undefined);
  return (
    <div className={`plan-field plan-${part}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        type="text"
        dir={part === 'name' ? 'auto' : undefined}
        inputMode={part === 'number' ? 'decimal' : 'text'}
        maxLength={maxLength}
        value={draft ?? value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        // A trip that was planned just now is named first.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={isFocused}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === 'Enter') take();
        }}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="plan-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
