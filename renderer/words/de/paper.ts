import type { paper as english, viewer as englishViewer } from '../en/paper.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const viewer: Translation<typeof englishViewer> = {
  command: 'Bilder des Artikels ansehen',
  title: 'Bild {at} von {count}',
  count: '{at} von {count}',
  open: 'Bild {at} von {count}: {alt}',
  openPlain: 'Bild {at} von {count}',
  fit: 'An das Fenster anpassen',
  actual: 'In Originalgröße zeigen',
  larger: 'Größer',
  smaller: 'Kleiner',
  next: 'Nächstes Bild',
  previous: 'Voriges Bild',
  reveal: 'Im Dateimanager zeigen',
  close: 'Bilder schließen',
  scale: '{percent, number} %',
  failed:
    'Dieses Bild konnte nicht gezeigt werden. Vielleicht fehlt seine Datei; erneutes Speichern des Artikels lädt sie.',
  area: 'Das Bild. Pfeiltasten bewegen es, wenn es größer ist als das Fenster.',
};

/** See the English. */
export const paper: Translation<typeof english> = {
  print: 'Artikel drucken',
  pdf: 'Artikel als PDF schreiben …',
  written: 'Geschrieben: {file}',
  reveal: 'Ordner des Artikels im Dateimanager zeigen',
  cite: 'Mit Quelle kopieren',
  cited: 'Mit Quelle kopiert.',
  citedAlone: 'Eine Quellenangabe des Artikels wurde kopiert.',
  accessed: 'gespeichert: {date}',
  settingTitle: 'Kopieren',
  citation: 'Wie eine Kopie ihre Quelle nennt',
  plain: 'Reiner Text',
  markdown: 'Markdown',
  bibtex: 'BibTeX',
};
