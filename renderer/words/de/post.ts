import type { post as english } from '../en/post.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const post: Translation<typeof english> = {
  inFeed: 'Der Feed „{title}“',
  savePost: 'Diesen Beitrag speichern',
  saving: 'Wird gespeichert …',
  offline: 'Wartet auf das Netz',
  saveFailed: 'Nicht gespeichert',
  detailsFailed: 'Was von diesem Beitrag bekannt ist, konnte nicht gelesen werden',
  noAddress: 'Die Liste nennt für diesen Beitrag keine Adresse; er kann nicht geladen werden.',
  listedBy: 'Wer ihn nennt',
  saidBy: 'unter „{heading}“',
  moreLists: '{count, plural, one {und # weiterer Artikel} other {und # weitere Artikel}}',
  dated: '{axis} {date}',
  archive: 'Archivierte Kopie speichern',
  archiveHint: 'Fragt die Wayback Machine auf web.archive.org nach ihrer Kopie aus jener Zeit.',
};
