import type { details as english } from '../en/details.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const details: Translation<typeof english> = {
  title: 'Was auf diesem Computer liegt',
  close: 'Schließen',
  text: 'Text',
  words: '{count, plural, one {# Wort} other {# Wörter}}',
  images: 'Bilder',
  noImages: 'Die Seite hat keine',
  stored: '{stored, number} von {found, number}',
  embeds: 'Filme, Karten, Posts',
  asLinks: '{count, plural, one {#, als Link} other {#, als Links}}',
  pages: 'Seiten',
  comments: 'Kommentare',
  size: 'Auf der Festplatte',
  original: 'Die Seite, wie sie ankam',
  originalOf: '{size}, aufbewahrt',
  saved: 'Gespeichert',
  keptSince: 'Zuerst aufgehoben',
  note: 'Notiz',
  missing: 'Was fehlt',
  image: 'Bild',
  whole: 'Es fehlt nichts.',
  versions: 'Fassungen …',
  repair: 'Fehlendes laden',
  repairing: 'Wird geladen …',
};
