// Something that happens once and that others wait for.

/** A thing to wait for. */
export interface Signal {
  /** Resolves when it was given, or when the time is over. */
  readonly given: Promise<void>;
  give(): void;
}

/** Makes a signal that gives itself after so many milliseconds. */
export function createSignal(afterMs: number): Signal {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  setTimeout(give, afterMs);
  return { given, give: () => give() };
}
