import type { ownNetwork as english } from '../en/ownNetwork.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const ownNetwork: Translation<typeof english> = {
  title: 'هل تُسأل شبكتك الخاصة؟',
  lead: 'يقع هذا العنوان في شبكتك الخاصة أو على هذا الحاسوب نفسه، حيث قد يجيب موجّه أو صفحة خاصة. لا يسأل Layover هناك إلا عمّا تكتبه بنفسك، وفقط إذا سمحت بذلك.',
  kept: 'تُحفظ إجابتك لهذا العنوان، ويمكنك التراجع عنها في الإعدادات.',
  no: 'لا تسأله',
  yes: 'اسأله',
  allowed: 'في شبكتك الخاصة، يمكن سؤال هذه عمّا تكتبه:',
  forget: 'نسيان',
  forgetHost: 'نسيان {host}',
  allowedHint: 'ما تذكره الصفحات والخلاصات وعمليات الاستيراد لا يقود إلى هناك أبدًا.',
};
