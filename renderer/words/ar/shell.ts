import type { ShellWords } from '#contract/shellWords.ts';

/** See the English. */
export const shell: ShellWords = {
  saveFiles: 'حفظ ملفات في Layover',
  fileKinds: 'صفحات وكتب ونصوص',
  allFiles: 'كل الملفات',
  watchFolder: 'اختيار مجلد لمراقبته',
  importFiles: 'اختيار ما صدّره برنامج آخر',
  writeFile: 'اختيار مكان الملف',
  exportFolder: 'اختيار مجلد الوجهة',
  libraryFolder: 'اختيار مجلد للمكتبة',
  restore: 'اختيار نسخة احتياطية أو مكتبة مصدَّرة',
  backupFiles: 'نسخ احتياطية ومكتبات مصدَّرة',
  addDictionary: 'إضافة قاموس',
  dictionaryFiles: 'قواميس',
  savePage: 'حفظ هذه الصفحة',
  savePageInTitle: 'حفظ هذه الصفحة',
  savingPage: 'جارٍ الحفظ…',
  newSave: 'حفظ جديد',
  openQueue: 'فتح قائمة القراءة',
  openNextTrip: 'عرض الرحلة التالية',
  notReadyTitle: '%name%: لم يكتمل الاستعداد بعد',
  notReadyBody: 'الجاهز: %ready% من %items%. ما دامت الشبكة متاحة يمكن جلب الناقص.',
  nextTrip: '%name% · المغادرة %when% · الجاهز %ready% من %items%',
  language: 'ar',
};
