import type { library as english } from '../en/library.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const library: Translation<typeof english> = {
  searchLabel: 'Titel und Texte durchsuchen',
  searchPlaceholder: 'Wörter, "Wortfolgen", -nicht, site:, is:unread, saved:7d, words:>2000',
  clearSearch: 'Suche leeren',
  completions: 'Mögliche Fortsetzungen',
  didYouMean: 'War {suggestion} gemeint?',
  sortLabel: 'Ordnung',
  sorts: {
    saved: 'Zuletzt gespeichert',
    published: 'Zuletzt veröffentlicht',
    opened: 'Zuletzt geöffnet',
    finished: 'Zuletzt beendet',
    minutes: 'Kürzeste',
    left: 'Am wenigsten übrig',
    words: 'Längste',
    size: 'Größte',
    site: 'Website',
    title: 'Titel',
  },
  summary: '{count, plural, one {# Artikel} other {# Artikel}} · {size}',
  found: '{count, plural, one {# Artikel} other {# Artikel}}',
  foundInAll: '{count, plural, one {# Artikel.} other {# Artikel.}}',
  noMatchTitle: 'Nichts gefunden',
  corrected: '„{typed}“ kommt nirgends vor; gezeigt wird, was {taken} enthält.',
  quoted: '„{word}“',
  incomplete: 'Einige Texte werden für die Suche noch gelesen; bald wird vielleicht mehr gefunden.',
  rebuilding: 'Die Bibliothek wird neu durchgesehen. Alles ist sicher; Artikel erscheinen, sobald sie gefunden sind.',
  heldElsewhere:
    '{machine, select, none {Ein anderer Computer} other {Der Computer {machine}}} hat diese Bibliothek geöffnet und nicht geschlossen, soweit sich das hier sagen lässt: Sie lässt sich lesen und durchsuchen, aber nicht ändern.',
  takeOver: 'Trotzdem hier benutzen',
  readOnly: {
    disk: 'Der Datenträger dieser Bibliothek lässt sich nur lesen: Sie kann gelesen und durchsucht, aber nicht geändert werden.',
    other:
      'Ein anderes Layover hat diese Bibliothek geöffnet: Hier kann sie gelesen und durchsucht, aber nicht geändert werden.',
  },
  littleRoom:
    'Auf dem Datenträger der Bibliothek ist wenig Platz: {free} sind frei. Alles Gespeicherte ist sicher, und solange Platz ist, wird weiter gespeichert.',
  makeRoom: 'Zeigen, was sich freigeben lässt',
  reading: 'Texte werden für die Suche gelesen; sie findet, was bisher gelesen ist.',
  lists: 'Verwandte Beiträge werden für die Zeitleiste gelesen; sie zeigt, was bisher gelesen ist.',
  progress: '{done, number} von {total, number}',
  noMatch: 'Kein gespeicherter Artikel hat „{query}“ im Titel oder Text. Weniger oder kürzere Wörter finden mehr.',
  failedSaves: 'Nicht gespeichert',
  noFailed: 'Alles wurde gespeichert.',
  searchFailed: 'Die Suche ist gescheitert',
  titlesFailed: 'Die Liste konnte nicht nach Titeln geordnet werden. {reason}',
  rowsFailed: 'Einige Artikel können gerade nicht angezeigt werden. {reason}',
};
