// The theme that is really shown: what was chosen, or the system's light or dark.
import { useSyncExternalStore } from 'react';
import type { Theme } from '#contract/settings.ts';

/** A theme that can be drawn. */
export type DrawnTheme = Exclude<Theme, 'system'>;

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

/** Resolves `system` to `paper` or `night`. */
export function drawnTheme(theme: Theme): DrawnTheme {
  if (theme !== 'system') return theme;
  return systemIsDark.matches ? 'night' : 'paper';
}

/** The same, followed as the system changes. */
export function useDrawnTheme(theme: Theme): DrawnTheme {
  return useSyncExternalStore(
    (changed) => {
      systemIsDark.addEventListener('change', changed);
      return () => systemIsDark.removeEventListener('change', changed);
    },
    () => drawnTheme(theme),
  );
}
