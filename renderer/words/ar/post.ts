import type { post as english } from '../en/post.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const post: Translation<typeof english> = {
  inFeed: 'الخلاصة «{title}»',
  savePost: 'حفظ هذا المنشور',
  saving: 'جارٍ الحفظ…',
  offline: 'ينتظر الشبكة',
  saveFailed: 'لم يُحفظ',
  detailsFailed: 'تعذّرت قراءة المعروف عن هذا المنشور',
  noAddress: 'لا تذكر القائمة عنوانًا لهذا المنشور، فلا يمكن جلبه.',
  listedBy: 'من يذكره',
  saidBy: 'تحت «{heading}»',
  moreLists:
    '{count, plural, zero {ولا مقال غير ذلك} one {ومقال واحد آخر} two {ومقالان آخران} few {و# مقالات أخرى} many {و# مقالًا آخر} other {و# مقال آخر}}',
  dated: '{axis} {date}',
  archive: 'حفظ نسخة مؤرشفة',
  archiveHint: 'يطلب من Wayback Machine في web.archive.org نسختها من ذلك الوقت.',
};
