import type { queue as english } from '../en/queue.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const queue: Translation<typeof english> = {
  started: 'قيد القراءة',
  next: 'غير مقروء',
  summary:
    '{count, plural, zero {لا مقالات} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}} · مدة القراءة {minutes}',
  emptyTitle: 'قُرئ كل شيء',
  empty: 'لا شيء ينتظر. ما قُرئ يبقى في المكتبة.',
};
