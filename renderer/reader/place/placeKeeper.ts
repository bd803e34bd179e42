// Keeps the place in an article: told often where the view is, it writes seldom, and always the last. Time comes from outside.

/** Writes places down. */
export interface PlaceKeeper<Kept> {
  /** Notes a place; it is written when the pause is over. */
  note(place: Kept): void;
  /** Writes what is noted and not yet written. */
  flush(): void;
}

/** Makes a keeper that writes at most once in `pauseMs`. `start` begins a pause and `stop` ends it early, as `setTimeout` and `clearTimeout` do. */
export function createPlaceKeeper<Kept>(
  write: (place: Kept) => void,
  pauseMs: number,
  clock: { readonly start: (run: () => void, ms: number) => number; readonly stop: (pause: number) => void },
): PlaceKeeper<Kept> {
  let noted: Kept | undefined;
  let pause: number | undefined;

  function flush(): void {
    if (pause !== undefined) clock.stop(pause);
    pause = undefined;
    if (noted === undefined) return;
    const place = noted;
    noted = undefined;
    write(place);
  }

  return {
    note(place) {
      noted = place;
      pause ??= clock.start(flush, pauseMs);
    },
    flush,
  };
}
