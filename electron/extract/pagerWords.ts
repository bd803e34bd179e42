// What a link between pages says, in the languages of the web: a page's number, "next page", or only "next".

/** What a link's words say; `next` alone may lead to the next article as well. */
export type PagerLabel =
  /** `isWorded` is false for a number alone, which may mean anything. */
  | { readonly says: 'page'; readonly number: number; readonly isWorded: boolean }
  | { readonly says: 'next page' }
  | { readonly says: 'next' };

const MARKS = /^[\s<>‹›«»←→▶▸◀◂⟨⟩❮❯⏵|.:·…,[\]()\-–—]+|[\s<>‹›«»←→▶▸◀◂⟨⟩❮❯⏵|.:·…,[\]()\-–—]+$/gu;

const NEXT_PAGE = [
  'next page',
  'go to next page',
  'on the next page',
  'continued on next page',
  'continue to next page',
  'nächste seite',
  'naechste seite',
  'auf der nächsten seite',
  'page suivante',
  'la page suivante',
  'página siguiente',
  'pagina siguiente',
  'siguiente página',
  'próxima página',
  'página seguinte',
  'pagina successiva',
  'pagina seguente',
  'prossima pagina',
  'volgende pagina',
  'nästa sida',
  'næste side',
  'neste side',
  'seuraava sivu',
  'następna strona',
  'další strana',
  'další stránka',
  'ďalšia strana',
  'sljedeća stranica',
  'sledeća strana',
  'naslednja stran',
  'következő oldal',
  'pagina următoare',
  'sonraki sayfa',
  'επόμενη σελίδα',
  'следующая страница',
  'следващата страница',
  'наступна сторінка',
  'הדף הבא',
  'העמוד הבא',
  'الصفحة التالية',
  'صفحه بعد',
  'صفحهٔ بعد',
  'अगला पृष्ठ',
  'trang sau',
  'trang tiếp theo',
  'halaman berikutnya',
  'halaman selanjutnya',
  'หน้าถัดไป',
  '下一页',
  '下一頁',
  '下页',
  '下頁',
  '次のページ',
  '次ページ',
  '次のページへ',
  '다음 페이지',
];

const NEXT = [
  'next',
  'continue',
  'continue reading',
  'weiter',
  'weiterlesen',
  'nächste',
  'suivant',
  'suivante',
  'siguiente',
  'próxima',
  'próximo',
  'seguinte',
  'successiva',
  'avanti',
  'volgende',
  'nästa',
  'næste',
  'neste',
  'seuraava',
  'następna',
  'dalej',
  'další',
  'következő',
  'următoarea',
  'sonraki',
  'ileri',
  'επόμενη',
  'далее',
  'следующая',
  'вперёд',
  'вперед',
  'наступна',
  'הבא',
  'التالي',
  'بعدی',
  'अगला',
  'tiếp',
  'berikutnya',
  'selanjutnya',
  'ถัดไป',
  '次へ',
  '次',
  '다음',
];

const SAYS_NEXT_PAGE: ReadonlySet<string> = new Set(NEXT_PAGE.map(fold));
const SAYS_NEXT: ReadonlySet<string> = new Set(NEXT.map(fold));

const PAGE_WORD =
  'page|p\\.?|pg\\.?|seite|página|pagina|pág\\.?|sida|side|sivu|strona|strana|stránka|stranica|stran|oldal|sayfa|σελίδα|страница|стр\\.?|сторінка|עמוד|דף|صفحة|صفحه|पृष्ठ|trang|halaman|หน้า|페이지|第';
/** `Page 2`, `Continue to page 2`, `Weiter auf Seite 2`, `第2页`. */
const NUMBER_AFTER_WORD = new RegExp(`^(?:[\\p{L}\\s]{0,40}?\\s)?(?:${PAGE_WORD})\\s*(\\d{1,3})\\s*(?:页|頁)?$`, 'u');
const NUMBER_BEFORE_WORD = /^(\d{1,3})\s*(?:页|頁|ページ|페이지|쪽)$/u;
const NUMBER_ALONE = /^(\d{1,3})$/;
const LONGEST_LABEL = 60;
const FORWARD = /[>›»→▶▸⟩❯⏵]/u;

/** Reads the words of a link; `undefined` when they say nothing of pages. "Next: A title" and "Next article" say nothing of pages. */
export function readPagerLabel(text: string): PagerLabel | undefined {
  if (text.length > LONGEST_LABEL) return undefined;
  const words = fold(text);
  if (words === '') return FORWARD.test(text) ? { says: 'next' } : undefined;
  if (SAYS_NEXT_PAGE.has(words)) return { says: 'next page' };
  if (SAYS_NEXT.has(words)) return { says: 'next' };
  // Reviews in many parts name the part: "Next page: The battery".
  if (/^next page\s?[:–—-]\s/.test(words)) return { says: 'next page' };
  const alone = NUMBER_ALONE.exec(words);
  const number = alone ?? NUMBER_AFTER_WORD.exec(words) ?? NUMBER_BEFORE_WORD.exec(words);
  return number === null ? undefined : { says: 'page', number: Number(number[1]), isWorded: alone === null };
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').replace(MARKS, '').trim();
}
