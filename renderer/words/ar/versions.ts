import type { versions as english } from '../en/versions.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const versions: Translation<typeof english> = {
  title: 'نسخ هذا المقال',
  close: 'إغلاق النسخ',
  compare: 'مقارنة',
  list: 'النسخ',
  current: 'النسخة المقروءة',
  newer: 'أحدث، ولم تُؤخذ تلقائيًا',
  facts:
    '{words, plural, zero {لا كلمات} one {كلمة واحدة} two {كلمتان} few {# كلمات} many {# كلمة} other {# كلمة}} · الصور: {stored, number} من {found, number}',
  factsOfText:
    '{words, plural, zero {لا كلمات} one {كلمة واحدة} two {كلمتان} few {# كلمات} many {# كلمة} other {# كلمة}}',
  take: 'قراءة هذه النسخة',
  remove: 'إزالة هذه النسخة',
  only: 'توجد نسخة واحدة. إذا حُفظت الصفحة مرة أخرى وكانت قد تغيرت، تبقى النسخة السابقة هنا.',
  of: '{action}: {date}',
  differences: 'من {older} إلى {newer}',
  same: 'نص هاتين النسختين واحد.',
  skipped:
    '{count, plural, zero {لا فقرات بلا تغيير} one {فقرة واحدة بلا تغيير} two {فقرتان بلا تغيير} few {# فقرات بلا تغيير} many {# فقرة بلا تغيير} other {# فقرة بلا تغيير}}',
  addedCount:
    '{count, plural, zero {لم تُضف فقرات} one {أُضيفت فقرة واحدة} two {أُضيفت فقرتان} few {أُضيفت # فقرات} many {أُضيفت # فقرة} other {أُضيفت # فقرة}}',
  cutCount:
    '{count, plural, zero {لم تُحذف فقرات} one {حُذفت فقرة واحدة} two {حُذفت فقرتان} few {حُذفت # فقرات} many {حُذفت # فقرة} other {حُذفت # فقرة}}',
  editedCount:
    '{count, plural, zero {لم تُعدّل فقرات} one {عُدّلت فقرة واحدة} two {عُدّلت فقرتان} few {عُدّلت # فقرات} many {عُدّلت # فقرة} other {عُدّلت # فقرة}}',
  failed: 'تعذّر سرد النسخ',
  notCompared: 'تعذّرت مقارنة النسختين',
  notOpened: 'تعذّر فتح هذه النسخة',
};
