// The worst pages in, a folder of static HTML out: the page's text, the truth and our answer side by side. No network, no script.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerOf, FACTS, isWrong, truthOf, type Fact } from './factMeasures.ts';
import { htmlToText } from './htmlText.ts';
import { escapeHtml, markText, runsOf } from './markText.ts';
import { worstPages, type MeasuredPage } from './scores.ts';
import { toScoreCell } from './table.ts';
import type { SetName, TruthPage } from './truth.ts';

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 1.5rem; }
table { border-collapse: collapse; margin-bottom: 2rem; }
th, td { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
td.number { font-variant-numeric: tabular-nums; text-align: right; }
.columns { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.5rem; }
.columns > section { white-space: pre-wrap; overflow-wrap: anywhere; }
h2 { position: sticky; top: 0; background: Canvas; margin: 0; white-space: normal; }
mark.missing { background: light-dark(#ffd0d0, #702020); color: inherit; }
mark.extra { background: light-dark(#ffe9a8, #5c4a00); color: inherit; }
mark.unused { background: none; color: light-dark(#888, #888); }
.wrong { color: light-dark(#b00020, #ff8a8a); }
`;

/** Writes `index.html` and a page for each of the worst of every set into a folder of its own; answers the index's path. */
export function writeReport(
  folder: string,
  sets: ReadonlyMap<SetName, readonly MeasuredPage[]>,
  readHtml: (page: TruthPage) => string,
): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const parts: string[] = [];
  for (const [set, pages] of sets) {
    const worst = worstPages(pages, 10);
    for (const page of worst) writeFileSync(join(folder, fileOf(page)), pageDocument(page, readHtml(page.truth)));
    if (worst.length > 0) parts.push(`<h1>Worst of ${set}</h1>${worstList(worst)}`);
    for (const fact of FACTS) parts.push(wrongFacts(set, fact, pages));
  }
  const index = join(folder, 'index.html');
  writeFileSync(index, documentOf('Extraction quality', parts.join('\n')));
  return index;
}

function worstList(pages: readonly MeasuredPage[]): string {
  const rows = pages.map((page) => {
    const { truth, score } = page;
    const shares = [score.text?.f1, score.text?.precision, score.text?.recall].map(
      (share) => `<td class="number">${toScoreCell(share)}</td>`,
    );
    const cells = [truth.url ?? '', truth.type, score.error ?? ''].map((cell) => `<td>${escapeHtml(cell)}</td>`);
    return `<tr><td><a href="${escapeHtml(fileOf(page))}">${escapeHtml(truth.id)}</a></td>${shares.join('')}${cells.join('')}</tr>`;
  });
  return `<table><tr><th>page<th>F1<th>precision<th>recall<th>address<th>type<th>error</tr>${rows.join('')}</table>`;
}

function wrongFacts(set: SetName, fact: Fact, pages: readonly MeasuredPage[]): string {
  const wrong = pages.filter(({ score }) => isWrong(score.facts.get(fact)));
  if (wrong.length === 0) return '';
  const rows = wrong.map(({ truth, answer }) => {
    const cells = [truth.id, truthOf(fact, truth) ?? '', answerOf(fact, answer) ?? ''];
    return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
  });
  return `<details><summary>${set}: ${fact} not right on ${String(wrong.length)} pages</summary><table><tr><th>page<th>truth<th>ours</tr>${rows.join('')}</table></details>`;
}

function pageDocument(page: MeasuredPage, html: string): string {
  const { truth, answer, score } = page;
  const truthText =
    truth.text ?? [...(truth.with ?? []), ...(truth.without ?? []).map((text) => `NOT: ${text}`)].join('\n\n');
  // Where the truth is only snippets, what it lacks need not be too much.
  const isWhole = truth.text !== undefined;
  const ourText = truth.set === 'sh' ? answer.textWithoutCaptions : answer.text;
  const ours = runsOf(ourText);
  const wanted = runsOf(truthText);
  const pageText = htmlToText(html, { keepsCaptions: true });
  const facts = FACTS.map(
    (fact) =>
      `<tr><th>${fact}<td>${escapeHtml(truthOf(fact, truth) ?? '–')}<td class="${isWrong(score.facts.get(fact)) ? 'wrong' : ''}">${escapeHtml(answerOf(fact, answer) ?? '–')}</tr>`,
  );
  return documentOf(
    truth.id,
    `<h1>${escapeHtml(truth.id)}</h1><p>${escapeHtml(truth.url ?? '')}</p>
<p>F1 ${toScoreCell(score.text?.f1)}, precision ${toScoreCell(score.text?.precision)}, recall ${toScoreCell(score.text?.recall)}.
<mark class="missing">missing from ours</mark> <mark class="extra">too much in ours</mark></p>
<table><tr><th>fact<th>truth<th>ours</tr>${facts.join('')}</table>
<div class="columns"><section><h2>Page</h2>${markText(pageText, [wanted, ours], (isWanted, isOurs) => {
      if (isWanted === isOurs) return isWanted ? undefined : 'unused';
      if (isWanted) return 'missing';
      return isWhole ? 'extra' : undefined;
    })}</section>
<section><h2>Truth</h2>${markText(truthText, [ours], (isOurs) => (isOurs ? undefined : 'missing'))}</section>
<section><h2>Ours</h2>${markText(ourText, [wanted], (isWanted) => (isWanted || !isWhole ? undefined : 'extra'))}</section></div>`,
  );
}

function documentOf(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escapeHtml(title)}</title><style>${STYLE}</style><body>${body}</body></html>`;
}

function fileOf({ truth }: MeasuredPage): string {
  return `${truth.id.replace(/[^\w.-]/g, '_').slice(0, 120)}.html`;
}
