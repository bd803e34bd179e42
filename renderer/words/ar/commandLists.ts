import type { commandLists as english } from '../en/commandLists.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const commandLists: Translation<typeof english> = {
  help: 'عرض كل المفاتيح',
  helpTitle: 'المفاتيح',
  helpClose: 'إغلاق المفاتيح',
  helpChange: 'تغيير المفاتيح…',
  titleWithKey: '{title} ({key})',
  more: 'المزيد',
  on: 'مفعّل',
  groups: {
    general: 'في كل مكان',
    go: 'الأماكن والبحث',
    save: 'الحفظ',
    library: 'المكتبة',
    timeline: 'الخط الزمني',
    trips: 'الرحلات',
    read: 'أثناء القراءة',
    article: 'المقال',
  },
  menus: {
    file: 'ملف',
    edit: 'تحرير',
    go: 'انتقال',
    article: 'المقال',
    view: 'عرض',
    window: 'نافذة',
    help: 'مساعدة',
  },
  roles: {
    savePage: 'حفظ الصفحة المفتوحة',
    quit: 'إنهاء Layover',
    close: 'إغلاق',
    undo: 'التراجع عن الكتابة',
    redo: 'إعادة الكتابة',
    cut: 'قص',
    copy: 'نسخ',
    paste: 'لصق',
    selectAll: 'تحديد الكل',
    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
    resetZoom: 'الحجم الأصلي',
    togglefullscreen: 'ملء الشاشة',
    minimize: 'تصغير النافذة',
  },
};
