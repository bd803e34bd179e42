import type { queryFaults as english } from '../en/queryFaults.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const queryFaults: Translation<typeof english> = {
  orAlone: 'تقع OR بين شيئين يُبحث عنهما.',
  closesNone: 'هذا القوس لا يغلق قوسًا.',
  notClosed: 'هذا القوس غير مغلق.',
  noFilter: 'لا يوجد مرشح «{name}:».',
  saysNothing: 'لا يقول «{name}:» شيئًا بعد.',
  closedValues: 'يعرف «{name}:» القيم {known}.',
  tag: 'الوسم قصير وبلا فاصلة. لواحد من عدة وسوم اكتب «tag:a OR tag:b».',
  date: 'يُكتب التاريخ هكذا: 2024 أو 2024-05 أو 2024-05-03 أو ⁦>2024⁩ أو ⁦2023..2024⁩ أو 7d أو 3mo أو today أو lastmonth.',
  number: 'يُكتب العدد هكذا: 300 أو ⁦>300⁩ أو ⁦<=300⁩ أو ⁦100..300⁩.',
  nothing: 'اكتب هنا أي المقالات مقصودة، مثل «site:example.org».',
  onlyFilters: 'هنا مرشحات فقط، مثل «site:example.org» أو «words:>2000»؛ ولا يُبحث هنا عن كلمات.',
};
