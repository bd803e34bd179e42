// One of a few values, each a button with its name.
import { useId, type ReactNode } from 'react';
import './Choices.css';

/** A few values and which is chosen. */
export interface ChoicesProps<T extends string> {
  readonly label: string;
  readonly values: readonly T[];
  readonly chosen: T;
  readonly name: (value: T) => string;
  readonly choose: (value: T) => void;
  readonly classOf?: (value: T) => string;
}

/** Draws the choice. */
export function Choices<T extends string>({
  label,
  values,
  chosen,
  name,
  choose,
  classOf,
}: ChoicesProps<T>): ReactNode {
  const group = useId();
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {values.map((value) => (
        <label key={value} className={`choice ${classOf?.(value) ?? ''}`}>
          <input
            type="radio"
            className="visually-hidden"
            name={group}
            checked={chosen === value}
            onChange={() => choose(value)}
          />
          {name(value)}
        </label>
      ))}
    </fieldset>
  );
}
