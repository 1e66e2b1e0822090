import { STYLE } from "../render/style.ts";

/** The stylesheet of the run report. */
export const RUN_STYLE = `${STYLE}
/* 10 · A run */
.needs { padding-left: 1.4rem; margin: 0; }
.overview > tbody > tr > * { padding-top: .5rem; padding-bottom: .5rem; }
.overview > tbody > tr:not(:last-child) > * { border-bottom: 0; padding-bottom: 0; }
.overview .supports { padding-top: .15rem; }
.overview td .soft { display: block; }
.overview tbody th { font-weight: 600; }
.item > .head { border-top: 3px solid; }
.item > .head > * { color: var(--ink); } .item > .head .no, .item > .head p { color: var(--soft); }
.is-clear > .head { border-color: var(--clear); } .is-attention > .head { border-color: var(--attention); } .is-unknown > .head { border-color: var(--unknown); border-top-style: dashed; }
.reason { border-left: 3px solid var(--unknown); padding: .1rem 0 .1rem .9rem; margin-bottom: 1.25rem; }
.reason p { margin-bottom: .35rem; }
.records .meta { float: right; margin-left: 1rem; }
/* Fixed, so that one long word cannot take the room of the other columns. */
.records { table-layout: fixed; }
.records th:first-child { width: 6rem; }
.records th:last-child { width: 6.5rem; }
.records.wide th:last-child { width: 17rem; }
.records td .meta { float: none; display: block; margin-left: 0; }
.records.wide td .meta { display: inline; margin-left: .4rem; }
.critical { font-weight: 600; }
.ledger th, .ledger td { font-size: var(--t-label); }
.ledger th:last-child, .ledger td:last-child { text-align: left; padding-left: .75rem; }
@media (max-width: 40rem) {
  .records .meta, .records.wide td .meta { float: none; display: block; margin-left: 0; }
  .records th:first-child { width: 5rem; }
  .records th:last-child, .records.wide th:last-child { width: 6rem; }
  .overview th, .overview td { padding-right: .5rem; }
}
@media (max-width: 24rem) { .overview .sign { display: block; } .overview th, .overview td { padding-right: .35rem; } }
@media print { .records.wide th:last-child { width: 13rem; } }
`;
