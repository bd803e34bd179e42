import type { settings as english } from '../en/settings.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const settings: Translation<typeof english> = {
  reading: 'القراءة',
  saving: 'الحفظ',
  language: 'اللغة',
  languageLabel: 'لغة الواجهة',
  languageSystem: 'مثل النظام',
  readOnly: {
    disk: 'قرص هذه المكتبة للقراءة فقط. ما يُغيَّر هنا يسري على هذه النافذة إلى أن تُغلق.',
    other: 'هذه المكتبة مفتوحة في نسخة أخرى من Layover. ما يُغيَّر هنا يسري على هذه النافذة إلى أن تُغلق.',
  },
  keepComments: 'الاحتفاظ بالتعليقات',
  keepCommentsHint: 'تُحفظ تعليقات القراء مع المقالات، مطوية أسفلها.',
  watched: 'المجلد المراقب',
  watchedNone: 'لا يوجد',
  watchedChoose: 'اختيار…',
  watchedChange: 'تغيير…',
  watchedStop: 'إيقاف المراقبة',
  watchedHint: 'الصفحات والكتب وملفات PDF والنصوص التي توضع في هذا المجلد تُحفظ من تلقاء نفسها. وتبقى الملفات كما هي.',
  browser: 'من متصفح',
  door: 'السماح للمتصفحات على هذا الحاسوب بتسليم الصفحات',
  doorHint: 'لإضافة Layover وللإشارة المرجعية أدناه. لا يُسمح بشيء من خارج هذا الحاسوب.',
  doorFailed: 'تعذّر فتح الباب. ربما يستعمله برنامج آخر؛ وقد يفيد الإغلاق ثم الفتح من جديد.',
  doorUnknown: 'تعذّرت معرفة ما إذا كان الباب مفتوحًا',
  doorCode: 'رمز الإضافة',
  doorCodeHint: 'يُلصق في خيارات الإضافة. والإغلاق ثم الفتح من جديد يصنع رمزًا جديدًا.',
  bookmarklet: 'إشارة مرجعية',
  bookmarkletHint: 'أنشئ إشارة مرجعية في المتصفح والصق هذا عنوانًا لها. إنها تحفظ الصفحة المعروضة كما تظهر.',
  library: 'المكتبة',
  folder: 'المجلد',
  reveal: 'عرض في مدير الملفات',
  contents: 'المحتوى',
  articles:
    '{count, plural, zero {لا مقالات} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}}، {size}',
  unreadable: 'تعذّرت قراءته',
  unreadableHint: 'يُترك هذا على القرص كما هو تمامًا.',
  failed: 'تعذّرت قراءة معلومات المكتبة',
  shortcuts: 'المفاتيح',
  version: 'Layover، الإصدار {version}',
};
