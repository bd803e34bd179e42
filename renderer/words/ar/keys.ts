import type { keys as english } from '../en/keys.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const keys: Translation<typeof english> = {
  ctrl: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  space: 'المسافة',
  escape: 'Esc',
  delete: 'Del',
  enter: 'Enter',
  backspace: 'Backspace',
  pageUp: 'Page Up',
  pageDown: 'Page Down',
  home: 'Home',
  end: 'End',
  search: 'البحث عن أمر أو مفتاح',
  nothing: 'لا يوجد أمر في اسمه أو مفاتيحه «{query}». جرّب كلمة أخرى.',
  none: 'بلا مفتاح',
  change: 'تغيير',
  changeOf: 'تغيير مفتاح: {command}',
  press: 'اضغط مفتاحًا…',
  pressOf: 'اضغط مفتاحًا… ويصبح مفتاح: {command}. يُبقي Esc المفتاح الحالي، ويتركه Backspace بلا مفتاح.',
  hint: 'اختر «تغيير» ثم اضغط المفتاح الجديد. يُبقي Esc المفتاح الحالي، ويتركه Backspace بلا مفتاح.',
  reset: 'إعادة',
  resetOf: 'إعادة المفتاح الأصلي إلى: {command}',
  resetAll: 'إعادة كل المفاتيح',
  conflict: 'وهو أيضًا مفتاح: {commands}',
  conflicts:
    '{count, plural, zero {لا يشترك أي أمر مع غيره في مفتاح.} one {أمر واحد يشترك مع غيره في مفتاح؛ ولا يناله إلا أحدهما.} two {أمران يشتركان في مفتاح؛ ولا يناله إلا أحدهما.} few {# أوامر تشترك مع غيرها في مفتاح؛ ولا يناله إلا أحدها.} many {# أمرًا تشترك مع غيرها في مفتاح؛ ولا يناله إلا أحدها.} other {# أمر تشترك مع غيرها في مفتاح؛ ولا يناله إلا أحدها.}}',
  noConflicts: 'لا يتكرر أي مفتاح.',
  reserved: 'يلزم {key} للتنقل أو النسخ أو الإغلاق، ولا يمكن إعطاؤه لأمر.',
  now: 'صار {key} مفتاح: {command}.',
  nowNone: 'لم يعد لهذا الأمر مفتاح: {command}.',
};
