// Pages whose text asks something of the reader: other languages and directions, notes, tables, code, formulas. Of our own writing.
import type { SaveSource } from '#contract/save.ts';

interface TextPage {
  readonly title: string;
  readonly lang: string;
  readonly dir?: 'rtl';
  /** HTML of the article below its heading. */
  readonly body: string;
}

/** A page of a text. */
export function textPage(name: string, { title, lang, dir, body }: TextPage): SaveSource {
  const html = `<!doctype html><html${lang === '' ? '' : ` lang="${lang}"`}${dir === undefined ? '' : ` dir="${dir}"`}><head><meta charset="utf-8"><title>${title}</title>
<link rel="canonical" href="https://texts.example/${name}"></head><body><main><article><h1>${title}</h1>${body}</article></main></body></html>`;
  return { from: 'file', name: `${name}.html`, bytes: Buffer.from(html) };
}

const paragraphs = (texts: readonly string[], times: number): string =>
  Array.from({ length: times }, () => texts.map((text) => `<p>${text}</p>`).join('')).join('');

const GERMAN = [
  'Die Verantwortung für das Leuchtfeuer lag seit der Inbetriebnahme der Schmalspurbahngesellschaft bei einem einzigen Hafenmeister, der jede Unregelmäßigkeit der Gezeitenströmungen in ein Wetterbeobachtungstagebuch eintrug und niemandem davon erzählte.',
  'Erst die Wiedereröffnung der Dampfschifffahrtsverbindung brachte Nachrichten vom Festland: Zeitungen, Ersatzteilbestellungen und, in den Sommermonaten, Forschungsreisende mit Messinstrumenten, die nach den Salzablagerungen an den unteren Treppenstufen fragten.',
  'Er sagte: <q>Was ich nicht aufgeschrieben habe, das hat das Meer getan, 1987 zum letzten Mal.</q> Danach schwieg er, und die Gesellschaft ging weiter zur Aussichtsplattform.',
];

/** A long German text. */
export const germanPage = (): SaveSource =>
  textPage('leuchtfeuer', { title: 'Das Leuchtfeuer am Gezeitenweg', lang: 'de', body: paragraphs(GERMAN, 8) });

const FILLER =
  'The keeper wrote every arrival down by hand, one line for each night, and never missed one in thirty years. What he did not write down, the sea did, in rings of salt on the lower steps of the stair.';

const CELLS = Array.from({ length: 14 }, (_, i) => `<td>${1890 + i * 7}.25</td>`).join('');
const HEADS = Array.from({ length: 14 }, (_, i) => `<th scope="col">Observation ${i + 1}</th>`).join('');

/** Notes, a wide table, code and formulas. */
export const piecesPage = (): SaveSource =>
  textPage('tides', {
    title: 'How the tide tables were made',
    lang: 'en',
    body: `<p>${FILLER} The first table<sup><a id="fnref1" href="#fn1" role="doc-noteref">1</a></sup> was printed in 1890, the second<sup><a id="fnref2" href="#fn2">[2]</a></sup> never.</p>
<p>${FILLER}</p><h2>The table</h2>
<table><caption>Heights at the lower stair</caption><thead><tr><th scope="col">Place</th>${HEADS}</tr></thead>
<tbody><tr><th scope="row">Lower stair</th>${CELLS}</tr><tr><th scope="row">Upper stair</th>${CELLS}</tr></tbody></table>
<p>${FILLER}</p><table><tr><th>Place</th><th>Keeper</th></tr><tr><td>Lower stair</td><td>Ines</td></tr></table>
<h2>The code</h2><p>${FILLER}</p>
<pre><code class="language-python">def height(hour):
    # spaces   stay
    return 1.5 * cos(hour / 12.4)</code></pre>
<p>${FILLER} The height is <math><mi>h</mi><mo>=</mo><mfrac><mi>a</mi><mn>2</mn></mfrac></math> at noon, and in general</p>
<math display="block"><mi>h</mi><mo>(</mo><mi>t</mi><mo>)</mo><mo>=</mo><munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msub><mi>a</mi><mi>k</mi></msub><mi>cos</mi><mrow><mo>(</mo><mfrac><mrow><mn>2</mn><mi>π</mi><mi>t</mi></mrow><msub><mi>T</mi><mi>k</mi></msub></mfrac><mo>+</mo><msqrt><msub><mi>φ</mi><mi>k</mi></msub></msqrt><mo>)</mo></mrow></math>
<blockquote><p>Nobody asked for the second table, and so nobody missed it, said the keeper’s daughter in 1921.</p></blockquote>
<ul><li>The lower stair, <code>stair.low</code></li><li>The upper stair</li></ul>
${paragraphs([FILLER], 8)}
<section role="doc-endnotes"><ol><li id="fn1"><p>Printed by the harbour office, in <a href="https://texts.example/leuchtfeuer">an edition of ninety</a>. <a href="#fnref1" role="doc-backlink">↩</a></p></li>
<li id="fn2"><p>The proofs are kept in the tower. <a href="#fnref2" role="doc-backlink">↩</a></p></li></ol></section>`,
  });

const ARABIC = [
  'كان حارس المنارة يكتب كل وصول بيده، سطرا لكل ليلة، ولم يفته سطر واحد في ثلاثين سنة. وما لم يكتبه كتبه البحر في حلقات من الملح على الدرجات السفلى.',
  'في صيف سنة 1987 جاءت الباخرة <code>night-train</code> ومعها صحف من البر، وسأل المسافرون عن الجداول التي طبعت في <em>دار الميناء</em> ولم يجدوها.',
];

/** From right to left. */
export const arabicPage = (): SaveSource =>
  textPage('manara', { title: 'حارس المنارة والبحر', lang: 'ar', dir: 'rtl', body: paragraphs(ARABIC, 6) });

const HEBREW = [
  'שומר המגדלור רשם כל אונייה בכתב ידו, שורה אחת לכל לילה, ולא החמיץ אף אחת בשלושים שנה. מה שלא רשם הוא, רשם הים בטבעות של מלח על המדרגות התחתונות.',
  'בקיץ 1987 הביאה אוניית הקיטור <code>night-train</code> עיתונים מן היבשה, והנוסעים שאלו על <em>לוחות הגאות</em> ולא מצאו אותם.',
];

/** From right to left, in letters of their own. */
export const hebrewPage = (): SaveSource =>
  textPage('migdalor', { title: 'שומר המגדלור והים', lang: 'he', dir: 'rtl', body: paragraphs(HEBREW, 6) });

const JAPANESE = [
  '灯台守は三十年のあいだ、毎晩一行ずつ、港に着いた船の名を手で書きつけた。書かなかったものは海が書いた。下の石段に残る塩の輪がそれである。',
  '一九八七年の夏、汽船が本土の新聞を運んできた。旅人たちは港の事務所で刷られた<em>潮の表</em>のことをたずねたが、誰も見つけることができなかった。',
];

/** May be set from top to bottom. */
export const japanesePage = (): SaveSource =>
  textPage('todai', { title: '灯台守と海', lang: 'ja', body: paragraphs(JAPANESE, 20) });
