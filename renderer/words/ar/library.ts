import type { library as english } from '../en/library.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const library: Translation<typeof english> = {
  searchLabel: 'البحث في العناوين والنصوص',
  searchPlaceholder: 'كلمات، "عبارات"، -استثناء، ⁦site:⁩، ⁦is:unread⁩، ⁦saved:7d⁩، ⁦words:>2000⁩',
  clearSearch: 'مسح البحث',
  completions: 'طرق للمتابعة',
  didYouMean: 'هل المقصود {suggestion}؟',
  sortLabel: 'الترتيب',
  sorts: {
    saved: 'الأحدث حفظًا',
    published: 'الأحدث نشرًا',
    opened: 'الأحدث فتحًا',
    finished: 'الأحدث إتمامًا',
    minutes: 'الأقصر',
    left: 'الأقل بقيةً',
    words: 'الأطول',
    size: 'الأكبر حجمًا',
    site: 'الموقع',
    title: 'العنوان',
  },
  summary:
    '{count, plural, zero {لا مقالات} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}} · {size}',
  found: '{count, plural, zero {لا مقالات} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}}',
  foundInAll:
    '{count, plural, zero {لا مقالات.} one {مقال واحد.} two {مقالان.} few {# مقالات.} many {# مقالًا.} other {# مقال.}}',
  noMatchTitle: 'لم يُعثر على شيء',
  corrected: 'لا شيء فيه «{typed}»؛ المعروض ما فيه {taken}.',
  quoted: '«{word}»',
  incomplete: 'لا تزال بعض النصوص تُقرأ من أجل البحث؛ وقد يُعثر على المزيد بعد قليل.',
  rebuilding: 'تجري مراجعة المكتبة من جديد. كل شيء سليم؛ وتظهر المقالات حال العثور عليها.',
  heldElsewhere:
    '{machine, select, none {حاسوب آخر} other {الحاسوب {machine}}} فتح هذه المكتبة ولم يغلقها، بقدر ما يُعرف هنا: يمكن القراءة والبحث فيها دون أي تغيير.',
  takeOver: 'استعمالها هنا مع ذلك',
  readOnly: {
    disk: 'قرص هذه المكتبة للقراءة فقط: يمكن القراءة والبحث فيها دون أي تغيير.',
    other: 'هذه المكتبة مفتوحة في Layover آخر: يمكن هنا القراءة والبحث فيها دون أي تغيير.',
  },
  littleRoom: 'المساحة المتبقية على قرص مكتبتك قليلة: {free}. كل ما حُفظ في أمان، ويستمر الحفظ ما دامت هناك مساحة.',
  makeRoom: 'عرض ما يمكن تحريره',
  reading: 'تُقرأ النصوص من أجل البحث، وهو يجد ما قُرئ حتى الآن.',
  lists: 'تُقرأ القوائم المتصلة من أجل الخط الزمني، وهو يعرض ما قُرئ حتى الآن.',
  progress: '{done, number} من {total, number}',
  noMatch: 'لا مقال محفوظًا في عنوانه أو نصه «{query}». قد تفيد كلمات أقل أو أقصر.',
  failedSaves: 'لم يُحفظ',
  noFailed: 'نجحت كل عمليات الحفظ.',
  searchFailed: 'تعذّر البحث',
  titlesFailed: 'تعذّر ترتيب القائمة حسب العناوين. {reason}',
  rowsFailed: 'يتعذّر الآن عرض بعض المقالات. {reason}',
};
