import type { updates as english } from '../en/updates.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const updates: Translation<typeof english> = {
  title: 'إصدارات أحدث',
  hint: 'لا يُسأل عن شيء ولا يُجلب ولا يُثبَّت قبل أن تطلب ذلك، ولا شيء من هذا في رحلة أو أثناء تجهيزها.',
  byItself: 'البحث مرة في اليوم عن إصدار أحدث من Layover',
  look: 'البحث الآن',
  looking: 'جارٍ البحث…',
  none: 'هذا أحدث إصدار من Layover.',
  offered: 'الإصدار {version} من Layover متاح.',
  offeredSize: 'الإصدار {version} من Layover متاح، {size}.',
  notes: 'ما الجديد فيه',
  fetch: 'جلبه',
  fetching: 'جارٍ جلب الإصدار {version} من Layover: ‏{percent}٪',
  ready: 'جُلب الإصدار {version} من Layover وتم التحقق منه. يُثبَّت عندما تطلب ذلك.',
  install: 'التثبيت والبدء من جديد',
  meteredTitle: 'هذه الشبكة تحسب بياناتها',
  meteredText: 'لا يُجلب الإصدار {version} من Layover عبرها إلا إذا طلبت ذلك. ويمكنك أيضا انتظار شبكة أخرى.',
  meteredKeep: 'الانتظار',
  meteredGo: 'جلبه مع ذلك',
};
