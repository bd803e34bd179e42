import type { views as english } from '../en/views.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const views: Translation<typeof english> = {
  label: 'طرق العرض',
  save: 'حفظ طريقة العرض هذه…',
  name: 'اسم طريقة العرض',
  keep: 'حفظ',
  none: 'طريقة العرض بحث مع ترتيبه، محفوظ باسم. يُبحث أو يُرشَّح أولًا، ثم يُحفظ هنا.',
  what: '{query} · {order}',
  everything: 'كل شيء',
  added: 'حُفظت طريقة العرض «{name}».',
  removed: 'نُسيت طريقة العرض «{name}». تبقى مقالاتها كما هي.',
  rename: 'إعادة تسمية: {name}',
  remove: 'نسيان: {name}',
  up: 'نقل إلى أعلى: {name}',
  show: 'طريقة العرض: {name}',
  full: 'بلغت طرق العرض أقصى عدد لمكتبة واحدة. يجب نسيان واحدة لحفظ أخرى.',
};
