// Nothing in; whatever this process no longer needs gone, so that what it holds can be measured.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects so many times; throws where it may not. */
export function collectGarbage(times: number): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('memory cannot be collected here');
  for (let time = 0; time < times; time += 1) Reflect.apply(collect, undefined, []);
}
