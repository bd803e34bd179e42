// The theme that is really shown: what was chosen, or what the system asks for.
import { useSyncExternalStore } from 'react';
import { toTheme, type Theme } from '#contract/settings.ts';

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

/** As the address says it (`?theme=night`): a light window hurts at night, and storage of the window's own is there a good deal later. */
const NAME = 'theme';

/** The theme of the address, for until the settings are here or when they cannot be read. */
export function addressTheme(): Theme {
  return toTheme(new URLSearchParams(window.location.search).get(NAME));
}

/** Keeps the theme of the settings in the address, for when the window is loaded again. */
export function keepTheme(theme: Theme): void {
  const address = new URL(window.location.href);
  if (address.searchParams.get(NAME) === theme) return;
  address.searchParams.set(NAME, theme);
  window.history.replaceState(window.history.state, '', address);
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
