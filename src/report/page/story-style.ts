/** The style of stories, of their picture and of what was measured of sprays. */
export const storyStyle: string = `
.lead { font-size: 1.125rem; line-height: 1.6; max-width: 48rem; }
.story { margin-bottom: 2rem; }
.story > p:not(.note) { font-size: 1.125rem; line-height: 1.65; max-width: 46rem; }
.story > h3, .part { font-size: 1.0625rem; margin-top: 0; }
.verdict { margin: .25rem 0 1.25rem; gap: .6rem 2.25rem; }
.confidence { display: inline-block; }
.confidence.high { color: var(--critical); }
.confidence.medium { color: var(--high); }
.confidence.low { color: var(--low); }
.beside { display: grid; grid-template-columns: 1fr 1fr; gap: 1.25rem; margin: 1rem 0 1.5rem; }
.beside > div { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .9rem 1.1rem .4rem; font-size: .9375rem; }
.beside h3 { margin-top: 0; }
.brief { margin-top: 1.75rem; }
.steps + .steps { margin-top: 3rem; padding-top: 1.5rem; border-top: 1px dashed var(--line-2); }
.step-legend { counter-reset: none; gap: .35rem 1.2rem; margin: 0 0 1rem; }
.step-legend a { color: var(--ink); text-decoration: none; display: inline-flex; align-items: center; gap: .4rem; min-height: 1.5rem; }
.step-legend a:hover { text-decoration: underline; }
.step-badge { flex: none; vertical-align: -4px; }
.legend .step-badge { margin: 0; }
.step-badge text, .lanes a text { fill: var(--badge-ink); font-size: 11px; font-weight: 650; text-anchor: middle; font-variant-numeric: tabular-nums; }
.lanes { margin: 0 0 .75rem; }
.lanes svg { overflow: visible; font-size: 13px; }
.lanes .kind { font-weight: 650; font-size: 13px; fill: var(--ink-2); }
.lanes .name { fill: var(--ink); font-size: 13px; }
.lanes .when { fill: var(--ink-2); font-size: 12px; font-variant-numeric: tabular-nums; }
.lanes .rule { stroke: var(--line-2); }
.lanes .line { stroke: var(--line); }
.lanes .tick { stroke: var(--line-2); stroke-dasharray: 2 3; }
.lanes a { cursor: pointer; outline: none; }
.lanes a circle { stroke: var(--paper); stroke-width: 1.5; }
.lanes a:hover circle { stroke: var(--ink); stroke-width: 2; }
.lanes a:focus-visible circle, .lanes a.chosen circle { stroke: var(--ink); stroke-width: 3; }
.lanes a:focus-visible > rect:first-of-type { stroke: var(--accent-ink); stroke-width: 2; }
.record-panel { scroll-margin: 1rem; margin: .75rem 0 1rem; padding: .9rem 1.1rem .75rem; background: var(--panel); border: 1px solid var(--accent-ink); border-radius: 6px; }
.record-panel[hidden] { display: none; }
.record-panel h4 { color: var(--ink); font-size: .9375rem; margin-bottom: .5rem; overflow-wrap: anywhere; }
.record-panel:focus { outline: none; }
.record-panel .record pre { background: var(--paper); }
.record-panel .actions { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; margin: .6rem 0 0; }
.stack th[scope='row'] { font-weight: 600; min-width: 11rem; }
.mailboxes th[scope='row'] { min-width: 16rem; }
.campaigns th .lasting { font-weight: 400; max-width: 17rem; }
.stack tbody:target th, .stack tbody.reached th { color: var(--accent-ink); }
.step-title { display: flex; gap: .45rem; align-items: baseline; }
.step-title .step-badge { align-self: flex-start; }
.who { overflow-wrap: anywhere; }
.stack .who { min-width: 12rem; }
.lasting { display: block; color: var(--ink-2); font-size: .8125rem; }
.stack tr:has(+ .proof) > * { border-bottom: 0; padding-bottom: .15rem; }
.proof td { padding-top: 0; }
.proof p { font-size: .875rem; margin: 0 0 .35rem; max-width: 56rem; overflow-wrap: anywhere; }
.proof summary, .messages summary { cursor: pointer; color: var(--accent-ink); font-size: .8125rem; width: fit-content; padding: .2rem 0; }
.proof .evidence { margin: .25rem 0 .5rem; }
.proof .evidence ul { margin: 0; padding-left: 1.2rem; overflow-wrap: anywhere; }
.fallen b { color: var(--critical); }
.certainty.window { border-left: 3px solid var(--critical); padding-left: .7rem; }
.certainty.folder { border-left: 3px solid var(--high); padding-left: .7rem; }
.certainty.messages { border-left: 3px solid var(--line-2); padding-left: .7rem; }
.messages ul { max-height: 14rem; overflow: auto; overflow-wrap: anywhere; }
.gaps, .floors { margin: 0 0 1rem; padding-left: 1.2rem; max-width: 48rem; }
.gaps li, .floors li { margin-bottom: .4rem; }
.why { border-left: 3px solid var(--line-2); padding: .1rem .85rem; }
.why b { margin-right: .35rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media screen and (max-width: 42rem) {
  .story > p:not(.note), .lead { font-size: 1.0625rem; }
  .beside { grid-template-columns: 1fr; }
  .verdict { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem 1rem; }
  .verdict dd { font-size: .9375rem; }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack, .stack tbody, .stack tr, .stack th, .stack td { display: block; }
  .stack tbody > tr > * { border: 0; padding: .1rem 0; }
  .stack tbody > tr:last-child { border-bottom: 1px solid var(--line); padding-bottom: .5rem; margin-bottom: .5rem; }
  .stack:not(:has(.proof)) tbody > tr { border-bottom: 1px solid var(--line); padding: .3rem 0 .6rem; }
  .stack .time, .stack .number { white-space: normal; text-align: left; }
  .stack .certainty { padding-left: .7rem; margin: .2rem 0; }
  .stack [data-label]::before { content: attr(data-label) ': '; color: var(--ink-2); }
}
@media print {
  .record-panel { display: none; }
  .proof details > :not(summary) { display: none; }
  .beside > div, .verdict { break-inside: avoid; }
}
`;
