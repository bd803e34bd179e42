import type { dictionaries as englishDictionaries, lookUp as english } from '../en/lookUp.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const lookUp: Translation<typeof english> = {
  command: 'البحث عن معنى كلمة',
  title: 'معاني الكلمات',
  word: 'الكلمة المطلوبة',
  back: 'العودة إلى الكلمة السابقة',
  forward: 'التقدم إلى الكلمة التالية',
  close: 'إغلاق',
  definitions: 'المعاني',
  searching: 'جارٍ البحث في القواميس…',
  empty: 'حدّد كلمة في المقال، أو اكتب كلمة في الأعلى.',
  failed: 'تعذّر سؤال القواميس',
  nothing: 'ليست «{word}» في أي قاموس.',
  nearest: 'كلمات قريبة في الكتابة:',
  noDictionary: 'لا قاموس مفعّلًا.',
  noLanguage: 'لا قاموس هنا للغة: {language}.',
  addDictionary: 'إضافة قاموس…',
  unreadable: 'تعذّر سؤال «{title}»: {reason}',
  cut: 'لهذا المعنى بقية؛ والمعروض أوله فقط.',
  inArticle:
    '{count, plural, =0 {ليست في هذا المقال كما كُتبت هنا} zero {ليست في هذا المقال كما كُتبت هنا} one {في هذا المقال مرة واحدة} two {في هذا المقال مرتين} few {في هذا المقال # مرات} many {في هذا المقال # مرة} other {في هذا المقال # مرة}}',
  inLibrary: 'في المكتبة',
  searchingLibrary: 'جارٍ البحث في المكتبة…',
  libraryFailed: 'تعذّر البحث في المكتبة',
  notInLibrary: 'ليست في أي مقال آخر.',
  inArticles:
    '{count, plural, zero {ليست في مقالات أخرى} one {في مقال آخر واحد} two {في مقالين آخرين} few {في # مقالات أخرى} many {في # مقالًا آخر} other {في # مقال آخر}}',
  all: 'عرض الكل في المكتبة',
  follow: 'البحث عن معنى «{word}»',
};

/** See the English. */
export const dictionaries: Translation<typeof englishDictionaries> = {
  title: 'القواميس',
  hint: 'تُسأل بهذا الترتيب عند البحث عن معنى كلمة، وتُقدَّم قواميس لغة المقال. يمكن إضافة قواميس StarDict وdictd؛ وتُنسخ إلى المكتبة.',
  loading: 'جارٍ قراءة القواميس…',
  failed: 'تعذّر سرد القواميس',
  entries: '{count, plural, zero {لا كلمات} one {كلمة واحدة} two {كلمتان} few {# كلمات} many {# كلمة} other {# كلمة}}',
  languages: 'من {from} إلى {to}',
  bundled: 'يأتي مع Layover',
  use: 'سؤال «{title}»',
  earlier: 'سؤال «{title}» أبكر',
  later: 'سؤال «{title}» لاحقًا',
  remove: 'إزالة «{title}»',
  removed: 'أُزيل «{title}».',
  restored: 'عاد «{title}».',
  undo: 'تراجع',
  add: 'إضافة قاموس من ملف…',
  adding: 'جارٍ نسخ القاموس وفحصه…',
  added:
    '{count, plural, zero {أُضيف «{title}» بلا كلمات.} one {أُضيف «{title}» وفيه كلمة واحدة.} two {أُضيف «{title}» وفيه كلمتان.} few {أُضيف «{title}» وفيه # كلمات.} many {أُضيف «{title}» وفيه # كلمة.} other {أُضيف «{title}» وفيه # كلمة.}}',
  readOnly: {
    disk: 'قرص هذه المكتبة للقراءة فقط، فلا يمكن تغيير القواميس.',
    other: 'هذه المكتبة مفتوحة في Layover آخر، فلا يمكن تغيير القواميس هنا.',
  },
};
