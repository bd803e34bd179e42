import type { rules as english } from '../en/rules.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const rules: Translation<typeof english> = {
  title: 'القواعد',
  lead: 'ما يجري من تلقاء نفسه على كل مقال عند حفظه، كإعطائه وسمًا.',
  none: 'لا قواعد بعد.',
  add: 'إضافة قاعدة',
  name: 'الاسم',
  newName: 'قاعدة جديدة',
  when: 'حين يطابق المقال',
  whenHint: 'مرشحات مثل ⁦site:example.org⁩ أو ⁦lang:de⁩ أو ⁦words:>3000⁩ أو ⁦kind:video⁩.',
  tags: 'إعطاؤه الوسوم',
  tagsHint: 'تفصل بينها فواصل.',
  star: 'تمييزه بنجمة',
  archive: 'أرشفته',
  markRead: 'وضع علامة مقروء عليه',
  isOn: 'مفعّلة: {name}',
  apply: 'تطبيقها على المحفوظ الآن',
  applied:
    '{count, plural, zero {لم تغيّر القاعدة أي مقال.} one {غيّرت القاعدة مقالًا واحدًا.} two {غيّرت القاعدة مقالين.} few {غيّرت القاعدة # مقالات.} many {غيّرت القاعدة # مقالًا.} other {غيّرت القاعدة # مقال.}}',
  up: 'نقل إلى أعلى: {name}',
  remove: 'إزالة: {name}',
  removed: 'أُزيلت القاعدة «{name}». تبقى المقالات كما هي.',
  noActions: 'ينقص ما يجب فعله: إعطاء وسم، أو اختيار أحد الأفعال الأخرى.',
};
