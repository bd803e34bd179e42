import type { syncing as english } from '../en/syncing.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const syncing: Translation<typeof english> = {
  found:
    '{count, plural, zero {لم يغيّر حاسوب آخر شيئا.} one {غيّر حاسوب آخر شيئا واحدا في الوقت نفسه. دُمج الاثنان ولم يضع شيء.} two {غيّر حاسوب آخر شيئين في الوقت نفسه. دُمج كل شيء ولم يضع شيء.} few {غيّر حاسوب آخر # أشياء في الوقت نفسه. دُمج كل شيء ولم يضع شيء.} many {غيّر حاسوب آخر # شيئا في الوقت نفسه. دُمج كل شيء ولم يضع شيء.} other {غيّر حاسوب آخر # شيء في الوقت نفسه. دُمج كل شيء ولم يضع شيء.}}',
  show: 'إظهار',
  title: 'تغيّر على حاسوبين',
  hint: 'إذا كانت المكتبة في مجلد يُحفظ متطابقا على عدة حواسيب، فقد يغيّر حاسوبان الشيء نفسه. ما أمكن دمجه دُمج، وكل نسخة ثانية محفوظة كما جاءت.',
  kinds: {
    settings: 'الإعدادات',
    article: 'مقال',
    content: 'نص مقال',
    highlights: 'تظليلات',
    trip: 'رحلة',
    feed: 'خلاصة',
    entries: 'مدخلات خلاصة',
    save: 'طلب حفظ',
    other: 'ملف آخر',
  },
  merged: 'دُمج في {date}',
  kept: 'حُفظ جانبا في {date}، ولا شيء لدمجه',
  reveal: 'إظهار النسخ',
};
