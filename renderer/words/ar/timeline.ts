import type { timeline as english } from '../en/timeline.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const timeline: Translation<typeof english> = {
  axisLabel: 'ترتيب المنشورات حسب',
  axisMeanings: {
    added: 'حسب اليوم الذي أُضيف فيه كل منشور أصلًا',
    updated: 'حسب اليوم الذي حُدّث فيه كل منشور آخر مرة',
    published: 'حسب اليوم الذي نُشر فيه كل منشور',
    saved: 'حسب اليوم الذي حُفظ فيه كل مقال',
  },
  states: {
    known: 'معروف فقط',
    queued: 'في الطريق',
    failed: 'لم يُحفظ',
    saved: 'محفوظ هنا',
    partial: 'محفوظ جزئيًا',
    read: 'مقروء',
  },
  summary:
    '{count, plural, zero {لا منشورات} one {منشور واحد} two {منشوران} few {# منشورات} many {# منشورًا} other {# منشور}} في {days, plural, zero {لا أيام} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}',
  summaryOf:
    '{known, plural, zero {{count, number} من لا منشورات} one {{count, number} من منشور واحد} two {{count, number} من منشورين} few {{count, number} من # منشورات} many {{count, number} من # منشورًا} other {{count, number} من # منشور}}',
  gap: 'لا منشورات لمدة {span}',
  posts:
    '{count, plural, zero {لا منشورات} one {منشور واحد} two {منشوران} few {# منشورات} many {# منشورًا} other {# منشور}}',
  undated: {
    added: 'دون تاريخ إضافة',
    updated: 'دون تاريخ تحديث',
    published: 'دون تاريخ نشر',
    saved: 'معروف وغير محفوظ',
  },
  updatedLater: 'حُدّث بعد {span}',
  updatedSinceSaved: 'حُدّث منذ حفظه',
  titleAndState: '{title}، {state}',
  rowLabel: '{title}، {state}، {date}',
  selectedRow: '{row}، محدد',
  loading: 'منشور',
  emptyTitle: 'لا منشورات بعد',
  empty: 'تظهر هنا يومًا بيوم المقالات المحفوظة والمنشورات التي تذكرها قوائمها.',
  nothingTitle: 'لا منشور يطابق',
  nothing: 'لا شيء من المعروف يطابق كل ما ضُيّق به الخط الزمني.',
  failed: 'تعذّر عرض الخط الزمني',
  valuesFailed: 'تعذّر حصر الخيارات',
  density: {
    day: 'المنشورات حسب اليوم؛ الانتقال إلى',
    month: 'المنشورات حسب الشهر؛ الانتقال إلى',
    year: 'المنشورات حسب السنة؛ الانتقال إلى',
  },
  densityValue:
    '{period}، {count, plural, zero {لا منشورات} one {منشور واحد} two {منشوران} few {# منشورات} many {# منشورًا} other {# منشور}}',
  densityValueSaved:
    '{period}، {count, plural, zero {لا منشورات} one {منشور واحد} two {منشوران} few {# منشورات} many {# منشورًا} other {# منشور}}، المحفوظ منها {saved, number}',
  densityHint: 'تنتقل مفاتيح الأسهم من عمود إلى عمود؛ ومع Shift تختار مدة.',
  filterLabel: 'التضييق حسب العنوان أو الموقع',
  filters: {
    kinds: 'النوع',
    sites: 'الموقع',
    lists: 'القائمة',
    states: 'الحالة',
    range: 'التواريخ',
  },
  chosen: 'المختار: {count, number}',
  searchValues: {
    kinds: 'البحث عن نوع',
    sites: 'البحث عن موقع',
    lists: 'البحث عن قائمة',
    states: 'البحث عن حالة',
  },
  noValues: 'لا شيء للاختيار منه.',
  noSite: 'بلا موقع',
  textToken: '«{text}»',
  listToken: 'في قائمة «{title}»',
  rangeUntil: 'حتى {to}',
  rangeSince: 'منذ {from}',
  rangeBetween: 'من {from} إلى {to}',
  tokens: 'مضيّق إلى',
  removeToken: 'إزالة: {token}',
  clear: 'عرض الكل',
  from: 'من',
  to: 'إلى',
  apply: 'تضييق',
  jumpLabel: 'الانتقال إلى تاريخ',
  jumpPlaceholder: '2012-09، أمس…',
  jumpFailed: '«{text}» ليس تاريخًا مفهومًا. يمكن كتابة 2012 أو 2012-09 أو 2012-09-07.',
  select: 'تحديد: {title}',
  selected:
    '{count, plural, zero {لا شيء محدد} one {محدد واحد} two {محددان} few {# محددة} many {# محددًا} other {# محدد}}',
  selectAll: 'تحديد الكل ({count, number})',
  saveSelected: 'حفظ {count, number}',
  nothingToSave: 'كلها محفوظة أو في الطريق أو بلا عنوان.',
  unselect: 'إلغاء التحديد',
  selection: 'المنشورات المحددة',
  export: 'تصدير',
  exportFormats: {
    html: 'صفحة للطباعة أو المشاركة',
    csv: 'جدول (CSV)',
    ics: 'تقويم (ICS)',
    json: 'بيانات (JSON)',
  },
  exported:
    '{count, plural, zero {لم تُكتب منشورات في «{file}».} one {كُتب منشور واحد في «{file}».} two {كُتب منشوران في «{file}».} few {كُتبت # منشورات في «{file}».} many {كُتب # منشورًا في «{file}».} other {كُتب # منشور في «{file}».}}',
  exportedInPart:
    '{count, plural, zero {لم تُكتب منشورات في «{file}».} one {كُتب منشور واحد في «{file}».} two {كُتب منشوران في «{file}».} few {كُتبت # منشورات في «{file}».} many {كُتب # منشورًا في «{file}».} other {كُتب # منشور في «{file}».}} {leftOut, plural, zero {لكل منها يوم.} one {منشور واحد بلا يوم، فلا مكان له في تقويم.} two {منشوران بلا يوم، فلا مكان لهما في تقويم.} few {# منشورات بلا يوم، فلا مكان لها في تقويم.} many {# منشورًا بلا يوم، فلا مكان لها في تقويم.} other {# منشور بلا يوم، فلا مكان لها في تقويم.}}',
};
