// The door between a window in a test and the routes: calls in, answers and events out, in the form that the preload gives it.
import type { Page } from 'playwright/test';
import type { CallName, EventName, Events } from '#contract/calls.ts';
import type { ErrorReport } from '#contract/errors.ts';
import { dispatch, type Routes } from '../../electron/serve/router.ts';

/** Puts the bridge into the window, as the preload does; calls in `failing` and `staged` answer that. */
export async function joinBridge(
  page: Page,
  routes: Routes,
  {
    failing,
    staged,
  }: { readonly failing: ReadonlyMap<CallName, ErrorReport>; readonly staged: ReadonlyMap<CallName, unknown> },
  problems: string[],
): Promise<void> {
  await page.exposeFunction('askLayover', async (name: string, input: unknown) => {
    const error = [...failing].find(([call]) => call === name)?.[1];
    if (error !== undefined) return { ok: false, error };
    const answer = [...staged].find(([call]) => call === name);
    if (answer !== undefined) return { ok: true, value: answer[1] };
    return dispatch(routes, name, input, (bug) => problems.push(`bug: ${String(bug)}`));
  });
  await page.addInitScript(() => {
    const listeners = new Set<(name: string, payload: unknown) => void>();
    const ask: unknown = Reflect.get(window, 'askLayover');
    Object.assign(window, {
      layover: {
        call: (name: string, input: unknown): unknown =>
          typeof ask === 'function' ? Reflect.apply(ask, undefined, [name, input]) : undefined,
        // Files that a test makes lie nowhere on the disk.
        dropped: () => Promise.resolve(null),
        on: (listener: (name: string, payload: unknown) => void) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      tellLayover: (name: string, payload: unknown) => {
        for (const listener of listeners) listener(name, payload);
      },
    });
  });
}

/** Tells the window of an event, as the main process does. */
export function tell<K extends EventName>(page: Page, name: K, payload: Events[K]): void {
  if (page.isClosed()) return;
  page
    .evaluate(
      ([event, data]) => {
        const hear: unknown = Reflect.get(window, 'tellLayover');
        if (typeof hear === 'function') Reflect.apply(hear, undefined, [event, data]);
      },
      [name, payload] as const,
    )
    // The window may be gone or on its way to another document; an event then has nobody to hear it.
    .catch(() => undefined);
}
