import { STYLE } from "../render/style.ts";

/** The stylesheet of the report on a period. */
export const PERIOD_STYLE = `${STYLE}
/* Days have colours of their own: the ordinary day is pale. */
:root { --day: #d5e0e7; --day-ink: #264557; --day-edge: #7b94a2; --hatch: #ddd3e6; }
@media screen and (prefers-color-scheme: dark) { :root { --day: #263a47; --day-ink: #c5d6e0; --day-edge: #567382; --hatch: #43384f; } }

/* 10 · A period: the cover */
.contents { display: flex; flex-wrap: wrap; gap: 0 1rem; list-style: none; padding: 0; margin: 0; font: var(--t-table)/1.9 var(--sans); }
.contents li { margin: 0; }
.contents .no { margin-right: .45em; color: var(--soft); }
.ten-minutes { margin-bottom: 1.25rem; }
.ten-minutes p { font: var(--t-table)/1.4 var(--sans); margin: 0 0 .4rem; }
.ten-minutes ol { font: var(--t-note)/1.45 var(--sans); margin: 0; }
.ten-minutes li { max-width: 46rem; }
.contents { margin-bottom: 1.25rem; }
.id { font-weight: 600; }
.controls tbody th { min-width: 4rem; }

/* 11 · Calendar: seven states, seven shapes, five letters */
.calendar { display: grid; grid-template-columns: repeat(auto-fill, minmax(10.625rem, 1fr)); gap: 1.25rem .625rem; align-items: start; margin: 0 0 1.75rem; }
.month { width: 10.625rem; table-layout: fixed; border-collapse: separate; border-spacing: 2px; margin: 0 0 0 -2px; font-size: .6875rem; line-height: 1; }
.month caption { font-size: var(--t-table); padding-left: 2px; }
.month thead th { text-align: center; padding: 0 0 .15rem; border: 0; font-size: .625rem; }
.gaps td:nth-child(2) { padding-right: .6rem; }
.month td, .swatch { width: 1.375rem; height: 1.375rem; padding: 0; border: 0; text-align: center; vertical-align: middle; }
.month a { display: block; line-height: 1.375rem; color: inherit; text-decoration: none; font-weight: 700; }
.swatch { display: inline-block; vertical-align: -.1rem; font: 700 .6875rem/1.375rem var(--sans); }
/* No state is the default: a cell without a class shows nothing, never “collected”. */
.c, .l { background: var(--day); color: var(--day-ink); box-shadow: inset 0 0 0 1px var(--day-edge); }
.l { clip-path: polygon(0 0, 100% 0, 100% 55%, 55% 100%, 0 100%); }
.p { color: var(--attention); background: linear-gradient(to top, currentColor 4px, transparent 0); box-shadow: inset 0 0 0 1.5px; }
.f { background: var(--bad); color: var(--paper); border-radius: 50%; }
.m { color: var(--bad); outline: 1.5px dashed; outline-offset: -1.5px; }
.d { color: var(--unknown); background: repeating-linear-gradient(135deg, var(--hatch) 0 2px, transparent 2px 5px); box-shadow: inset 0 0 0 1px; }
.n { color: var(--soft); }
.by-day { display: block; margin-top: .3rem; line-height: 0; }
.by-day .swatch { margin: 0 2px 2px 0; vertical-align: top; }
.legend { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .5rem 1.5rem; list-style: none; padding: 0; font: var(--t-table)/1.35 var(--sans); }
.legend li { display: grid; grid-template-columns: 1.375rem 2rem 1fr; gap: .6rem; align-items: start; margin: 0; }
.legend b { text-align: right; }
@media (min-width: 40rem) and (max-width: 71.9rem) { .calendar { grid-template-columns: repeat(3, auto); justify-content: space-between; } .month { width: 13rem; } .month td { height: 1.68rem; } }
@media (forced-colors: active) { .month td, .swatch { border: 1px solid CanvasText; } }

/* 12 · Trends: x is the day of the period, y is the count; the viewBox does the scaling, so a path holds plain data */
.trend { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 2.5rem; margin-bottom: 1.75rem; }
.trend figcaption { grid-column: 1 / -1; font: var(--t-note)/1.45 var(--sans); margin-bottom: .6rem; }
.trend figcaption h3 { font: 400 1.125rem/1.3 var(--serif); margin: 0; }
.plot { display: block; width: calc(100% - 1.25rem); margin: 0 0 .75rem 1.25rem; overflow: visible; font: 11px var(--sans); }
.plot text, .tick { fill: var(--soft); }
.plot .y { text-anchor: end; }
.plot .flag { font-weight: 700; fill: var(--ink); text-anchor: middle; }
.grid { stroke: var(--hair); } .axis { stroke: var(--rule); }
.s1, .s2, .s3 { fill: none; vector-effect: non-scaling-stroke; stroke-linejoin: round; }
.s1 { stroke: var(--bad); stroke-width: 2.5; } .s2 { stroke: var(--ink); stroke-width: 1.25; } .s3 { stroke: var(--unknown); stroke-width: 1.5; stroke-dasharray: 2 3; }
.void { fill: var(--hair); opacity: .7; }
.keys { display: block; color: var(--soft); }
.key { white-space: nowrap; margin-right: .8rem; }
.key svg { width: 1.5rem; height: .6rem; margin-right: .3rem; }
.bar-c, .bar-a, .bar-u { fill: none; vector-effect: non-scaling-stroke; }
.bar-c { stroke: var(--clear); stroke-width: 2; } .bar-a { stroke: var(--attention); stroke-width: 8; } .bar-u { stroke: var(--unknown); }
.strip { display: block; width: 100%; height: 8px; }
.by-month > * > tr > * { font-size: var(--t-label); padding: .16rem .5rem .16rem 0; }
.by-month tbody th { white-space: nowrap; }
@media (max-width: 26rem) { .by-month > * > tr > * { padding-right: .2rem; font-size: .65rem; letter-spacing: -.01em; } }
/* Beside the drawing, the table takes the width that its words need in the reader’s font. */
@media (min-width: 60rem) { .trend { grid-template-columns: minmax(0, 1fr) minmax(22rem, min-content); } }

/* 13 · Controls: one sheet each */
.control .head h3 { display: grid; grid-template-columns: auto 1fr; gap: 0 .8rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 0 2.5rem; }
.pair h4 { margin-top: .5rem; }
.pair ul, .pair p { font-size: .9375rem; }
.shows li::marker { content: "✓\\2002"; } .shows-not li::marker { content: "–\\2002"; } .ask li::marker { content: "→\\2002"; }
.by-item th:last-child, .by-item td:last-child { width: 42%; padding-left: 1rem; text-align: left; }
@media (max-width: 40rem) { .by-item th:last-child, .by-item td:last-child { display: none; } }

/* 14 · Records */
.files { font-size: var(--t-label); }
.files > * > tr > * { padding: .1rem .9rem .1rem 0; border: 0; white-space: nowrap; }
.files thead th { border-bottom: 1px solid var(--rule); padding-bottom: .25rem; }
.files th[colspan] { padding-top: .7rem; font-weight: 600; color: var(--ink); }
.files td:last-child:not([colspan]) { font: .71875rem/1.5 var(--mono); }
@media print {
  .paper { display: block; font: var(--t-label) var(--sans); color: var(--soft); }
  .sign-off { display: grid; grid-template-columns: 2fr 2fr 1fr; gap: 2rem; margin-top: 2.25rem; }
  .sign-off span { border-top: 1px solid var(--rule); padding-top: .3rem; }
  .working { margin-top: 1.25rem; break-inside: avoid; }
  .working i { display: block; height: 8mm; border-bottom: 1px solid var(--rule); }
  .control .pair ul, .control .pair p { font-size: .84rem; }
  .control .pair li { margin-bottom: .15rem; }
  .control + .control { break-before: page; padding-top: 0; }
  .calendar { grid-template-columns: repeat(3, auto); justify-content: space-between; }
  .month { width: 11rem; } .month td { height: 1.4rem; }
  .legend { grid-template-columns: repeat(3, 1fr); break-inside: avoid; }
  .trend { grid-template-columns: minmax(0, 1fr) minmax(21.5rem, min-content); gap: 0 1.5rem; }
  .by-month > * > tr > * { padding-right: .3rem; }
  .files { font-size: 6.6pt; } .files td:last-child:not([colspan]) { font-size: 6pt; }
}
`;
