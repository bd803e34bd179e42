// How a trip's file looks: as Layover does, with the fonts of whatever shows it. Pure data; margins are logical, since files run either way.

const COLORS = `:root { color-scheme: light dark; --ground: #faf7f1; --high: #fffdf9; --ink: #25201a; --soft: #5f564a; --line: #e3dac9; --signal: #f2a71b; --signal-ink: #8a4f00; --good: #3f6b2f; --danger: #a02a1c; }
@media (prefers-color-scheme: dark) { :root { --ground: #1c1a17; --high: #26231f; --ink: #ddd5c8; --soft: #aba294; --line: #38332c; --signal-ink: #f4b94d; --good: #a3c98e; --danger: #f2998a; } }
`;

const TYPE = `* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 1.125rem/1.62 Literata, Charter, Georgia, 'Noto Serif', 'Times New Roman', serif; -webkit-text-size-adjust: 100%; scroll-padding-block-start: 1rem; }
body { margin: 0; overflow-wrap: break-word; }
.front, .cover > * { inline-size: min(100% - 2.5rem, 52rem); margin-inline: auto; }
article, .colophon { inline-size: min(100% - 2.5rem, 40rem); margin-inline: auto; }
h1, h2, h3, h4, h5, h6 { margin: 2.2rem 0 0.6rem; line-height: 1.22; font-weight: 600; text-wrap: balance; break-after: avoid; }
h3 { font-size: 1.25rem; }
h4, h5, h6 { font-size: 1.05rem; }
small, .meta, .label, .zone, .source, .back, .over, figcaption, caption, .missing-image, .colophon, .board { font-family: 'Hanken Grotesk', system-ui, 'Noto Sans', sans-serif; }
small, .meta, .zone, .source, figcaption, caption, .missing-image, .colophon { color: var(--soft); font-size: 0.8125rem; line-height: 1.5; }
.label, .over { color: var(--soft); font-size: 0.75rem; line-height: 1.4; }
a { color: inherit; text-decoration-color: var(--signal); text-decoration-thickness: 0.08em; text-underline-offset: 0.18em; }
a:focus-visible { outline: 2px solid var(--signal-ink); outline-offset: 3px; border-radius: 2px; }
ul, ol { padding-inline-start: 1.4em; }
`;

const COVER = `.cover { display: flex; flex-direction: column; justify-content: center; min-block-size: 100vh; min-block-size: 100svh; padding-block: 3rem; border-block-start: 0.5rem solid var(--signal); break-after: page; }
.cover > * { flex: none; }
.over { margin-block: 0 0.75rem; color: var(--signal-ink); font-size: 0.9375rem; }
h1 { margin-block: 0 2.5rem; font-size: clamp(2.6rem, 9vw, 4.75rem); line-height: 1.05; overflow-wrap: break-word; }
.cover .label, .cover .zone, .departs .value { display: block; }
.departs { margin-block: 0 2rem; }
.departs .value { font-size: 1.3125rem; line-height: 1.4; }
.sums { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; padding: 1.25rem 0 0; border-block-start: 1px solid var(--line); list-style: none; }
.sums .value { font-size: 1.3125rem; line-height: 1.4; font-variant-numeric: lining-nums tabular-nums; }
.cover nav { margin-block-start: 2.5rem; }
.cover nav ul { display: flex; flex-wrap: wrap; gap: 0.5rem 1.75rem; margin: 0; padding: 0; list-style: none; }
`;

const FRONT = `.front { padding-block: 3.5rem 1rem; }
.front + .front { border-block-start: 1px solid var(--line); }
.front > h2 { margin-block: 0 1.5rem; font-size: 2rem; }
.board { inline-size: 100%; border-collapse: collapse; font-size: 0.875rem; line-height: 1.45; font-variant-numeric: tabular-nums; }
.board thead th { padding: 0 0 0.6rem; color: var(--soft); font-size: 0.75rem; font-weight: 400; text-align: start; }
.board :is(th, td) { padding-block: 0.75rem; padding-inline: 0 1.25rem; border: 0; text-align: start; vertical-align: baseline; }
.board tbody tr { border-block-start: 1px solid var(--line); break-inside: avoid; }
.board tbody th { inline-size: 50%; font: 500 1.0625rem/1.4 Literata, Charter, Georgia, 'Noto Serif', serif; overflow-wrap: anywhere; }
.board tbody th small { display: block; }
.board .status { font-size: 0.8125rem; font-weight: 600; text-transform: uppercase; }
.board .ready { color: var(--good); }
.board .not-ready { color: var(--signal-ink); }
.board .number, .board .when { color: var(--soft); white-space: nowrap; }
.board :is(th, td):last-child { padding-inline-end: 0; }
.contents { margin: 0; padding: 0; list-style: none; counter-reset: place; }
.contents li { display: grid; grid-template-columns: 2.5rem minmax(0, 1fr); padding-block: 0.45rem; counter-increment: place; break-inside: avoid; }
.contents li::before { content: counter(place); grid-row: span 2; color: var(--soft); font-variant-numeric: tabular-nums; }
.contents small { grid-column: 2; }
.days { margin: 0 0 1rem; padding: 0; list-style: none; }
.days li { display: grid; grid-template-columns: 4.25rem minmax(0, 1fr); padding-block: 0.35rem; break-inside: avoid; }
.days .day { font-variant-numeric: lining-nums tabular-nums; }
.days small, .related small { display: block; }
.days .day small { display: inline; }
.here > div > a, .related .here > a { font-weight: 600; }
#timeline h3 { margin-block: 2.25rem 0.6rem; font-style: italic; font-weight: 500; }
`;

const ARTICLES = `article { padding-block: 1.25rem 3rem; border-block-start: 0.25rem solid var(--signal); margin-block-start: 4rem; overflow-wrap: break-word; break-before: page; }
.back { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.8125rem; }
.back a { padding-block: 0.25rem; color: var(--soft); text-decoration-color: var(--line); }
article > header h2 { margin-block: 2.5rem 0.75rem; font-size: clamp(1.75rem, 5vw, 2.5rem); line-height: 1.15; }
article > header .meta { margin-block: 0 2rem; }
.content h3 { font-size: 1.375rem; }
.content > * + * { margin-block-start: 1.1em; }
p { margin-block: 0 1.1em; }
img { display: block; max-inline-size: 100%; block-size: auto; margin-inline: auto; border-radius: 0.25rem; }
p img, li img, td img { display: inline; margin: 0; vertical-align: middle; }
figure { margin: 2rem 0; break-inside: avoid; }
figcaption { margin-block-start: 0.5rem; }
pre { overflow-x: auto; padding: 0.9rem 1.1rem; border-radius: 0.5rem; background: var(--high); border: 1px solid var(--line); line-height: 1.5; }
pre, code, kbd, samp { font-family: 'JetBrains Mono', ui-monospace, 'SF Mono', Consolas, monospace; font-size: 0.85em; }
pre code { font-size: 1em; }
blockquote { margin: 1.5rem 0; padding-inline-start: 1.25rem; border-inline-start: 3px solid var(--line); color: var(--soft); }
.content table { display: block; max-inline-size: 100%; overflow-x: auto; border-collapse: collapse; font-size: 0.9em; }
.content :is(th, td) { padding: 0.4rem 0.75rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
hr { margin: 2.5rem auto; inline-size: 6rem; border: 0; border-block-start: 1px solid var(--line); }
.missing-image { display: inline-block; padding: 0.25rem 0.6rem; border: 1px dashed var(--line); border-radius: 0.25rem; }
.missing-image:empty { display: none; }
.missing { color: var(--danger); }
.related { margin-block-start: 3rem; padding-block-start: 0.5rem; border-block-start: 1px solid var(--line); }
.related ul { margin: 0; padding: 0; list-style: none; }
.related li { padding-block: 0.4rem; break-inside: avoid; }
article > footer { margin-block-start: 2.5rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line); }
.source { overflow-wrap: anywhere; }
.next { margin-block: 1.5rem 0; font-size: 1.1875rem; }
.next .label { display: block; }
.colophon { padding-block: 2rem 3rem; border-block-start: 1px solid var(--line); }
`;

const NARROW = `@media (max-width: 40rem) {
  html { font-size: 1.0625rem; }
  .board thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .board tbody tr { display: grid; grid-template-columns: auto auto auto 1fr; gap: 0.2rem 1rem; padding-block: 0.8rem; }
  .board tbody :is(th, td) { padding: 0; }
  .board tbody th { grid-column: 1 / -1; inline-size: auto; }
  .board .when { display: none; }
  .days li { grid-template-columns: 4rem minmax(0, 1fr); }
}
@media print {
  :root { --ground: #fff; --high: #fff; --ink: #000; --soft: #444; --line: #bbb; --signal-ink: #5c3500; --good: #234a14; }
  html { font-size: 10.5pt; }
  .cover { min-block-size: 0; padding-block: 30% 0; }
  .front, .cover > *, article, .colophon { inline-size: 100%; }
  .back, .next, .cover nav { display: none; }
  article { margin-block-start: 0; }
  a { text-decoration: none; }
  @page { margin: 18mm 16mm; }
}
`;

/** The style sheet. */
export const TRIP_PAGE_STYLE = [COLORS, TYPE, COVER, FRONT, ARTICLES, NARROW].join('');
