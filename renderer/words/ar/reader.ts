import type { reader as english } from '../en/reader.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const reader: Translation<typeof english> = {
  backTo: {
    queue: 'العودة إلى قائمة القراءة',
    timeline: 'العودة إلى الخط الزمني',
    library: 'العودة إلى المكتبة',
    trips: 'العودة إلى الرحلات',
    settings: 'العودة إلى الإعدادات',
  },
  frame: 'مقال: {title}',
  published: 'نُشر في {date}',
  updated: 'حُدّث في {date}',
  savedOn: 'حُفظ في {date}',
  failed: 'تعذّر فتح هذا المقال',
  gone: 'لم يعد هذا المقال في المكتبة.',
  notChosen: 'تعذّرت معرفة ما يتسع له هذا الوقت',
  similarFailed: 'تعذّر البحث عن مقالات مشابهة',
  toolbar: 'المقال',
  related: 'منشورات متصلة',
  showRelated: 'إظهار المنشورات المتصلة',
  hideRelated: 'إخفاء المنشورات المتصلة',
  showInTimeline: 'عرض في الخط الزمني',
  undated: 'دون تاريخ',
  savePosts: 'حفظ منشورات…',
  which: 'المنشورات المراد حفظها',
  allPosts:
    '{count, plural, zero {كلها محفوظة} one {المنشور الوحيد غير المحفوظ} two {المنشوران غير المحفوظين} few {كل غير المحفوظ (#)} many {كل غير المحفوظ (#)} other {كل غير المحفوظ (#)}}',
  bestFor:
    '{minutes, plural, zero {الأفضل لمدة {field} دقيقة} one {الأفضل لمدة {field} دقيقة} two {الأفضل لمدة {field} دقيقة} few {الأفضل لمدة {field} دقائق} many {الأفضل لمدة {field} دقيقة} other {الأفضل لمدة {field} دقيقة}}',
  minutesLabel: 'دقائق القراءة',
  noneFits: 'لا منشور قصيرًا بما يكفي، أو لا عنوان لأي منها.',
  fitting:
    '{count, plural, zero {لا منشورات} one {منشور واحد} two {منشوران} few {# منشورات} many {# منشورًا} other {# منشور}}، نحو {minutes, plural, zero {أقل من دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}. هذا تقدير؛ والأفلام غير محسوبة.',
  fittingFrom:
    '{count, plural, zero {لا منشورات} one {منشور واحد} two {منشوران} few {# منشورات} many {# منشورًا} other {# منشور}}، نحو {minutes, plural, zero {أقل من دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}. هذا تقدير من {from, plural, zero {لا مقالات محفوظة} one {مقال محفوظ واحد} two {مقالين محفوظين} few {# مقالات محفوظة} many {# مقالًا محفوظًا} other {# مقال محفوظ}}؛ والأفلام غير محسوبة.',
  follow: 'ثم بعد ذلك',
  depths: {
    0: 'لا شيء غيرها',
    1: 'ما تذكره قوائمها',
    2: 'ما تذكره تلك القوائم وقوائمه',
  },
  atMost: 'الجميع على الأكثر',
  saveAtMost: 'حفظ {count, number} على الأكثر',
  saveChosen:
    '{count, plural, zero {لا منشورات لحفظها} one {حفظ منشور واحد} two {حفظ منشورين} few {حفظ # منشورات} many {حفظ # منشورًا} other {حفظ # منشور}}',
  older: 'البحث عن منشورات أقدم',
  olderHint: 'يقرأ عشر صفحات أخرى على الأكثر من هذه القائمة؛ ولا يُحفظ غير ذلك.',
  similar: 'ما يشبهه في المكتبة',
  similarNote: 'لا تذكر هذه الصفحة شيئًا. وجد Layover هذه المقالات من كلماتها المشتركة.',
  similarFacts: '{site}، {minutes}',
  linkTitle: 'هذه الصفحة غير محفوظة هنا',
  linkWaiting: 'هذه الصفحة تنتظر في صندوق الصادر',
  inOutbox: 'في صندوق الصادر. تُجلب أولًا حال توفر الشبكة.',
  showOutbox: 'عرض',
  foundIn: 'وُجد في «{title}»',
  saveLater: 'حفظ لوقت لاحق',
  loading: 'جارٍ فتح المقال…',
  hits: 'ما بُحث عنه',
  hit: '{current, number} من {count, number}',
  pagesMissing: '{pages}.',
  aboveIsSafe: 'ما في الأعلى محفوظ. حفظ المقال مرة أخرى يعيد المحاولة، أو {link}.',
  goOnThere: 'يمكن المتابعة من حيث يتوقف',
  comments:
    '{count, plural, zero {لا تعليقات محفوظة مع هذا المقال} one {تعليق واحد محفوظ مع هذا المقال} two {تعليقان محفوظان مع هذا المقال} few {# تعليقات محفوظة مع هذا المقال} many {# تعليقًا محفوظًا مع هذا المقال} other {# تعليق محفوظ مع هذا المقال}}',
  commentsLost: 'تعذّرت قراءة التعليقات المحفوظة مع هذا المقال. المقال نفسه كامل.',
  noHits: 'ليس في النص نفسه',
};
