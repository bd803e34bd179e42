import type { firstRun as english } from '../en/firstRun.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const firstRun: Translation<typeof english> = {
  title: 'احفظ هنا، واقرأ حيث لا شبكة.',
  lead: 'يحفظ Layover صفحات كاملة على هذا الحاسوب: النص وصوره والمنشورات التي يشير إليها، مرتبة على خط زمني. ومن دون اتصال يُفتح كل شيء فورًا، ولا شيء يسأل الشبكة.',
  label: 'عنوان الصفحة المراد حفظها',
  placeholder: 'https://…',
  action: 'حفظ هذه الصفحة',
  or: 'لا صفحة في متناول اليد؟',
  sample: 'إضافة مثال للتجربة',
  also: 'يمكن أيضًا إفلات ملفات أو روابط أو نص في أي مكان من هذه النافذة، أو لصقها.',
};
