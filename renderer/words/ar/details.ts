import type { details as english } from '../en/details.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const details: Translation<typeof english> = {
  title: 'ما يوجد على هذا الحاسوب',
  close: 'إغلاق',
  text: 'النص',
  words: '{count, plural, zero {لا كلمات} one {كلمة واحدة} two {كلمتان} few {# كلمات} many {# كلمة} other {# كلمة}}',
  images: 'الصور',
  noImages: 'ليس في الصفحة صور',
  stored: '{stored, number} من {found, number}',
  embeds: 'أفلام وخرائط ومنشورات',
  asLinks:
    '{count, plural, zero {لا شيء} one {واحد، كرابط} two {اثنان، كرابطين} few {#، كروابط} many {#، كروابط} other {#، كروابط}}',
  pages: 'الصفحات',
  comments: 'التعليقات',
  size: 'على القرص',
  original: 'الصفحة كما وصلت',
  originalOf: '{size}، محفوظة',
  saved: 'الحفظ',
  keptSince: 'حُفظ أول مرة',
  note: 'ملاحظة',
  missing: 'الناقص',
  image: 'صورة',
  whole: 'لا ينقص شيء.',
  versions: 'النسخ…',
  repair: 'جلب الناقص',
  repairing: 'جارٍ الجلب…',
};
