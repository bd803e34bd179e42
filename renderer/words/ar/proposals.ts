import type { proposals as english } from '../en/proposals.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const proposals: Translation<typeof english> = {
  title: 'هل يُحفظ هذا؟',
  lead: '{count, plural, zero {لا يطلب أي برنامج حفظ صفحات.} one {رابط من برنامج آخر يطلب من Layover حفظ صفحة.} two {روابط من برامج أخرى تطلب من Layover حفظ صفحتين.} few {روابط من برامج أخرى تطلب من Layover حفظ # صفحات.} many {روابط من برامج أخرى تطلب من Layover حفظ # صفحة.} other {روابط من برامج أخرى تطلب من Layover حفظ # صفحة.}}',
  save: 'حفظ',
  ignore: 'تجاهل',
};
