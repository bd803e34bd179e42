import type { dictionaries as englishDictionaries, lookUp as english } from '../en/lookUp.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const lookUp: Translation<typeof english> = {
  command: 'Ein Wort nachschlagen',
  title: 'Nachschlagen',
  word: 'Nachzuschlagendes Wort',
  back: 'Zurück zum vorigen Wort',
  forward: 'Vor zum nächsten Wort',
  close: 'Schließen',
  definitions: 'Erklärungen',
  searching: 'Die Wörterbücher werden befragt …',
  empty: 'Ein Wort im Artikel markieren oder oben eines schreiben.',
  failed: 'Die Wörterbücher konnten nicht befragt werden',
  nothing: 'Kein Wörterbuch kennt „{word}“.',
  nearest: 'Ähnlich geschrieben:',
  noDictionary: 'Es ist kein Wörterbuch eingeschaltet.',
  noLanguage: 'Für {language} gibt es hier kein Wörterbuch.',
  addDictionary: 'Wörterbuch hinzufügen …',
  unreadable: '„{title}“ konnte nicht befragt werden: {reason}',
  cut: 'Diese Erklärung geht weiter; gezeigt wird nur ihr Anfang.',
  inArticle:
    '{count, plural, =0 {In diesem Artikel nicht, wie es hier geschrieben ist} one {In diesem Artikel einmal} other {In diesem Artikel #-mal}}',
  inLibrary: 'In der Bibliothek',
  searchingLibrary: 'Die Bibliothek wird durchsucht …',
  libraryFailed: 'Die Bibliothek konnte nicht durchsucht werden',
  notInLibrary: 'Kein anderer Artikel enthält es.',
  inArticles: '{count, plural, one {In # anderen Artikel} other {In # anderen Artikeln}}',
  all: 'Alle in der Bibliothek zeigen',
  follow: '„{word}“ nachschlagen',
};

/** See the English. */
export const dictionaries: Translation<typeof englishDictionaries> = {
  title: 'Wörterbücher',
  hint: 'Beim Nachschlagen in dieser Reihenfolge befragt, zuerst die in der Sprache des Artikels. Wörterbücher von StarDict und dictd lassen sich hinzufügen; sie werden in die Bibliothek kopiert.',
  loading: 'Die Wörterbücher werden gelesen …',
  failed: 'Die Wörterbücher konnten nicht aufgelistet werden',
  entries: '{count, plural, one {# Wort} other {# Wörter}}',
  languages: '{from} nach {to}',
  bundled: 'Bei Layover dabei',
  use: '„{title}“ befragen',
  earlier: '„{title}“ früher befragen',
  later: '„{title}“ später befragen',
  remove: '„{title}“ entfernen',
  removed: '„{title}“ wurde entfernt.',
  restored: '„{title}“ ist wieder da.',
  undo: 'Rückgängig',
  add: 'Wörterbuch aus einer Datei hinzufügen …',
  adding: 'Das Wörterbuch wird kopiert und geprüft …',
  added:
    '{count, plural, one {„{title}“ mit # Wort wurde hinzugefügt.} other {„{title}“ mit # Wörtern wurde hinzugefügt.}}',
  readOnly: {
    disk: 'Der Datenträger dieser Bibliothek lässt sich nur lesen; die Wörterbücher lassen sich nicht ändern.',
    other: 'Diese Bibliothek ist in einem anderen Layover geöffnet; die Wörterbücher lassen sich hier nicht ändern.',
  },
};
