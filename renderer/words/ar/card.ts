import type { card as english } from '../en/card.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const card: Translation<typeof english> = {
  minutesLeft: 'بقي {minutes}',
  atEnd: 'قُرئ حتى النهاية',
  read: 'مقروء',
  starred: 'مميز بنجمة',
  archived: 'في الأرشيف',
  complete: 'كامل',
  textOnly: 'نص فقط',
  missing:
    '{missing, plural, zero {لا تنقص أي صورة من أصل {found, number}} one {تنقص صورة واحدة من أصل {found, number}} two {تنقص صورتان من أصل {found, number}} few {تنقص # صور من أصل {found, number}} many {تنقص # صورة من أصل {found, number}} other {تنقص # صورة من أصل {found, number}}}',
  missingPage: 'الصفحة {page, number} ناقصة',
  missingPages: 'الصفحات من {first, number} إلى {last, number} ناقصة',
  missingRest: 'الصفحة {page, number} وما بعدها ناقصة',
  explainMissingPages: '{reason} ما وصل من المقال محفوظ على هذا الحاسوب؛ وحفظه مرة أخرى يعيد المحاولة.',
  explainComplete:
    '{count, plural, zero {النص على هذا الحاسوب.} one {النص وصورته على هذا الحاسوب.} two {النص وصورتاه على هذا الحاسوب.} few {النص وصوره كلها (#) على هذا الحاسوب.} many {النص وصوره كلها (#) على هذا الحاسوب.} other {النص وصوره كلها (#) على هذا الحاسوب.}}',
  explainTextOnly: 'النص على هذا الحاسوب؛ وليس في الصفحة صور.',
  explainMissing: 'النص على هذا الحاسوب؛ وتعذّر جلب بعض الصور.',
};
