import type { actions as english } from '../en/actions.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const actions: Translation<typeof english> = {
  undo: 'تراجع',
  open: 'فتح',
  removed: 'أُزيل «{title}».',
  archived: 'نُقل «{title}» إلى الأرشيف.',
  unarchived: 'أُخرج «{title}» من الأرشيف.',
  starred: 'مُيّز «{title}» بنجمة.',
  unstarred: 'أُزيلت النجمة عن «{title}».',
  star: 'تمييز بنجمة',
  unstar: 'إزالة النجمة',
  markRead: 'وضع علامة مقروء',
  markUnread: 'وضع علامة غير مقروء',
  archive: 'أرشفة',
  unarchive: 'إخراج من الأرشيف',
  remove: 'إزالة',
  browser: 'فتح في المتصفح',
  onTitle: '{action}: {title}',
};
