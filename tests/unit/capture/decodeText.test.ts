// Pages whose header, <meta> and bytes tell different stories. A reader should see the words that were written.
import iconv from 'iconv-lite';
import { expect, test } from 'playwright/test';
import { decodeText } from '../../../electron/capture/decodeText.ts';

const WORDS = {
  german: 'Der Zug fährt über die Brücke; drüben wächst das Grün, und für zwölf Euro gibt es „Käse“ – schön.',
  french: 'Le train a traversé la forêt où l’été s’achève ; les élèves rêvaient déjà d’une île, près du théâtre.',
  polish: 'Pociąg jechał powoli przez śnieżne pola, a łódź czekała już na brzegu; żaden świadek nie zdążył.',
  turkish: 'Gece treni şehri geçti, çocuklar uyuyordu; ışık söndü ve yağmur ağır ağır başladı, güneş doğana dek.',
  russian:
    'Ночной поезд медленно шёл через лес, и за окном долго не было ни одного огонька. Потом показалась река, и пассажиры проснулись.',
  ukrainian: 'Нічний потяг повільно їхав через ліс, і за вікном довго не було жодного вогника. Її брат уже спав.',
  greek: 'Το νυχτερινό τρένο περνούσε αργά μέσα από το δάσος και έξω από το παράθυρο δεν φαινόταν κανένα φως.',
  hebrew: 'רכבת הלילה נסעה לאט דרך היער, ומחוץ לחלון לא נראה שום אור במשך שעה ארוכה מאוד.',
  japanese:
    '夜行列車はゆっくりと森を抜けていった。窓の外には長いあいだ灯りひとつ見えなかった。やがて川が現れ、乗客たちは目を覚ました。カタカナも少し。',
  korean:
    '밤 기차는 천천히 숲을 지나갔다. 창밖에는 오랫동안 불빛 하나 보이지 않았다. 이윽고 강이 나타났고 승객들은 잠에서 깼다.',
  chinese: '夜行列车缓缓穿过森林，窗外很久都看不到一点灯光。后来河流出现了，乘客们也醒了过来，大家都很高兴。',
  taiwanese: '夜行列車緩緩穿過森林，窗外很久都看不到一點燈光。後來河流出現了，乘客們也醒了過來，大家都很高興。',
  thai: 'รถไฟกลางคืนแล่นผ่านป่าอย่างช้าๆ และนอกหน้าต่างไม่มีแสงไฟให้เห็นเป็นเวลานาน',
  english: 'The night train went slowly through the wood, and for a long time there was no light outside.',
  emoji: 'The night train 🚆 went slowly; “later” — the river.',
} as const;

/** [words, bytes are in, header says, <meta> says, read as]. */
const PAGES: readonly (readonly [keyof typeof WORDS, string, string | null, string | null, string])[] = [
  // The header is right and the <meta> was left over from an older page.
  ['german', 'utf8', 'utf-8', 'iso-8859-1', 'UTF-8'],
  ['russian', 'win1251', 'windows-1251', 'utf-8', 'windows-1251'],
  ['japanese', 'shift_jis', 'Shift_JIS', 'utf-8', 'Shift_JIS'],
  ['chinese', 'gb18030', 'gb18030', 'big5', 'gb18030'],
  ['polish', 'iso88592', 'iso-8859-2', 'utf-8', 'ISO-8859-2'],
  // The server adds its own default to every page, and the <meta> is right.
  ['russian', 'win1251', 'iso-8859-1', 'windows-1251', 'windows-1251'],
  ['russian', 'koi8-r', 'iso-8859-1', 'koi8-r', 'KOI8-R'],
  ['russian', 'koi8-r', 'windows-1251', 'koi8-r', 'KOI8-R'],
  ['russian', 'win1251', 'koi8-r', 'windows-1251', 'windows-1251'],
  ['japanese', 'shift_jis', 'iso-8859-1', 'shift_jis', 'Shift_JIS'],
  ['japanese', 'eucjp', 'utf-8', 'euc-jp', 'EUC-JP'],
  ['korean', 'euckr', 'iso-8859-1', 'euc-kr', 'EUC-KR'],
  ['chinese', 'gb18030', 'utf-8', 'gb2312', 'GBK'],
  ['greek', 'iso88597', 'utf-8', 'iso-8859-7', 'ISO-8859-7'],
  ['german', 'win1252', 'utf-8', 'iso-8859-1', 'windows-1252'],
  // Header and <meta> agree with each other, and both are wrong.
  ['german', 'utf8', 'iso-8859-1', 'windows-1252', 'UTF-8'],
  ['russian', 'utf8', 'windows-1251', 'windows-1251', 'UTF-8'],
  ['emoji', 'utf8', 'us-ascii', 'iso-8859-1', 'UTF-8'],
  ['russian', 'win1251', 'utf-8', 'iso-8859-1', 'windows-1251'],
  ['japanese', 'shift_jis', 'utf-8', 'iso-8859-1', 'Shift_JIS'],
  ['korean', 'euckr', 'utf-8', 'utf-8', 'EUC-KR'],
  ['french', 'win1252', 'utf-8', 'shift_jis', 'windows-1252'],
  // Nobody says anything, or nothing that exists.
  ['german', 'win1252', null, null, 'windows-1252'],
  ['french', 'utf8', null, null, 'UTF-8'],
  ['russian', 'win1251', null, null, 'windows-1251'],
  ['japanese', 'shift_jis', 'x-unknown', 'none', 'Shift_JIS'],
  ['japanese', 'eucjp', null, null, 'EUC-JP'],
  ['korean', 'euckr', null, null, 'EUC-KR'],
  ['chinese', 'gb18030', null, null, 'gb18030'],
  ['taiwanese', 'big5', null, null, 'Big5'],
  // Declarations that are right, each alone.
  ['ukrainian', 'koi8-u', 'koi8-u', null, 'KOI8-U'],
  ['turkish', 'win1254', null, 'iso-8859-9', 'windows-1254'],
  ['hebrew', 'win1255', null, 'windows-1255', 'windows-1255'],
  ['hebrew', 'iso88598', 'iso-8859-8-i', null, 'ISO-8859-8'],
  ['thai', 'tis620', null, 'tis-620', 'windows-874'],
  ['russian', 'cp866', 'ibm866', null, 'IBM866'],
  // Two bytes a letter: the <meta> cannot be right, or it could not have been read.
  ['german', 'utf16le', 'utf-8', 'utf-8', 'UTF-16LE'],
  ['russian', 'utf16be', 'windows-1251', null, 'UTF-16BE'],
  ['japanese', 'utf16le', null, 'shift_jis', 'UTF-16LE'],
  ['english', 'utf8', 'utf-16', null, 'UTF-8'],
  ['english', 'utf8', null, 'utf-16le', 'UTF-8'],
];

for (const [words, written, header, meta, encoding] of PAGES) {
  test(`${words} in ${written}, header says ${header}, <meta> says ${meta}: read as ${encoding}`, () => {
    const page = pageOf(WORDS[words], meta);
    const decoded = decodeText(iconv.encode(page, written), header, true);
    expect(decoded).toEqual({ text: page, encoding });
  });
}

test('the mark at the beginning overrules header and meta', () => {
  for (const [written, encoding] of [
    ['utf8', 'UTF-8'],
    ['utf16le', 'UTF-16LE'],
    ['utf16be', 'UTF-16BE'],
  ] as const) {
    const page = pageOf(WORDS.russian, 'koi8-r');
    expect(decodeText(iconv.encode(page, written, { addBOM: true }), 'windows-1251', true)).toEqual({
      text: page,
      encoding,
    });
  }
});

const TEXTS: readonly (readonly [keyof typeof WORDS, string, string])[] = [
  ['german', 'win1252', 'windows-1252'],
  ['german', 'utf8', 'UTF-8'],
  ['german', 'utf16le', 'UTF-16LE'],
  ['german', 'utf16be', 'UTF-16BE'],
  ['russian', 'win1251', 'windows-1251'],
  ['russian', 'utf16le', 'UTF-16LE'],
  ['japanese', 'shift_jis', 'Shift_JIS'],
  ['english', 'utf8', 'UTF-8'],
];

for (const [words, written, encoding] of TEXTS) {
  test(`a text file with ${words} in ${written} is read as ${encoding}`, () => {
    const text = `${WORDS[words]}\r\n\r\n${WORDS[words]}\r\n`;
    expect(decodeText(iconv.encode(text, written), null, false)).toEqual({ text, encoding });
  });
}

test('ISO-2022-JP is known by its escapes', () => {
  const escaped = Buffer.from('<p>\x1b$B%+%J\x1b(B, \x1b$BF|K\\8l\x1b(B \x1b(J~\x1b(B.</p>', 'latin1');
  for (const header of [null, 'iso-2022-jp', 'utf-8', 'iso-8859-1']) {
    expect(decodeText(escaped, header, true)).toEqual({ text: '<p>カナ, 日本語 ~.</p>', encoding: 'ISO-2022-JP' });
  }
});

test('UTF-7 and HZ stay the ASCII they are written in', () => {
  const utf7 = '<p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>';
  for (const label of ['utf-7', 'unicode-1-1-utf-7', 'x-utf-7', 'hz-gb-2312', 'iso-2022-kr', 'replacement']) {
    const decoded = decodeText(Buffer.from(`<meta charset="${label}">${utf7}`), label, true);
    expect(decoded).toEqual({ text: `<meta charset="${label}">${utf7}`, encoding: 'UTF-8' });
  }
});

test('a few broken bytes do not change what a page is read as', () => {
  const page = pageOf(WORDS.russian.repeat(20), 'utf-8');
  const bytes = Buffer.from(page);
  const damaged = Buffer.concat([bytes.subarray(0, 901), bytes.subarray(902)]);
  const { text, encoding } = decodeText(damaged, 'windows-1251', true);
  expect(encoding).toBe('UTF-8');
  expect(text.split('\uFFFD').length - 1).toBeLessThanOrEqual(2);
});

test('a page cut in the middle of a letter keeps its encoding', () => {
  const bytes = Buffer.from(pageOf(WORDS.japanese, null));
  expect(decodeText(bytes.subarray(0, bytes.lastIndexOf(0xe3) + 1), null, true).encoding).toBe('UTF-8');
});

test('a <meta> beyond the first 1,024 bytes and an XML declaration count too', () => {
  const late = `<!doctype html><head><script>${'x();'.repeat(800)}</script><meta charset="koi8-r"></head><p>${WORDS.russian}</p>`;
  expect(decodeText(iconv.encode(late, 'koi8-r'), null, true)).toEqual({ text: late, encoding: 'KOI8-R' });
  const plain = `<!doctype html><head><script>${'x();'.repeat(800)}</script><meta charset="koi8-r"></head><p>Plain words.</p>`;
  expect(decodeText(Buffer.from(plain), null, true).encoding).toBe('KOI8-R');
  const xml = `<?xml version="1.0" encoding="ISO-8859-2"?><html><p>${WORDS.polish}</p></html>`;
  expect(decodeText(iconv.encode(xml, 'iso88592'), null, true)).toEqual({ text: xml, encoding: 'ISO-8859-2' });
});

test('windows-1252 is meant by Latin-1, as on every page of the web', () => {
  expect(decodeText(Buffer.from('<p>\x93quoted\x94 \x80 5</p>', 'latin1'), 'iso-8859-1', true)).toEqual({
    text: '<p>“quoted” € 5</p>',
    encoding: 'windows-1252',
  });
});

test('nothing at all is an empty text', () => {
  expect(decodeText(new Uint8Array(0), null, true).text).toBe('');
});

test('twenty megabytes with one accent at the end are read', () => {
  const bytes = Buffer.concat([Buffer.alloc(20 * 1024 * 1024, 'plain words '), Buffer.from('caf\xe9', 'latin1')]);
  expect(decodeText(bytes, null, true).text.slice(-4)).toBe('café');
});

function pageOf(words: string, meta: string | null): string {
  const head = meta === null ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${meta}">`;
  return `<!doctype html><html><head>${head}<title>${words.slice(0, 20)}</title></head><body><div class="main"><p>${words}</p></div></body></html>`;
}
