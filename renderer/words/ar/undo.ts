import type { undo as english } from '../en/undo.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const undo: Translation<typeof english> = {
  command: 'التراجع عن آخر ما جرى',
  markedRead: 'وُضعت على «{title}» علامة مقروء.',
  markedUnread: 'وُضعت على «{title}» علامة غير مقروء.',
  takenBack: 'جرى التراجع: {what}',
};
