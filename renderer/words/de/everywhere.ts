import type { everywhere as english } from '../en/everywhere.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const everywhere: Translation<typeof english> = {
  appName: 'Layover',
  places: {
    queue: 'Leseliste',
    timeline: 'Zeitleiste',
    library: 'Bibliothek',
    trips: 'Reisen',
    settings: 'Einstellungen',
  },
  placesLabel: 'Orte',
  save: 'Speichern',
  close: 'Schließen',
  cancel: 'Abbrechen',
  loading: 'Wird geöffnet …',
  tryAgain: 'Erneut versuchen',
  failedTitle: 'Die Bibliothek konnte nicht geöffnet werden',
  kinds: {
    article: 'Artikel',
    video: 'Video',
    audio: 'Audio',
    gallery: 'Galerie',
  },
  axes: {
    added: 'Hinzugefügt',
    updated: 'Aktualisiert',
    published: 'Veröffentlicht',
    saved: 'Gespeichert',
  },
  themes: {
    system: 'System',
    paper: 'Papier',
    sepia: 'Sepia',
    night: 'Nacht',
    black: 'Schwarz',
    contrast: 'Hoher Kontrast',
    eink: 'E-Ink',
  },
  fonts: {
    serif: 'Literata',
    sans: 'Hanken Grotesk',
    legible: 'Atkinson Hyperlegible',
    dyslexic: 'OpenDyslexic',
    mono: 'JetBrains Mono',
  },
};
