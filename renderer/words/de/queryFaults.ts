import type { queryFaults as english } from '../en/queryFaults.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const queryFaults: Translation<typeof english> = {
  orAlone: 'OR steht zwischen zwei Dingen, nach denen gesucht wird.',
  closesNone: 'Diese Klammer schließt keine.',
  notClosed: 'Diese Klammer ist nicht geschlossen.',
  noFilter: 'Einen Filter „{name}:“ gibt es nicht.',
  saysNothing: '„{name}:“ sagt noch nichts.',
  closedValues: '„{name}:“ kennt {known}.',
  tag: 'Ein Schlagwort ist kurz und hat kein Komma. Für eines von mehreren: „tag:a OR tag:b“.',
  date: 'Ein Datum sieht so aus: 2024, 2024-05, 2024-05-03, >2024, 2023..2024, 7d, 3mo, today oder lastmonth.',
  number: 'Eine Zahl sieht so aus: 300, >300, <=300 oder 100..300.',
  nothing: 'Hier steht, welche Artikel gemeint sind, etwa „site:example.org“.',
  onlyFilters:
    'Hier können nur Filter stehen, etwa „site:example.org“ oder „words:>2000“; nach Wörtern wird nicht gesucht.',
};
