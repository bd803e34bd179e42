import type { shelves as english } from '../en/shelves.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const shelves: Translation<typeof english> = {
  label: 'أقسام المكتبة',
  names: {
    articles: 'المقالات',
    highlights: 'التظليلات',
    trash: 'سلة المهملات',
    storage: 'التخزين',
  },
  chips: {
    unread: 'غير مقروء',
    reading: 'قيد القراءة',
    finished: 'مقروء',
    starred: 'مميز بنجمة',
    archived: 'الأرشيف',
    partial: 'غير كامل',
  },
  all: 'الكل',
  chipsLabel: 'عرض',
  tags: 'الوسوم',
  tagsChosen:
    '{count, plural, zero {لا وسوم مختارة} one {وسم مختار واحد} two {وسمان مختاران} few {# وسوم مختارة} many {# وسمًا مختارًا} other {# وسم مختار}}',
  searchTags: 'البحث عن وسم',
  tagsMode: 'مقالات لها',
  allOfThem: 'كل الوسوم المختارة',
  anyOfThem: 'أي وسم مختار',
  noTags: 'لا مقال له وسم بعد. يُفتح مقال ويُضغط G، أو تُحدَّد مقالات وتُختار «الوسوم…».',
  noSuchTag: 'لا وسم اسمه «{query}».',
  byTag: 'عرض ما له الوسم {tag}',
  reverse: 'عكس الترتيب',
  relevance: 'الأكثر مطابقة',
  noneTitle: 'لا شيء هنا',
  none: 'لا مقال في هذه الحالة. يعرض «الكل» كل ما حُفظ.',
  clear: 'عرض الكل',
  selection: 'المقالات المحددة',
  select: 'تحديد: {title}',
  selected: 'المحدد: {count, number} من {total, number}',
  selectAll: 'تحديد الكل ({count, number})',
  unselect: 'إلغاء التحديد',
  tagMany: 'الوسوم…',
  markRead: 'وضع علامة مقروء',
  markUnread: 'وضع علامة غير مقروء',
  archive: 'أرشفة',
  unarchive: 'إخراج من الأرشيف',
  star: 'تمييز بنجمة',
  unstar: 'إزالة النجوم',
  remove: 'إزالة',
  markedRead:
    '{count, plural, zero {لم توضع علامة مقروء على أي مقال.} one {وُضعت علامة مقروء على مقال واحد.} two {وُضعت علامة مقروء على مقالين.} few {وُضعت علامة مقروء على # مقالات.} many {وُضعت علامة مقروء على # مقالًا.} other {وُضعت علامة مقروء على # مقال.}}',
  markedUnread:
    '{count, plural, zero {لم توضع علامة غير مقروء على أي مقال.} one {وُضعت علامة غير مقروء على مقال واحد.} two {وُضعت علامة غير مقروء على مقالين.} few {وُضعت علامة غير مقروء على # مقالات.} many {وُضعت علامة غير مقروء على # مقالًا.} other {وُضعت علامة غير مقروء على # مقال.}}',
  archivedMany:
    '{count, plural, zero {لم يُنقل أي مقال إلى الأرشيف.} one {نُقل مقال واحد إلى الأرشيف.} two {نُقل مقالان إلى الأرشيف.} few {نُقلت # مقالات إلى الأرشيف.} many {نُقل # مقالًا إلى الأرشيف.} other {نُقل # مقال إلى الأرشيف.}}',
  unarchivedMany:
    '{count, plural, zero {لم يُخرج أي مقال من الأرشيف.} one {أُخرج مقال واحد من الأرشيف.} two {أُخرج مقالان من الأرشيف.} few {أُخرجت # مقالات من الأرشيف.} many {أُخرج # مقالًا من الأرشيف.} other {أُخرج # مقال من الأرشيف.}}',
  starredMany:
    '{count, plural, zero {لم يُميَّز أي مقال بنجمة.} one {مُيّز مقال واحد بنجمة.} two {مُيّز مقالان بنجمة.} few {مُيّزت # مقالات بنجمة.} many {مُيّز # مقالًا بنجمة.} other {مُيّز # مقال بنجمة.}}',
  unstarredMany:
    '{count, plural, zero {لم تُزل النجمة عن أي مقال.} one {أُزيلت النجمة عن مقال واحد.} two {أُزيلت النجمة عن مقالين.} few {أُزيلت النجمة عن # مقالات.} many {أُزيلت النجمة عن # مقالًا.} other {أُزيلت النجمة عن # مقال.}}',
  removedMany:
    '{count, plural, zero {لم يُزل أي مقال.} one {أُزيل مقال واحد.} two {أُزيل مقالان.} few {أُزيلت # مقالات.} many {أُزيل # مقالًا.} other {أُزيل # مقال.}}',
  taggedMany:
    '{count, plural, zero {لم تُغيَّر وسوم أي مقال.} one {غُيّرت وسوم مقال واحد.} two {غُيّرت وسوم مقالين.} few {غُيّرت وسوم # مقالات.} many {غُيّرت وسوم # مقالًا.} other {غُيّرت وسوم # مقال.}}',
  cancelled: 'بقي الباقي كما هو.',
  failed:
    '{count, plural, zero {لم يتعذّر تغيير أي مقال.} one {تعذّر تغيير مقال واحد، وبقي كما كان.} two {تعذّر تغيير مقالين، وبقيا كما كانا.} few {تعذّر تغيير # مقالات، وبقيت كما كانت.} many {تعذّر تغيير # مقالًا، وبقيت كما كانت.} other {تعذّر تغيير # مقال، وبقيت كما كانت.}}',
  showFailures: 'السبب',
  failuresTitle: 'ما تعذّر تغييره',
  failuresLead: 'بقيت هذه المقالات كما كانت. المذكور هنا أول مئة منها.',
  unknownArticle: 'مقال لم يعد هنا',
  working: '{done, number} من {total, number}',
  cancel: 'إلغاء',
  tagsTitle:
    '{count, plural, zero {الوسوم} one {الوسوم} two {وسوم مقالين} few {وسوم # مقالات} many {وسوم # مقالًا} other {وسوم # مقال}}',
  tagsLabel: 'الوسوم',
  ofSome: '{tag}، {some, number} من {total, number}',
  giveToAll: 'إعطاء {tag} للكل',
  addTag: 'إضافة وسم',
  addTagHint: 'يُكتب وسم ثم يُضغط Enter. والفاصلة تبدأ وسمًا جديدًا.',
  badTag: 'للوسم من 1 إلى 60 حرفًا، بلا فواصل ولا علامات اقتباس.',
  noneYet: 'لا وسوم بعد.',
  createTag: 'وسم جديد «{tag}»',
  commandSelect: 'تحديد المقال أو إلغاء تحديده',
  commandSelectAll: 'تحديد كل المقالات المعروضة',
  commandUnselect: 'إلغاء تحديد المقالات',
  commandTags: 'تغيير الوسوم',
  commandStar: 'التمييز بنجمة أو إزالتها',
  commandTrash: 'الانتقال إلى سلة المهملات',
  commandStorage: 'عرض ما يشغل المساحة ومقداره',
};
