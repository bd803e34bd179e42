import type { pictureFailures as english } from '../en/pictureFailures.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const pictureFailures: Translation<typeof english> = {
  'bad-input': 'تذكر الصفحة شيئًا ليس عنوان صورة.',
  'not-found': 'لم تأتِ هذه الصورة مع ما حُفظ.',
  network: 'لم تُجلب هذه الصورة. يمكن جلب الناقص حين تتوفر شبكة.',
  timeout: 'لم يرسل الموقع الصورة في الوقت المناسب.',
  tls: 'لم يستطع الموقع إثبات هويته، فلم تُجلب منه الصورة.',
  redirect: 'يحيل الموقع من عنوان إلى عنوان بلا نهاية.',
  portal: 'طلبت الشبكة تسجيل الدخول أولًا، فلم تُجلب الصورة.',
  'http-status': 'أجاب الموقع بخطأ بدلًا من الصورة.',
  gone: 'يقول الموقع إن هذه الصورة لم تعد موجودة.',
  'sign-in': 'لا يعرض الموقع هذه الصورة إلا بعد تسجيل الدخول.',
  'bad-response': 'تعذّر فهم ما أرسله الموقع بدلًا من الصورة.',
  incomplete: 'انقطعت الصورة قبل نهايتها.',
  'too-large': 'الصورة، أو الصور كلها معًا، أكبر مما يقبله Layover.',
  unreadable: 'ما وصل ليس صورة من نوع يمكن عرضه.',
  'no-content': 'أرسل الموقع ملفًا فارغًا بدلًا من الصورة.',
  disk: 'لم يعد ملف الصورة على القرص، أو تعذّرت كتابته.',
  locked: 'كانت هذه المكتبة مفتوحة في Layover آخر.',
  cancelled: 'أُلغي جلب هذه الصورة.',
  internal: 'حدث خطأ داخل Layover أثناء جلب الصورة.',
};
