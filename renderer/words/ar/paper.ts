import type { paper as english, viewer as englishViewer } from '../en/paper.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const viewer: Translation<typeof englishViewer> = {
  command: 'عرض صور المقال',
  title: 'الصورة {at} من {count}',
  count: '{at} من {count}',
  open: 'الصورة {at} من {count}: {alt}',
  openPlain: 'الصورة {at} من {count}',
  fit: 'ملاءمة النافذة',
  actual: 'عرض بالحجم الأصلي',
  larger: 'تكبير',
  smaller: 'تصغير',
  next: 'الصورة التالية',
  previous: 'الصورة السابقة',
  reveal: 'عرض في مدير الملفات',
  close: 'إغلاق الصور',
  scale: '{percent, number}٪',
  failed: 'تعذّر عرض هذه الصورة. ربما لم يعد ملفها على القرص؛ وحفظ المقال مرة أخرى يجلبه.',
  area: 'الصورة. تحركها مفاتيح الأسهم حين تكون أكبر من النافذة.',
};

/** See the English. */
export const paper: Translation<typeof english> = {
  print: 'طباعة المقال',
  pdf: 'كتابة المقال ملف PDF…',
  written: 'كُتب: {file}',
  reveal: 'عرض مجلد المقال في مدير الملفات',
  cite: 'نسخ مع المصدر',
  cited: 'نُسخ مع المصدر.',
  citedAlone: 'نُسخت إشارة إلى المقال.',
  accessed: 'حُفظ في {date}',
  settingTitle: 'النسخ',
  citation: 'كيف تذكر النسخة مصدرها',
  plain: 'نص عادي',
  markdown: 'Markdown',
  bibtex: 'BibTeX',
};
