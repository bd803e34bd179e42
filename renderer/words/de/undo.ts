import type { undo as english } from '../en/undo.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const undo: Translation<typeof english> = {
  command: 'Zuletzt Getanes rückgängig machen',
  markedRead: '„{title}“ als gelesen markiert.',
  markedUnread: '„{title}“ als ungelesen markiert.',
  takenBack: 'Rückgängig gemacht: {what}',
};
