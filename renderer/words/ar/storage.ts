import type { storage as english } from '../en/storage.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const storage: Translation<typeof english> = {
  total: 'المجموع {size}',
  free: 'المتاح على هذا القرص {size}',
  failed: 'تعذّر حساب ما تشغله المكتبة',
  counting: 'جارٍ الحساب…',
  parts: {
    articles: 'نصوص المقالات',
    pictures: 'الصور',
    copies: 'النسخ الأخرى',
    trash: 'سلة المهملات',
    highlights: 'التظليلات',
    feeds: 'الخلاصات ومدخلاتها',
    imports: 'عمليات الاستيراد وما ينتظر الحفظ',
    derived: 'البحث والقوائم، تُصنع من جديد إذا نقصت',
    other: 'الإعدادات والقواميس ونحوها',
  },
  partsTitle: 'الموجود',
  part: 'الشيء',
  count: 'العدد',
  bytes: 'الحجم',
  freed: 'ما يتحرر',
  sitesTitle: 'حسب الموقع',
  site: 'الموقع',
  noSite: 'بلا موقع',
  articles: 'المقالات',
  largestTitle: 'أكبر المقالات',
  article: 'المقال',
  more: 'عرض الكل ({count, number})',
  capTitle: 'حد لهذه المكتبة',
  capOn: 'إبقاء المكتبة أصغر من',
  capUnit: 'غ.ب',
  capLabel: 'غيغابايت',
  policies: {
    warn: 'التنبيه عند تجاوزه',
    trash: 'نقل ما انتهى أمره إلى سلة المهملات',
  },
  policyLabel: 'عند تجاوزه',
  policyExplained:
    'تذهب النسخ الأخرى أولًا، ثم المقالات المقروءة أو المؤرشفة، الأقدم فالأقدم، حتى يتسع المكان. أما المقالات غير المقروءة، وما له نجمة أو وسم أو تظليل، فلا تذهب أبدًا. وما ذهب يبقى في سلة المهملات 30 يومًا.',
  over: 'جرى تجاوزه بمقدار {size}.',
  couldGo:
    'ما يمكن أن يذهب: {articles, plural, zero {لا مقالات} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}} و{copies, plural, zero {لا نسخ} one {نسخة واحدة} two {نسختان} few {# نسخ} many {# نسخة} other {# نسخة}}، فيتحرر {size}.',
  nothingCouldGo: 'لا شيء يمكن أن يذهب بهذه القواعد. يمكن إزالة شيء يدويًا أو رفع الحد.',
  capPassed: 'تجاوزت المكتبة حدها بمقدار {over}.',
  capTrashed:
    'تجاوزت المكتبة حدها. نُقل إلى سلة المهملات: {articles, plural, zero {لا مقالات} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}} و{copies, plural, zero {لا نسخ} one {نسخة واحدة} two {نسختان} few {# نسخ} many {# نسخة} other {# نسخة}}.',
  show: 'عرض',
};
