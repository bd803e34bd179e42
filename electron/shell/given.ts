// Files and links that the system of a Mac asks the app to open, some of them before it is ready, in; the same as arguments of a program out.
import { app } from 'electron';

/** Begins to collect; the returned function hands over what has come and whatever comes from then on. Call before the app is ready. */
export function collectGiven(): (take: (argv: readonly string[]) => void) => void {
  const early: string[] = [];
  let taker = (argv: readonly string[]): void => void early.push(...argv.slice(1));
  const note = (event: { preventDefault(): void }, value: string): void => {
    event.preventDefault();
    // The first of the arguments of a program is the program.
    taker(['', value]);
  };
  app.on('open-file', note);
  app.on('open-url', note);
  return (take) => {
    taker = take;
    if (early.length > 0) take(['', ...early]);
  };
}
