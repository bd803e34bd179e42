import type { reading as english } from '../en/reading.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const reading: Translation<typeof english> = {
  flow: 'تقليب الصفحات بدل التمرير',
  flows: { scrolled: 'بالتمرير', paged: 'في صفحات' },
  flowLabel: 'النصوص الطويلة',
  page: 'الصفحة {number, number} من {count, number}',
  pages: 'الصفحات',
  nextPage: 'الصفحة التالية',
  previousPage: 'الصفحة السابقة',
  left: '{percent, number}٪، بقي نحو {minutes}',
  endLabel: 'نهاية المقال',
  nextArticle: 'التالي في قائمة القراءة',
  nextTitled: 'التالي: {title}',
  previousArticle: 'السابق في قائمة القراءة',
  noNext: 'هذا آخر مقال في قائمة القراءة.',
  noPrevious: 'هذا أول مقال في قائمة القراءة.',
  related: 'منشورات متصلة',
  continue: 'متابعة القراءة',
  continueLabel: 'متابعة',
  continueTitled: '{title}، بقي {minutes}',
  settings: 'الصفحات وسرعة القراءة',
  speedWords:
    'سرعة القراءة، {language}: نحو {perMinute, plural, zero {# كلمة} one {كلمة واحدة} two {كلمتين} few {# كلمات} many {# كلمة} other {# كلمة}} في الدقيقة (من {counted, plural, zero {# كلمة} one {كلمة واحدة} two {كلمتين} few {# كلمات} many {# كلمة} other {# كلمة}}).',
  speedCharacters:
    'سرعة القراءة، {language}: نحو {perMinute, plural, zero {# حرف} one {حرف واحد} two {حرفين} few {# أحرف} many {# حرفًا} other {# حرف}} في الدقيقة (من {counted, plural, zero {# حرف} one {حرف واحد} two {حرفين} few {# أحرف} many {# حرفًا} other {# حرف}}).',
  noSpeed:
    'إلى أن يُقرأ هنا نحو {words, plural, zero {# كلمة} one {كلمة واحدة} two {كلمتين} few {# كلمات} many {# كلمة} other {# كلمة}} بلغة ما، تكون مدد القراءة كما لدى معظم الناس.',
  measures: 'قياس سرعة قراءتي',
  measuresHelp: 'تصبح مدد القراءة عندئذ مناسبة لي. ولا يُحفظ إلا جدول صغير للسرعات في المكتبة؛ ولا يغادر شيء هذا الحاسوب.',
  forget: 'نسيان',
  resumes: 'الفتح حيث توقفت',
  resumesHelp: 'عند البدء يعود المقال الذي كان مفتوحًا، عند فقرته.',
  unknownLanguage: 'نصوص بلغة غير معروفة',
};
