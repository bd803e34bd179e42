import type { outline as english } from '../en/outline.ts';
import type { Translation } from '../message.ts';

/** The headings of an article, in Arabic. */
export const outline: Translation<typeof english> = {
  title: 'المحتويات',
  toggle: 'إظهار محتويات هذا المقال أو إخفاؤها',
  close: 'إخفاء المحتويات',
  next: 'الانتقال إلى العنوان التالي',
  previous: 'الانتقال إلى العنوان السابق',
};
