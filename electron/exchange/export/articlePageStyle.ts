// How an exported article looks: as it does in Layover, with the fonts of whatever shows it. Pure data.

/** The style sheet. */
export const PAGE_STYLE = `:root { color-scheme: light dark; --paper: #fbf7ef; --ink: #25201a; --soft: #5f564a; --line: #d9cfbf; --accent: #9a5f00; }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1815; --ink: #ddd5c8; --soft: #aba294; --line: #453e35; --accent: #e2a23b; } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 19px/1.6 Literata, Georgia, 'Noto Serif', 'Times New Roman', serif; }
body { margin: 0; padding: 3rem 1.25rem; }
article { max-width: 66ch; margin: 0 auto; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; break-after: avoid; }
h1 { margin: 0; font-size: 2rem; }
.meta, footer, small, figcaption, caption, .missing-image { color: var(--soft); font: 0.8rem/1.5 system-ui, sans-serif; }
a { color: inherit; text-decoration-color: var(--accent); text-underline-offset: 0.15em; }
img { max-width: 100%; height: auto; }
figure { margin: 1.5rem 0; break-inside: avoid; }
pre { overflow-x: auto; padding: 0.75rem 1rem; border: 1px solid var(--line); }
pre, code, kbd, samp { font-family: 'JetBrains Mono', ui-monospace, monospace; font-size: 0.85em; }
blockquote { margin: 1.25rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
table { display: block; max-width: 100%; overflow-x: auto; border-collapse: collapse; font-size: 0.9em; }
th, td { padding: 0.3rem 0.6rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
.missing-image { display: inline-block; padding: 0.25rem 0.5rem; border: 1px dashed var(--line); }
.highlights, .related, footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.highlights blockquote { border-inline-start-color: var(--accent); }
footer { overflow-wrap: anywhere; }
@media print { html { background: none; color: #000; font-size: 11pt; } body { padding: 0; } a { text-decoration: none; } @page { margin: 18mm 16mm; } }
`;
