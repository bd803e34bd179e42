// Components whose program is not part of the first screen's in; components that load it when they are drawn first, when they are sure to be, or when
// the window has nothing else to do.
import { createElement, Suspense, use, type ComponentType, type ReactNode } from 'react';
import { attempt } from './articleActions.ts';

/** So long after the first screen nobody waits for an answer to it any more. */
const REST_MS = 1_500;

const loads: (() => Promise<unknown>)[] = [];

/** A component that comes later, and what fetches it. */
export interface Later<P> {
  readonly Component: ComponentType<P>;
  readonly load: () => Promise<unknown>;
}

/**
 * Makes one of a component. Until it is here nothing stands in its place, and what is typed goes where it would without it: so nothing that is
 * opened to be typed into comes later. From then on it is drawn at once.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let Loaded: ComponentType<P> | undefined;
  let loading: Promise<ComponentType<P>> | undefined;
  const loadOnce = (): Promise<ComponentType<P>> => {
    loading ??= load().then((component) => (Loaded = component));
    return loading;
  };
  loads.push(loadOnce);

  function Drawn(props: P): ReactNode {
    return createElement(Loaded ?? use(loadOnce()), props);
  }
  return {
    load: loadOnce,
    Component: (props) => (
      <Suspense fallback={null}>
        <Drawn {...props} />
      </Suspense>
    ),
  };
}

/** Loads all that comes later, some time after the first screen and whenever nothing else is to be done. Call once. */
export function loadTheRest(): void {
  window.setTimeout(loadNext, REST_MS);
}

function loadNext(): void {
  const [next] = loads.splice(0, 1);
  if (next !== undefined) requestIdleCallback(() => attempt(next().then(loadNext)));
}
