import type { looks as english } from '../en/looks.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const looks: Translation<typeof english> = {
  command: 'مظهر النص…',
  title: 'مظهر النص',
  theme: 'الألوان',
  font: 'الخط',
  textSize: 'حجم النص',
  textSizeValue: '{size, number} بكسل',
  measure: 'طول السطر',
  measureValue:
    '{characters, plural, zero {# حرف} one {حرف واحد} two {حرفان} few {# أحرف} many {# حرفًا} other {# حرف}}',
  leading: 'تباعد الأسطر',
  leadingValue: '{leading, number}',
  paragraphs: 'الفقرات',
  spaced: 'بفواصل',
  indented: 'بمسافة بادئة',
  justified: 'ضبط حواف الأسطر',
  justifiedHint: 'لا يُطبَّق حيث تكون الأسطر أقصر من 45 حرفًا.',
  hyphenated: 'تقسيم الكلمات في نهاية الأسطر',
  hyphenatedNot: 'لا يستطيع هذا النظام تقسيم كلمات هذه اللغة. تنتهي الأسطر بين الكلمات.',
  vertical: 'أسطر من الأعلى إلى الأسفل',
  ownOnly: 'لهذا المقال فقط',
  ownHint: 'ما تغيّره هنا يُحفظ مع هذا المقال.',
  allHint: 'ما تغيّره هنا يُحفظ لكل المقالات.',
  reset: 'العودة إلى إعداداتي',
  preview: 'معاينة النص',
  sampleTitle: 'آخر إشارة للشبكة',
  sampleFirst:
    'بعد عشرين دقيقة من المدينة يترك الخط النهر ويصعد. تتوقف الشاشات الصغيرة واحدة بعد أخرى. ومن حفظ صفحاته في الصباح يقلب صفحة ويواصل القراءة؛ أما الآخرون فيرفعون رؤوسهم كما كان الناس يفعلون عام 1987 ويجدون أن هناك تلالًا.',
  sampleSecond:
    'يرى مفتّش القطار ذلك كل يوم منذ تسعة عشر عامًا. يمرّ عند النفق الثالث، حين لا يسأله أحد عن شيء، ويعدّ من يقرأ ومن يبحث عن الشبكة وراء النافذة.',
  sampleQuotation: 'ما معك هو ما تملك.',
  sampleHeading: 'ما تأخذه معك',
  sampleList: 'شيء طويل للصعود\nشيء قصير للمحطات\nجدول المواعيد، لعله صحيح',
  sampleCaption: 'يصعد الخط أحد عشر ميلًا؛ وتنتهي الإشارة عند الرابع.',
  copy: 'نسخ',
  copied: 'نُسخ',
  copiedCode: 'نُسخت الشيفرة.',
  copyFailed: 'تعذّر نسخ الشيفرة. حدّدها وانسخها بنفسك.',
  table: 'الجدول {number}',
  code: 'الشيفرة {number}',
  note: 'الحاشية {mark}',
  goToNote: 'إلى الحاشية',
  closeNote: 'إغلاق الحاشية',
};
