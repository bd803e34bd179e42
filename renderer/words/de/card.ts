import type { card as english } from '../en/card.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const card: Translation<typeof english> = {
  minutesLeft: 'noch {minutes}',
  atEnd: 'Bis zum Ende gelesen',
  read: 'Gelesen',
  starred: 'Mit Stern',
  archived: 'Archiviert',
  complete: 'Vollständig',
  textOnly: 'Nur Text',
  missing:
    '{found, plural, one {{missing, number} von # Bild fehlt} other {{missing, plural, one {# von {found, number} Bildern fehlt} other {# von {found, number} Bildern fehlen}}}}',
  missingPage: 'Seite {page, number} fehlt',
  missingPages: 'Die Seiten {first, number} bis {last, number} fehlen',
  missingRest: 'Seite {page, number} und alles Weitere fehlen',
  explainMissingPages:
    '{reason} Was vom Artikel da ist, liegt auf diesem Computer; erneutes Speichern versucht es noch einmal.',
  explainComplete:
    '{count, plural, one {Der Text und sein Bild liegen auf diesem Computer.} other {Der Text und alle # Bilder liegen auf diesem Computer.}}',
  explainTextOnly: 'Der Text liegt auf diesem Computer; die Seite hat keine Bilder.',
  explainMissing: 'Der Text liegt auf diesem Computer; einige Bilder konnten nicht geladen werden.',
};
