import type { palette as english } from '../en/palette.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const palette: Translation<typeof english> = {
  placeholder: 'Zu einem Artikel, einem Ort, einem Befehl',
  nothing: 'Hier heißt nichts „{query}“.',
  failed: 'Die Artikel konnten nicht durchsucht werden. {reason}',
  searchFor: 'Alle Texte nach „{query}“ durchsuchen',
  article: 'Artikel',
  command: 'Befehl',
};
