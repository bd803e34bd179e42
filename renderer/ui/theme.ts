// The theme that is really shown: what was chosen, or what the system asks for.
import { useSyncExternalStore } from 'react';
import type { Theme } from '#contract/settings.ts';

/** A theme that can be drawn. */
export type DrawnTheme = Exclude<Theme, 'system'>;

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');
const systemWantsContrast = window.matchMedia('(prefers-contrast: more)');

/** Resolves `system` to `contrast` where the system asks for more of it, else to `paper` or `night`. */
export function drawnTheme(theme: Theme): DrawnTheme {
  if (theme !== 'system') return theme;
  if (systemWantsContrast.matches) return 'contrast';
  return systemIsDark.matches ? 'night' : 'paper';
}

/** All themes, in the order they are offered. */
export const THEMES: readonly Theme[] = ['system', 'paper', 'sepia', 'night', 'black', 'contrast', 'eink'];

const KEPT = 'theme';

/** The theme of the last window, for until the settings are here or when they cannot be read: a light window hurts at night. */
export function lastTheme(): Theme {
  const kept = localStorage.getItem(KEPT);
  return THEMES.find((theme) => theme === kept) ?? 'system';
}

/** Keeps the theme of the settings for the next window. */
export function keepTheme(theme: Theme): void {
  localStorage.setItem(KEPT, theme);
}

/** The same, followed as the system changes. */
export function useDrawnTheme(theme: Theme): DrawnTheme {
  return useSyncExternalStore(follow, () => drawnTheme(theme));
}

function follow(changed: () => void): () => void {
  for (const query of [systemIsDark, systemWantsContrast]) query.addEventListener('change', changed);
  return () => {
    for (const query of [systemIsDark, systemWantsContrast]) query.removeEventListener('change', changed);
  };
}
