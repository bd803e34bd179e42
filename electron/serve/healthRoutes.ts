// What the calls about the library's health and the log do. Where the log is written is chosen in the system's dialog, never by the window.
import * as v from 'valibot';
import type { CallName } from '#contract/calls.ts';
import type { HealthCalls } from '#contract/health.ts';
import type { HealthKeeper } from '../library/care/libraryHealth.ts';
import { checked, inputs } from './input.ts';
import type { ReadingHost } from './readingRoutes.ts';
import { route, type Routes } from './router.ts';

const told = (length: number) => v.pipe(v.string(), v.maxLength(length));
const failed = v.strictObject({ name: told(100), message: told(10_000), stack: told(50_000) });

/** Makes their routes. */
export function healthRoutes(
  health: Omit<HealthKeeper, 'close'>,
  host: Pick<ReadingHost, 'writeFile' | 'revealFolder'>,
): Pick<Routes, Extract<CallName, keyof HealthCalls>> {
  return {
    'health.state': route(checked(inputs.nothing), () => health.state()),
    'health.check': route(checked(inputs.nothing), () => health.verify('check')),
    'health.repair': route(checked(inputs.nothing), () => health.verify('repair')),
    'health.stop': route(checked(inputs.nothing), () => health.stop()),
    'diagnostics.text': route(checked(inputs.nothing), () => health.text()),
    'diagnostics.saveLog': route(checked(inputs.nothing), async () =>
      host.writeFile('layover.log', await health.log.text()),
    ),
    'diagnostics.reveal': route(checked(inputs.nothing), () => host.revealFolder(health.log.folder)),
    'window.failed': route(checked(failed), ({ name, message, stack }) => {
      health.log.failure(Object.assign(new Error(message), { name, stack }), 'window');
    }),
  };
}
