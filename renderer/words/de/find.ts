import type { find as english } from '../en/find.ts';
import type { Translation } from '../message.ts';

/** Suchen in einem Artikel. */
export const find: Translation<typeof english> = {
  open: 'In diesem Artikel suchen',
  bar: 'In diesem Artikel suchen',
  placeholder: 'In diesem Artikel suchen',
  place: '{place, number} von {count, number}',
  none: 'Nicht gefunden',
  matchCase: 'Groß- und Kleinschreibung beachten',
  wholeWord: 'Nur ganze Wörter',
  next: 'Nächste Stelle',
  previous: 'Vorige Stelle',
  close: 'Schließen',
  closeCommand: 'Suche in diesem Artikel beenden',
};
