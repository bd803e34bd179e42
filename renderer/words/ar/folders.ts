import type { folders as english } from '../en/folders.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const folders: Translation<typeof english> = {
  commandMove: 'نقل المكتبة إلى مجلد آخر أو قرص آخر…',
  commandOpen: 'فتح مكتبة أخرى…',
  move: 'نقل المكتبة…',
  open: 'فتح مكتبة أخرى…',
  hint: 'عند النقل يُنسخ كل شيء إلى المجلد الذي تختاره ويُقرأ كل ملف من جديد، ولا تُستعمل المكتبة الجديدة إلا بعد ذلك. وتبقى القديمة حتى تقرر ما يكون منها.',
  named: 'سُمّيت هذه المكتبة عند بدء Layover (‎--library)، فلا يمكن نقلها أو تغييرها من هنا.',
  opening: 'سيبدأ Layover من جديد بالمكتبة الأخرى.',
  noneTitle: 'لا توجد مكتبة في هذا المجلد بعد',
  noneText: 'يمكن أن ينشئ Layover مكتبة جديدة فارغة في {folder} ويستعملها من الآن. وتبقى مكتبتك الحالية كما هي.',
  noneKeep: 'تركه كما هو',
  noneGo: 'إنشاء مكتبة هناك',
  moved: 'نُقلت المكتبة إلى هنا في {date}. وما زالت القديمة في {folder}، كاملة كما كانت حينها.',
  revealOld: 'إظهار القديمة',
  trashOld: 'نقل القديمة إلى سلة المهملات…',
  keepOld: 'الاحتفاظ بها',
  trashTitle: 'أتُنقل المكتبة القديمة إلى سلة المهملات؟',
  trashText:
    'ينتقل المجلد {folder} إلى سلة مهملات نظامك، ويمكنك استرجاعه منها. أما المكتبة المستعملة الآن فهي في مجلد آخر وتبقى.',
  trashKeep: 'تركها',
  trashGo: 'نقل إلى سلة المهملات',
  failed: 'لم تُنقل المكتبة، وهي في مكانها كما كانت. {reason}',
  failedAnyhow: 'لم يكتمل ما نُسخ أو تعذّرت تسميته.',
  understood: 'حسنا',
};
