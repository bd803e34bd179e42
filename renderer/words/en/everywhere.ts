// Words that stand in more than one place, and the names of what a person chooses between.
import type { PostKind } from '#contract/article.ts';
import type { Axis } from '#contract/post.ts';
import type { Settings, Theme } from '#contract/settings.ts';
import type { Place } from '../../app/navigation.ts';

/** Used by their own names, in no group. */
export const everywhere = {
  appName: 'Layover',
  places: {
    queue: 'Queue',
    timeline: 'Timeline',
    library: 'Library',
    trips: 'Trips',
    settings: 'Settings',
  } as const satisfies Readonly<Record<Place, string>>,
  placesLabel: 'Places',
  save: 'Save',
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Opening…',
  tryAgain: 'Try again',
  failedTitle: 'The library could not be opened',
  kinds: {
    article: 'Article',
    video: 'Video',
    audio: 'Audio',
    gallery: 'Gallery',
  } as const satisfies Readonly<Record<PostKind, string>>,
  axes: {
    added: 'Added',
    updated: 'Updated',
    published: 'Published',
    saved: 'Saved',
  } as const satisfies Readonly<Record<Axis, string>>,
  themes: {
    system: 'Like the system',
    paper: 'Paper',
    sepia: 'Sepia',
    night: 'Night',
    black: 'Black',
    contrast: 'High contrast',
    eink: 'E-ink',
  } as const satisfies Readonly<Record<Theme, string>>,
  fonts: {
    serif: 'Literata',
    sans: 'Hanken Grotesk',
    legible: 'Atkinson Hyperlegible',
    dyslexic: 'OpenDyslexic',
    mono: 'JetBrains Mono',
  } as const satisfies Readonly<Record<Settings['font'], string>>,
} as const;
