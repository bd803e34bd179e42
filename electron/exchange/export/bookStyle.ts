// How a book looks where its reader leaves it to the book: as little as tells the parts apart. Pure data.

/** The style sheet; sizes are the reader's own. */
export const BOOK_STYLE = `@namespace epub "http://www.idpf.org/2007/ops";
body { margin: 0 5%; line-height: 1.5; }
h1, h2, h3, h4 { line-height: 1.25; text-align: start; page-break-after: avoid; }
h1 { font-size: 1.6em; }
p.meta, footer.source, section.related small { font-size: 0.85em; color: #6b6258; }
img { max-width: 100%; height: auto; }
figure { margin: 1em 0; page-break-inside: avoid; }
figcaption, caption { font-size: 0.85em; }
pre { white-space: pre-wrap; font-size: 0.85em; }
blockquote { margin: 1em 1.5em; }
table { border-collapse: collapse; }
td, th { border: 1px solid #9a9186; padding: 0.25em 0.5em; vertical-align: top; text-align: start; }
.missing { font-style: italic; color: #6b6258; }
ul.sums, ol.days { list-style: none; margin: 0; padding: 0; }
.label, .zone, ol.days small, table.board small { font-size: 0.85em; color: #6b6258; }
.sums .label, .sums .value, .departs .label, .departs .value, .departs .zone, ol.days small, table.board small { display: block; }
ul.sums li, ol.days li { margin: 0 0 0.75em; }
ol.days time small { display: inline; }
table.board { width: 100%; }
table.board th { font-weight: normal; }
.here a { font-weight: bold; }
section.cover { margin: 0; text-align: center; }
section.cover img { max-height: 95vh; }
section.highlights, section.related, footer.source { margin-top: 2em; border-top: 1px solid #9a9186; }
section.highlights blockquote { border-left: 0.25em solid #c07d00; margin: 1em 0; padding: 0 1em; }
footer.source a { word-break: break-all; }
`;
