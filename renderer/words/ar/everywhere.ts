import type { everywhere as english } from '../en/everywhere.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const everywhere: Translation<typeof english> = {
  appName: 'Layover',
  places: {
    queue: 'قائمة القراءة',
    timeline: 'الخط الزمني',
    library: 'المكتبة',
    trips: 'الرحلات',
    settings: 'الإعدادات',
  },
  placesLabel: 'الأماكن',
  save: 'حفظ',
  close: 'إغلاق',
  cancel: 'إلغاء',
  loading: 'جارٍ الفتح…',
  tryAgain: 'إعادة المحاولة',
  failedTitle: 'تعذّر فتح المكتبة',
  kinds: {
    article: 'مقال',
    video: 'فيديو',
    audio: 'صوت',
    gallery: 'معرض صور',
  },
  axes: {
    added: 'الإضافة',
    updated: 'التحديث',
    published: 'النشر',
    saved: 'الحفظ',
  },
  themes: {
    system: 'مثل النظام',
    paper: 'ورق',
    sepia: 'بني داكن',
    night: 'ليل',
    black: 'أسود',
    contrast: 'تباين عالٍ',
    eink: 'حبر إلكتروني',
  },
  fonts: {
    serif: 'Literata',
    sans: 'Hanken Grotesk',
    legible: 'Atkinson Hyperlegible',
    dyslexic: 'OpenDyslexic',
    mono: 'JetBrains Mono',
  },
};
