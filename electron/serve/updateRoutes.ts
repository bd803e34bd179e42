// What the calls about newer versions of Layover do.
import * as v from 'valibot';
import type { CallName } from '#contract/calls.ts';
import type { UpdateCalls } from '#contract/updates.ts';
import type { UpdateKeeper } from '../library/updating/updateKeeper.ts';
import { checked, inputs } from './input.ts';
import { route, type Routes } from './router.ts';

const wish = v.strictObject({ isMeteredToo: v.boolean() });

/** Makes their routes. */
export function updateRoutes(updates: UpdateKeeper): Pick<Routes, Extract<CallName, keyof UpdateCalls>> {
  return {
    'update.state': route(checked(inputs.nothing), () => updates.state()),
    'update.look': route(checked(inputs.nothing), () => updates.look()),
    'update.fetch': route(checked(wish), ({ isMeteredToo }) => updates.fetch(isMeteredToo)),
    'update.install': route(checked(inputs.nothing), () => updates.install()),
  };
}
