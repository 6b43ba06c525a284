/** The style of the list of findings and of its filters. */
export const findingStyle: string = `
.filters { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .9rem 1rem 1rem; margin-bottom: 1rem; font-size: .875rem; }
.filters[hidden], button[hidden] { display: none; }
.filters fieldset { border: 0; margin: 0 0 .7rem; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.filters legend { float: left; padding: 0; margin-right: 1.25rem; color: var(--ink-2); font-weight: 600; }
.filters .check { display: inline-flex; align-items: center; gap: .35rem; }
.filters .count { color: var(--ink-2); font-variant-numeric: tabular-nums; }
.filters .fields { display: grid; grid-template-columns: 2fr 1fr 2fr 1fr auto; gap: .75rem; align-items: end; }
.filters .fields label { color: var(--ink-2); font-weight: 600; min-width: 0; }
.filters input:not([type='checkbox']), .filters select { display: block; width: 100%; margin-top: .25rem; }
.filters input:not([type='checkbox']), .filters select, button { font: inherit; font-size: .9375rem; color: var(--ink); background: var(--paper); border: 1px solid var(--line-2); border-radius: 4px; padding: .35rem .55rem; min-height: 2.25rem; font-weight: 400; }
.filters input[type='checkbox'] { accent-color: var(--accent-ink); width: 1rem; height: 1rem; margin: 0; }
button { cursor: pointer; padding-inline: .9rem; }
button:hover { border-color: var(--accent-ink); }
.findings { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line-2); }
.findings > li { border-bottom: 1px solid var(--line); }
.findings > li > details > summary { display: grid; grid-template-columns: 4.75rem minmax(0, 4fr) minmax(0, 3fr) auto; gap: .15rem .9rem; align-items: baseline; padding: .55rem .25rem; cursor: pointer; list-style: none; }
.findings > li > details > summary::-webkit-details-marker { display: none; }
.findings > li > details > summary:hover { background: var(--panel); }
.findings > li > details[open] > summary .headline { font-weight: 600; }
.badge { font-size: .75rem; font-weight: 600; line-height: 1; padding: .3em .55em; border-radius: 3px; justify-self: start; border: 1px solid currentColor; }
.badge.critical { background: var(--critical); border-color: var(--critical); color: var(--badge-ink); }
.badge.high { background: var(--high); border-color: var(--high); color: var(--badge-ink); }
.badge.medium { color: var(--medium); }
.badge.low { color: var(--low); }
.findings .who { color: var(--ink-2); font-size: .875rem; overflow-wrap: anywhere; }
.findings .when { color: var(--ink-2); font-size: .875rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
.findings .body { padding: .5rem .25rem 1.25rem 5.9rem; font-size: .9375rem; }
.next { border-left: 3px solid var(--accent-ink); background: var(--panel); padding: .55rem .85rem; }
.next b { color: var(--accent-ink); margin-right: .35rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .5rem 1rem; margin: 0 0 .9rem; }
.facts dt { font-size: .8125rem; color: var(--ink-2); font-weight: 600; }
.facts dd { margin: 0; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.inline { list-style: none; margin: 0 0 .9rem; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; font-size: .875rem; }
.inline li { overflow-wrap: anywhere; }
.record { border-top: 1px solid var(--line); font-size: .875rem; }
.record summary { cursor: pointer; padding: .35rem 0; overflow-wrap: anywhere; }
.record .file { min-width: 0; }
.record pre { margin: 0 0 .75rem; padding: .75rem .9rem; background: var(--panel); border: 1px solid var(--line); border-radius: 4px; max-height: 28rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.record .cut { border-left: 3px solid var(--high); padding-left: .6rem; }
.more { margin-top: 1rem; }
@media screen and (max-width: 42rem) {
  .findings .body { padding-left: .25rem; }
  .findings > li > details > summary { grid-template-columns: auto 1fr; }
  .findings .headline, .findings .who { grid-column: 1 / -1; }
  .findings .when { grid-column: 2; grid-row: 1; justify-self: end; }
  .filters .fields { grid-template-columns: 1fr; }
}
@media print {
  .findings .body { padding-left: 0; }
  .findings > li > details > summary { break-inside: avoid; break-after: avoid; }
}
`;
