/** The style of the audit and of the picture of paths. */
export const postureStyle: string = `
.lessons td:nth-child(2) { min-width: 16rem; }
.lessons td:nth-child(n+3) { min-width: 8rem; }
.worklist { list-style: none; margin: 0 0 1.5rem; padding: 0; border-top: 1px solid var(--line-2); }
.worklist > li { border-bottom: 1px solid var(--line); }
.worklist > li > details > summary { display: grid; grid-template-columns: 4.75rem minmax(0, 1fr) auto; gap: .15rem .9rem; align-items: baseline; padding: .55rem .25rem; cursor: pointer; list-style: none; }
.worklist > li > details > summary::-webkit-details-marker { display: none; }
.worklist > li > details > summary:hover { background: var(--panel); }
.worklist > li > details[open] > summary .headline { font-weight: 600; }
.worklist .who { color: var(--ink-2); font-size: .875rem; }
.worklist .body { padding: .25rem .25rem 1.25rem 5.9rem; font-size: .9375rem; }
.worklist th.who { font-weight: 600; color: inherit; overflow-wrap: anywhere; min-width: 12rem; }
.worklist pre { margin: 0 0 .75rem; padding: .6rem .85rem; background: var(--panel); border: 1px solid var(--line); border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; }
.chart.paths rect { fill: var(--panel); stroke: var(--line-2); }
.chart.paths .start rect { fill: var(--paper); stroke: var(--accent-ink); }
.chart.paths .end rect { fill: var(--critical); stroke: var(--critical); }
.chart.paths text { font-size: 12px; fill: var(--ink); }
.chart.paths .end text { fill: var(--badge-ink); font-weight: 600; }
.chart.paths text.kind { font-size: 10.5px; fill: var(--ink-2); paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
.chart.paths .edge { fill: none; stroke: var(--ink-2); stroke-width: 1.2; }
ol.paths { padding-left: 1.4rem; font-size: .9375rem; }
ol.paths > li { margin: .5rem 0; }
@media screen and (max-width: 42rem) {
  .worklist .body { padding-left: .25rem; }
  .worklist > li > details > summary { grid-template-columns: auto 1fr; }
  .worklist .headline { grid-column: 1 / -1; }
}
@media print {
  .worklist .body { padding-left: 0; }
  .worklist > li > details > summary { break-after: avoid; }
}
`;
