/**
 * The stylesheet that all reports share: constant, so that its hash in the page's policy is too. Running titles
 * for paper are in a style element of their own.
 */
export const STYLE = `
/* 1 · Tokens. Every colour and size is named here and nowhere else. */
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --wash: #f4f1ea; --ink: #1f1c18; --soft: #5c564c; --hair: #dcd6ca; --rule: #8d8678;
  --link: #1b4e77; --clear: #1c5d70; --attention: #8a4800; --unknown: #6a4c82; --bad: #a32718;
  --serif: Palatino, "Palatino Linotype", P052, "URW Palladio L", "Book Antiqua", "Noto Serif", Georgia, serif;
  --sans: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
  --t-label: .75rem; --t-table: .8125rem; --t-note: .875rem; --t-text: 1rem; --t-lead: 1.25rem; --t-h2: 1.5625rem; --t-h1: 2.5rem;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #171612; --wash: #211f1a; --ink: #ece7dc; --soft: #aba493; --hair: #38342c; --rule: #7b7465;
    --link: #93c1e6; --clear: #7cc4d6; --attention: #e9ab5b; --unknown: #c4a9de; --bad: #f5937f;
  }
}

/* 2 · Page and text */
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: var(--t-text)/1.5 var(--serif); font-variant-numeric: lining-nums; overflow-wrap: break-word; }
.page { max-width: 72rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem) 4rem; }
p, ul, ol, dl, pre, figure, table { margin: 0 0 1rem; }
p, li { max-width: 40rem; text-wrap: pretty; }
ul, ol { padding-left: 1.15rem; }
li { margin-bottom: .3rem; }
li::marker { color: var(--soft); }
h1, h2, .head h3 { font: 400 var(--t-h2)/1.15 var(--serif); margin: 0; text-wrap: balance; }
h1 { font-size: clamp(2rem, 6vw, var(--t-h1)); letter-spacing: -.012em; }
h3, h4 { font: 600 var(--t-table)/1.4 var(--sans); margin: 1.5rem 0 .4rem; }
strong, b { font-weight: 600; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em; text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code, pre, .digest { font-family: var(--mono); font-size: .84em; font-variant-ligatures: none; }
/* Only a word that is too long for a narrow column breaks inside. */
.long, .digest { overflow-wrap: anywhere; }
pre { background: var(--wash); padding: .75rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .75rem; line-height: 1.6; }
time, .nowrap { white-space: nowrap; }
.soft { color: var(--soft); font-weight: 400; }
.vh, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { position: absolute; top: .5rem; left: .5rem; padding: .5rem .75rem; background: var(--paper); z-index: 1; }

/* 3 · Masthead and cover */
.masthead { display: flex; justify-content: space-between; flex-wrap: wrap; gap: 0 1.5rem; padding: 1.25rem 0 .5rem; border-bottom: 1px solid var(--ink); font: var(--t-label)/1.5 var(--sans); color: var(--soft); }
.masthead b { color: var(--ink); }
.cover { padding: 2.75rem 0 1.75rem; align-items: end; }
.cover .sub { font-size: var(--t-lead); color: var(--soft); margin: .35rem 0 1.75rem; }
.lead { font-size: var(--t-lead); line-height: 1.42; margin: 0; }
.lead + .lead { margin-top: .6rem; }
.verdict { border-top: 3px solid currentColor; padding-top: .5rem; font: var(--t-note)/1.45 var(--sans); }
.verdict p { margin: 0 0 .3rem; color: var(--ink); }
.verdict .word { font: 400 1.25rem/1.3 var(--serif); color: inherit; }
.verdict.complete { color: var(--clear); }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 0 3rem; margin-bottom: 1.5rem; border-bottom: 1px solid var(--hair); }
.facts { margin: 0; font: var(--t-table)/1.45 var(--sans); }
.cols .facts { margin-bottom: 1.25rem; border-bottom: 1px solid var(--hair); }
.facts > div { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0 1rem; padding: .36rem 0; border-top: 1px solid var(--hair); }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; }

/* 4 · Sections: a hairline, a number, a title; notes stand in the margin where there is room */
section, article { padding-top: 2.75rem; }
.head { border-top: 1px solid var(--ink); padding-top: .6rem; margin-bottom: 1.1rem; }
.head p { margin: .3rem 0 0; font: var(--t-note)/1.45 var(--sans); color: var(--soft); max-width: 46rem; }
.head .no { color: var(--soft); margin-right: .55em; }
.cols { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem 3rem; margin-bottom: 1.25rem; }
.notes { font: var(--t-note)/1.45 var(--sans); }
.notes h3, .cols > div > h3:first-child { margin-top: 0; }
.notes > * + h3 { margin-top: 1.25rem; }
@media (min-width: 60rem) { .cols { grid-template-columns: minmax(0, 1fr) 18.5rem; } }

/* 5 · States are words, each with a mark of its own shape.
   Results: clear, attention, unknown. Collection: complete, partial, skipped, failed. */
.state, .coll { font: 600 var(--t-table)/1.4 var(--sans); white-space: nowrap; }
.sign { display: inline-block; width: 1.35em; font-weight: 400; }
.clear { color: var(--clear); } .attention, .partial, .skipped { color: var(--attention); } .unknown { color: var(--unknown); } .failed { color: var(--bad); }
h2 .state { font-size: var(--t-text); margin-left: .6rem; vertical-align: .12em; }

/* 6 · Large numerals over a hairline */
.figures { display: flex; margin: 0 0 1.5rem; border-top: 1px solid var(--hair); border-bottom: 1px solid var(--hair); }
.figures > div { display: flex; flex-direction: column-reverse; justify-content: flex-end; flex: 1 1 0; padding: .55rem .75rem .6rem 0; }
.figures dt { font: var(--t-label)/1.3 var(--sans); color: var(--soft); }
.figures dd { margin: 0; font-size: 1.75rem; line-height: 1.15; }
.figures small { display: block; font: 400 var(--t-label)/1.3 var(--sans); color: var(--soft); }
.figures .sep { border-left: 1px solid var(--hair); padding-left: .9rem; }

/* 7 · Tables: hairlines between rows, numbers to the right, second thoughts in .meta */
table { border-collapse: collapse; width: 100%; font: var(--t-table)/1.4 var(--sans); font-variant-numeric: lining-nums tabular-nums; }
caption { text-align: left; padding: 0 0 .4rem; font-weight: 600; }
th, td { text-align: left; vertical-align: baseline; padding: .3rem 1rem .3rem 0; border-bottom: 1px solid var(--hair); font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead > tr > * { font-size: var(--t-label); color: var(--soft); border-bottom-color: var(--rule); vertical-align: bottom; }
.numeric td, .numeric thead th + th, .r { text-align: right; }
.meta { color: var(--soft); font-size: var(--t-label); }
.group { padding-top: .7rem; color: var(--soft); font-size: var(--t-label); }
td.mark { width: 1.4rem; padding-right: .3rem; text-align: left; }
.mark .sign { width: auto; }
.mark.yes .sign { color: var(--clear); } .mark.no .sign { color: var(--bad); font-weight: 700; } .mark.na .sign { color: var(--soft); }
.fails > * { color: var(--bad); }
tr:target > * { background: var(--wash); }
.scroll { overflow-x: auto; margin-bottom: 1rem; }
.scroll > table { margin: 0; }

/* 8 · Details and foot */
details { border-bottom: 1px solid var(--hair); font: var(--t-table)/1.45 var(--sans); margin-bottom: 1rem; }
details p { margin-bottom: .6rem; }
summary { cursor: pointer; padding: .45rem 0; color: var(--link); font-weight: 600; }
.foot { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--ink); font: var(--t-label)/1.5 var(--sans); color: var(--soft); }
.foot p { max-width: 52rem; margin-bottom: .4rem; }
.paper { display: none; }

@media (max-width: 40rem) {
  .cover { padding-top: 2rem; }
  section, article { padding-top: 2.25rem; }
  th, td { padding-right: .6rem; }
  .facts > div { grid-template-columns: 6.5rem minmax(0, 1fr); }
  .figures { display: grid; grid-template-columns: repeat(3, 1fr); }
  .figures .sep { border: 0; padding-left: 0; }
}
/* A phone shows every column but digests without scrolling. */
@media (max-width: 26rem) {
  .scroll > table:not(.files) > * > tr > * { font-size: .625rem; padding-right: .15rem; }
  .scroll .state { font-size: .625rem; } .scroll .sign { width: 1.1em; }
}

/* 9 · Paper. Running titles come from the first style element, the only one that differs between reports. */
@page { size: A4; margin: 23mm 18mm 20mm; font: 7.5pt var(--sans); color: #5c564c;
  @top-left { content: var(--running); } @top-right { content: var(--running-right); }
  @bottom-left { content: var(--running-foot); font: 6.5pt var(--mono); } @bottom-right { content: counter(page) " of " counter(pages); } }
@page :first { margin-top: 15mm; @top-left { content: none; } @top-right { content: none; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --wash: #f6f4ef; }
  html { font-size: 9.6pt; }
  body { print-color-adjust: exact; -webkit-print-color-adjust: exact; orphans: 3; widows: 3; }
  .page { max-width: none; padding: 0; }
  .skip { display: none; }
  .foot { margin-top: 1.5rem; }
  .masthead { padding-top: 0; }
  .cover { padding: 1.75rem 0 1.25rem; }
  section, article { padding-top: 1.75rem; }
  .new-page { break-before: page; padding-top: 0; }
  .head, h3, h4, caption, thead, summary { break-after: avoid; }
  .head, .facts > div, tr, li, figure, .figures { break-inside: avoid; }
  th, td { padding-top: .2rem; padding-bottom: .2rem; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  summary { list-style: none; color: var(--ink); }
  .scroll { overflow: visible; }
  a { color: inherit; text-decoration: none; }
  a.address::after { content: " (" attr(href) ")"; font: .75em var(--mono); overflow-wrap: anywhere; }
  pre { font-size: 6.5pt; padding: .5rem .7rem; }
  .cover { grid-template-columns: minmax(0, 1fr) 13.5rem; gap: 0 2rem; }
  /* Below one another, so that a long column beside a short one leaves no page empty. */
  .cols:not(.cover) { display: block; }
  .cols > .notes { columns: 2; column-gap: 2rem; margin-top: .8rem; }
  .notes > h3:first-child { margin-top: 0; }
  .two { grid-template-columns: 1fr 1fr; gap: 0 2rem; }
}
`;
