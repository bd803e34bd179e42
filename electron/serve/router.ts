// Answers calls by name. A missing, extra or misspelt route does not compile; a failure becomes a Reply, never a rejection.
import type { CallName, In, Out } from '#contract/calls.ts';
import { AppError, toErrorReport, type Reply } from '#contract/errors.ts';

/** Answers an unchecked input; throws `bad-input` before anything is done when it does not fit. */
export type Route<K extends CallName> = (input: unknown) => Promise<Out<K>>;

/** One route per call. The table is also the list of what the window may ask. */
export type Routes = { readonly [K in CallName]: Route<K> };

/** Joins the check of an input to the work done with it, so that neither can be used without the other. */
export function route<K extends CallName>(
  parse: (input: unknown) => In<K>,
  run: (input: In<K>) => Out<K> | Promise<Out<K>>,
): Route<K> {
  return async (input) => run(parse(input));
}

/**
 * Answers one call. `name` and `input` are untrusted. Anything thrown that is no `AppError` is a bug: it goes to
 * `report` whole, and to the caller only as `internal`.
 */
export async function dispatch(
  routes: Routes,
  name: string,
  input: unknown,
  report: (bug: unknown) => void,
): Promise<Reply<unknown>> {
  try {
    if (!isCallName(routes, name)) throw new AppError('bad-input', 'Layover does not know that request.');
    return { ok: true, value: await routes[name](input) };
  } catch (failure) {
    if (!(failure instanceof AppError)) report(failure);
    return { ok: false, error: toErrorReport(failure) };
  }
}

function isCallName(routes: Routes, name: string): name is CallName {
  return Object.hasOwn(routes, name);
}
