import type { versions as english } from '../en/versions.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const versions: Translation<typeof english> = {
  title: 'Fassungen dieses Artikels',
  close: 'Fassungen schließen',
  compare: 'Vergleichen',
  list: 'Fassungen',
  current: 'Die gelesene',
  newer: 'Neuer, nicht von selbst übernommen',
  facts:
    '{words, plural, one {# Wort} other {# Wörter}} · {found, plural, one {{stored, number} von # Bild} other {{stored, number} von # Bildern}}',
  factsOfText: '{words, plural, one {# Wort} other {# Wörter}}',
  take: 'Diese Fassung lesen',
  remove: 'Diese Fassung entfernen',
  only: 'Es gibt eine Fassung. Wird die Seite erneut gespeichert und hat sie sich geändert, bleibt die frühere hier erhalten.',
  of: '{action}: {date}',
  differences: 'Von {older} bis {newer}',
  same: 'Der Text dieser Fassungen ist gleich.',
  skipped: '{count, plural, one {# Absatz unverändert} other {# Absätze unverändert}}',
  addedCount: '{count, plural, one {# Absatz neu} other {# Absätze neu}}',
  cutCount: '{count, plural, one {# Absatz gestrichen} other {# Absätze gestrichen}}',
  editedCount: '{count, plural, one {# Absatz geändert} other {# Absätze geändert}}',
  failed: 'Die Fassungen konnten nicht aufgelistet werden',
  notCompared: 'Die beiden Fassungen konnten nicht verglichen werden',
  notOpened: 'Diese Fassung konnte nicht geöffnet werden',
};
