import type { find as english } from '../en/find.ts';
import type { Translation } from '../message.ts';

/** Finding in an article, in Arabic. */
export const find: Translation<typeof english> = {
  open: 'البحث في هذا المقال',
  bar: 'البحث في هذا المقال',
  placeholder: 'ابحث في هذا المقال',
  place: '{place, number} من {count, number}',
  none: 'لا نتائج',
  matchCase: 'مطابقة حالة الأحرف',
  wholeWord: 'كلمات كاملة فقط',
  next: 'الموضع التالي',
  previous: 'الموضع السابق',
  close: 'إغلاق',
  closeCommand: 'إنهاء البحث في هذا المقال',
};
