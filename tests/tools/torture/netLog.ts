// A log of Chromium's network in; the names it looked up and the addresses it connected to out.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const logSchema = v.looseObject({
  constants: v.looseObject({ logEventTypes: v.record(v.string(), v.number()) }),
  events: v.array(v.looseObject({ type: v.number(), params: v.optional(v.looseObject({})) })),
});

/** What was asked of the network. */
export interface NetDeeds {
  /** Names given to a resolver. */
  readonly lookUps: readonly string[];
  /** Addresses with their ports. */
  readonly connects: readonly string[];
}

/** Reads it; one that was cut off in its last line is read up to there. */
export function readNetLog(file: string): NetDeeds {
  const text = readFileSync(file, 'utf8').trimEnd();
  const whole = text.endsWith('}') ? text : `${text.replace(/,?\s*$/, '')}]}`;
  const { constants, events } = v.parse(logSchema, JSON.parse(whole));
  const types = constants.logEventTypes;
  const of = (name: string, field: string): string[] =>
    events
      .filter(({ type }) => type === types[name])
      .flatMap(({ params }) => {
        const value: unknown = params?.[field];
        return typeof value === 'string' ? [value] : [];
      });
  return {
    lookUps: [...of('HOST_RESOLVER_MANAGER_JOB', 'host'), ...of('HOST_RESOLVER_IMPL_JOB', 'host')],
    connects: of('TCP_CONNECT_ATTEMPT', 'address'),
  };
}
