// Components whose program is not part of the first screen's in; components that load it when they are drawn first, or when the window has
// nothing else to do.
import { createElement, Suspense, use, type ComponentType, type ReactNode } from 'react';
import { create } from 'zustand';
import { attempt } from './articleActions.ts';

/** So long after the first screen nobody waits for an answer to it any more. */
const REST_MS = 1_500;

const loads: (() => Promise<unknown>)[] = [];
const useRest = create<{ readonly isLoaded: boolean }>()(() => ({ isLoaded: false }));

/** Makes a component of one that is loaded later. Until it is here nothing stands in its place; from then on it is drawn at once. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
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
  return function Later(props: P): ReactNode {
    return (
      <Suspense fallback={null}>
        <Drawn {...props} />
      </Suspense>
    );
  };
}

/** Loads all that comes later, some time after the first screen and whenever nothing else is to be done. Call once. */
export function loadTheRest(): void {
  window.setTimeout(loadNext, REST_MS);
}

/** Whether all of it is here. */
export function useRestLoaded(): boolean {
  return useRest(({ isLoaded }) => isLoaded);
}

function loadNext(): void {
  const [next] = loads.splice(0, 1);
  if (next === undefined) {
    useRest.setState({ isLoaded: true });
    return;
  }
  requestIdleCallback(() => attempt(next().then(loadNext)));
}
