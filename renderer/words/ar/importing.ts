import type { importing as english } from '../en/importing.ts';
import type { Translation } from '../message.ts';
import { programNames } from '../programNames.ts';

/** See the English. */
export const importing: Translation<typeof english> = {
  title: 'استيراد',
  close: 'إغلاق',
  readOnly: {
    disk: 'قرص هذه المكتبة للقراءة فقط، فلا يمكن الاستيراد هنا. اجعله قابلًا للكتابة أو انسخ المكتبة إلى قرص آخر.',
    other: 'هذه المكتبة مفتوحة في نسخة أخرى من Layover، فلا يمكن الاستيراد هنا. استورد هناك أو أغلقها أولًا.',
  },
  lead: 'اختر الملف الذي صدّره البرنامج الآخر، أو نسخة احتياطية أو مكتبة كتبها Layover. لا يُحفظ شيء قبل أن ترى ما فيه.',
  services:
    'Pocket وInstapaper وOmnivore وwallabag وReadwise وRaindrop وReadeck وGoodLinks وKarakeep وLinkwarden وPinboard وMatter وmymind وOneTab، وإشارات أي متصفح، وOPML، وقوائم عناوين، ومجلدات صفحات محفوظة.',
  chooseFiles: 'اختيار ملفات…',
  chooseFolder: 'اختيار مجلد…',
  paste: 'أو ألصق قائمة عناوين',
  lookAtPasted: 'عرض ما فيها',
  looking: 'جارٍ الفحص…',
  preview: 'ما فيه',
  understood: 'فُهم على أنه {formats}.',
  understoodFile: '{name}، فُهم على أنه {formats}.',
  fresh:
    '{count, plural, =0 {لا جديد فيه} zero {# مقال جديد} one {مقال جديد واحد} two {مقالان جديدان} few {# مقالات جديدة} many {# مقالًا جديدًا} other {# مقال جديد}}',
  withBody:
    '{count, plural, zero {نصوص # منها في الملف، وتبقى وإن زالت صفحاتها} one {نص واحدة منها في الملف، ويبقى وإن زالت صفحتها} two {نص اثنتين منها في الملف، ويبقى وإن زالت صفحتاهما} few {نصوص # منها في الملف، وتبقى وإن زالت صفحاتها} many {نصوص # منها في الملف، وتبقى وإن زالت صفحاتها} other {نصوص # منها في الملف، وتبقى وإن زالت صفحاتها}}',
  toFetch:
    '{count, plural, zero {تُجلب # صفحة من مواقعها} one {تُجلب صفحة واحدة من موقعها} two {تُجلب صفحتان من موقعيهما} few {تُجلب # صفحات من مواقعها} many {تُجلب # صفحة من مواقعها} other {تُجلب # صفحة من مواقعها}}',
  here: '{count, plural, zero {# هنا أو في الطريق؛ يُضاف ما ينقصها} one {واحدة هنا أو في الطريق؛ يُضاف ما ينقصها} two {اثنتان هنا أو في الطريق؛ يُضاف ما ينقصهما} few {# هنا أو في الطريق؛ يُضاف ما ينقصها} many {# هنا أو في الطريق؛ يُضاف ما ينقصها} other {# هنا أو في الطريق؛ يُضاف ما ينقصها}}',
  repeated:
    '{count, plural, zero {# مكررة} one {واحدة مكررة} two {اثنتان مكررتان} few {# مكررة} many {# مكررة} other {# مكررة}}',
  span: 'حُفظت من {oldest} إلى {newest}، وتبقى تواريخها',
  tags: '{count, plural, zero {# وسم ومجلد} one {وسم أو مجلد واحد} two {وسمان أو مجلدان} few {# وسوم ومجلدات} many {# وسمًا ومجلدًا} other {# وسم ومجلد}}',
  highlights:
    '{count, plural, zero {# تمييز} one {تمييز واحد} two {تمييزان} few {# تمييزات} many {# تمييزًا} other {# تمييز}}',
  follow:
    '{count, plural, zero {متابعة # خلاصة مذكورة فيه} one {متابعة الخلاصة المذكورة فيه} two {متابعة الخلاصتين المذكورتين فيه} few {متابعة # خلاصات مذكورة فيه} many {متابعة # خلاصة مذكورة فيه} other {متابعة # خلاصة مذكورة فيه}}',
  skipped: {
    'no-address': 'بلا عنوان ولا نص: {count, number}، تُركت',
    'bad-address': 'بعنوان ليس من الويب: {count, number}، تُركت',
    'not-saved': 'كانت محذوفة هناك: {count, number}، تُركت',
    'a-feed': 'جاءت مع خلاصة: {count, number}، تُركت',
    unreadable: 'صفوف تالفة: {count, number}، تُركت',
    'too-large': 'صفوف كبيرة جدًا: {count, number}، تُركت',
    empty: 'صفوف فارغة: {count, number}، تُركت',
  },
  skips: {
    'no-address': 'ليس في هذا الصف عنوان ولا نص.',
    'bad-address': 'عنوانه ليس من الويب.',
    'not-saved': 'لم يُحفظ هناك: حُذف أو مرّ عابرًا.',
    'a-feed': 'هو خلاصة أو جاء معها؛ الخلاصات تُتابع ولا تُحفظ.',
    unreadable: 'هذا الصف تالف وتعذرت قراءته.',
    'too-large': 'هذا الصف أكبر مما يُسمح به لمقال.',
    empty: 'هذا الصف فارغ.',
  },
  unknown:
    '{count, plural, zero {ملفات غير معروفة: {names}} one {ملف غير معروف: {names}} two {ملفان غير معروفين: {names}} few {ملفات غير معروفة: {names}} many {ملفات غير معروفة: {names}} other {ملفات غير معروفة: {names}}}',
  start:
    '{count, plural, zero {استيراد # مقال} one {استيراد مقال واحد} two {استيراد مقالين} few {استيراد # مقالات} many {استيراد # مقالًا} other {استيراد # مقال}}',
  startNone: 'إضافة الجديد منها',
  startFollowing:
    '{count, plural, zero {متابعة # خلاصة} one {متابعة خلاصة واحدة} two {متابعة خلاصتين} few {متابعة # خلاصات} many {متابعة # خلاصة} other {متابعة # خلاصة}}',
  library:
    '{name}: {count, plural, =0 {مكتبة Layover بلا مقالات} zero {مكتبة Layover فيها # مقال} one {مكتبة Layover فيها مقال واحد} two {مكتبة Layover فيها مقالان} few {مكتبة Layover فيها # مقالات} many {مكتبة Layover فيها # مقالًا} other {مكتبة Layover فيها # مقال}}.',
  libraryHint: 'تُضم إلى ما هنا: لا يضيع شيء مما لك، وإن كانت لمقال نسختان بقيتا معًا.',
  libraryAmong: 'بينها مكتبة Layover؛ اختر ملفها وحده لضمها',
  join: 'ضمها إلى هذه المكتبة',
  another: 'اختيار غيره',
  list: 'عمليات الاستيراد',
  pasted: 'عناوين ملصقة',
  states: {
    running: '{done, number} من {total, number} من الصفوف',
    done: 'تم: {total, plural, zero {# صف} one {صف واحد} two {صفان} few {# صفوف} many {# صفًا} other {# صف}}',
    cancelled: 'أُلغي بعد {done, number} من {total, number} من الصفوف. ما جاء يبقى.',
    failed: 'توقف بعد {done, number} من {total, number} من الصفوف. ما جاء يبقى؛ اختر الملف مرة أخرى للمتابعة.',
  },
  outcomes: {
    kept: 'حُفظ مع نصه: {count, number}',
    queued: 'في الطريق: {count, number}',
    merged: 'ضُمّ: {count, number}',
    unchanged: 'كما كان: {count, number}',
    skipped: 'تُرك: {count, number}',
    failed: 'فشل: {count, number}',
  },
  followed:
    '{count, plural, zero {تُتابع # خلاصة من الآن} one {تُتابع خلاصة واحدة من الآن} two {تُتابع خلاصتان من الآن} few {تُتابع # خلاصات من الآن} many {تُتابع # خلاصة من الآن} other {تُتابع # خلاصة من الآن}}',
  followedToast:
    '{count, plural, zero {تُتابع # خلاصة من الآن.} one {تُتابع خلاصة واحدة من الآن.} two {تُتابع خلاصتان من الآن.} few {تُتابع # خلاصات من الآن.} many {تُتابع # خلاصة من الآن.} other {تُتابع # خلاصة من الآن.}}',
  cancel: 'إلغاء',
  report: 'حفظ التقرير…',
  forget: 'إزالة من القائمة',
  written: 'كُتب: {file}',
  doneToast:
    '{count, plural, =0 {تم الاستيراد؛ لا جديد.} zero {تم الاستيراد: # مقال.} one {تم الاستيراد: مقال واحد.} two {تم الاستيراد: مقالان.} few {تم الاستيراد: # مقالات.} many {تم الاستيراد: # مقالًا.} other {تم الاستيراد: # مقال.}}',
  stopped: 'توقف الاستيراد. {reason}',
  formats: {
    ...programNames,
    bookmarks: 'إشارات مرجعية',
    firefox: 'إشارات Firefox',
    chrome: 'إشارات Chrome',
    safari: 'قائمة قراءة Safari',
    addresses: 'قائمة عناوين',
    'saved-pages': 'صفحات محفوظة',
  },
};
