import type { trash as english } from '../en/trash.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const trash: Translation<typeof english> = {
  summary:
    '{count, plural, zero {لا مقالات} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}}. ما هنا يزول نهائيًا بعد {days, plural, zero {أقل من يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} من إزالته.',
  emptyTitle: 'سلة المهملات فارغة',
  empty: 'يبقى ما يُزال هنا 30 يومًا، ويمكن استرجاعه حتى ذلك الحين.',
  label: 'سلة المهملات',
  failed: 'تعذّرت قراءة سلة المهملات',
  unreadable: 'مقال تعذّرت قراءته',
  removed: 'أُزيل في {date}',
  daysLeft:
    '{count, plural, =0 {يزول عند البدء التالي} zero {يزول عند البدء التالي} one {بقي يوم واحد} two {بقي يومان} few {بقيت # أيام} many {بقي # يومًا} other {بقي # يوم}}',
  restore: 'استرجاع',
  restored:
    '{count, plural, zero {لم يُسترجع أي مقال.} one {استُرجع مقال واحد.} two {استُرجع مقالان.} few {استُرجعت # مقالات.} many {استُرجع # مقالًا.} other {استُرجع # مقال.}}',
  purge: 'إزالة نهائية',
  purged:
    '{count, plural, zero {لم يُزل أي مقال نهائيًا.} one {أُزيل مقال واحد نهائيًا.} two {أُزيل مقالان نهائيًا.} few {أُزيلت # مقالات نهائيًا.} many {أُزيل # مقالًا نهائيًا.} other {أُزيل # مقال نهائيًا.}}',
  emptyNow: 'إفراغ سلة المهملات…',
  onTitle: '{action}: {title}',
  confirmTitle: 'هل تُزال نهائيًا؟',
  confirmOne: 'يزول «{title}» مع صوره ونسخه وتظليلاته، ولا يمكن استرجاعه.',
  confirmAll:
    '{count, plural, zero {لا يزول أي مقال.} one {يزول مقال واحد مع صوره ونسخه وتظليلاته، ولا يمكن استرجاعه.} two {يزول مقالان مع صورهما ونسخهما وتظليلاتهما، ولا يمكن استرجاعهما.} few {تزول # مقالات مع صورها ونسخها وتظليلاتها، ولا يمكن استرجاعها.} many {يزول # مقالًا مع صورها ونسخها وتظليلاتها، ولا يمكن استرجاعها.} other {يزول # مقال مع صورها ونسخها وتظليلاتها، ولا يمكن استرجاعها.}}',
  keep: 'إبقاء',
};
