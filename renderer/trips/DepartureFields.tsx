// The departure of a trip: day and time as the clock shows them there, and the zone of that clock.
import { CalendarDateTime, getLocalTimeZone, parseDateTime, toCalendarDateTime, today } from '@internationalized/date';
import { useId, useMemo, useState, type ReactNode } from 'react';
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components';
import type { Departure } from '#contract/trip.ts';
import { words } from '../ui/words.ts';
import { listZones } from './departure.ts';

/** What is changed. */
export interface DepartureFieldsProps {
  readonly departure: Departure | null;
  readonly change: (departure: Departure | null) => void;
}

const HOUR = 8;

/** Draws the fields. */
export function DepartureFields({ departure, change }: DepartureFieldsProps): ReactNode {
  const id = useId();
  const here = getLocalTimeZone();
  const zones = useMemo(() => listZones(), []);
  const [zone, setZone] = useState(departure?.zone ?? here);
  const [draft, setDraft] = useState<CalendarDateTime | null>(() => dateOf(departure));
  const placeholder = useMemo(() => {
    const tomorrow = today(here).add({ days: 1 });
    return toCalendarDateTime(tomorrow).set({ hour: HOUR });
  }, [here]);

  /** A year that is being typed goes through the first years of the calendar; only what the field is left with counts. */
  function keep(clock: string): void {
    const next = draft === null ? null : departureOf(draft, clock);
    if (JSON.stringify(next) !== JSON.stringify(departure)) change(next);
  }

  return (
    <>
      <DateField
        className="plan-field plan-departure"
        granularity="minute"
        value={draft}
        placeholderValue={placeholder}
        shouldForceLeadingZeros
        hideTimeZone
        onChange={(value) => setDraft(value === null ? null : toCalendarDateTime(value))}
        onBlur={() => keep(zone)}
      >
        <Label>{words.trips.departure}</Label>
        <DateInput className="field plan-date">
          {(segment) => <DateSegment segment={segment} className="plan-segment" />}
        </DateInput>
      </DateField>
      <div className="plan-field plan-zone">
        <label htmlFor={id}>{words.trips.zone}</label>
        <select
          id={id}
          className="field"
          value={zone}
          onChange={({ target }) => {
            setZone(target.value);
            keep(target.value);
          }}
        >
          {zones.map((each) => (
            <option key={each} value={each}>
              {each === here ? words.trips.zoneHere({ zone: each }) : each}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

function dateOf(departure: Departure | null): CalendarDateTime | null {
  return departure === null ? null : parseDateTime(`${departure.day}T${departure.time}`);
}

function departureOf(date: CalendarDateTime, zone: string): Departure {
  const [day = '', time = ''] = date.toString().split('T');
  return { day, time: time.slice(0, 5), zone };
}
