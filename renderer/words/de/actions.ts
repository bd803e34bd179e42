import type { actions as english } from '../en/actions.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const actions: Translation<typeof english> = {
  undo: 'Rückgängig',
  open: 'Öffnen',
  removed: '„{title}“ wurde entfernt.',
  archived: '„{title}“ wurde archiviert.',
  unarchived: '„{title}“ ist nicht mehr im Archiv.',
  starred: '„{title}“ hat jetzt einen Stern.',
  unstarred: '„{title}“ hat keinen Stern mehr.',
  star: 'Stern geben',
  unstar: 'Stern entfernen',
  markRead: 'Als gelesen markieren',
  markUnread: 'Als ungelesen markieren',
  archive: 'Archivieren',
  unarchive: 'Aus dem Archiv nehmen',
  remove: 'Entfernen',
  browser: 'Im Browser öffnen',
  onTitle: '{action}: {title}',
};
