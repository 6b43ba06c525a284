import { findingStyle } from './finding-style.ts';
import { palette } from './palette.ts';
import { postureStyle } from './posture-style.ts';
import { storyStyle } from './story-style.ts';

/** The style of the page: quiet, readable at any width, in the colours of the reader's system, and on paper. */
export const style: string = `${palette}
*, *::before, *::after { box-sizing: border-box; }
html { font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif; color: var(--ink); background: var(--paper); -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 66rem; padding: 3rem 1.5rem 4rem; overflow-wrap: break-word; }
h1 { font-size: 2rem; line-height: 1.2; letter-spacing: -.015em; margin: 0 0 .25rem; font-weight: 650; }
h2 { font-size: 1.3rem; line-height: 1.3; letter-spacing: -.005em; margin: 0 0 .9rem; font-weight: 650; }
h2 .count { color: var(--ink-2); font-weight: 400; }
h3 { font-size: 1rem; margin: 1.6rem 0 .4rem; }
h4 { font-size: .8125rem; margin: 0 0 .25rem; color: var(--ink-2); font-weight: 600; }
p { margin: 0 0 .8rem; max-width: 46rem; }
a { color: var(--accent-ink); text-underline-offset: .15em; text-decoration-thickness: 1px; }
code, pre { font: .8125rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; }
:focus-visible { outline: 2px solid var(--accent-ink); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--panel); padding: .5rem 1rem; z-index: 1; }
.note, figcaption { color: var(--ink-2); font-size: .875rem; }
.overline { color: var(--ink-2); font-size: .8125rem; font-weight: 600; margin: 0 0 .5rem; }
header { border-top: 4px solid var(--accent-ink); padding-top: 1.25rem; }
section { margin-top: 2.75rem; padding-top: 1.5rem; border-top: 1px solid var(--line-2); }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line-2); color: var(--ink-2); font-size: .875rem; }
.case { display: flex; flex-wrap: wrap; gap: .75rem 2.75rem; margin: 1.5rem 0; padding: .8rem 1rem; background: var(--panel); border: 1px solid var(--line); border-radius: 6px; }
.case dt { font-size: .8125rem; color: var(--ink-2); }
.case dd { margin: 0; font-size: 1.0625rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.contents ol { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .9375rem; }
.summary p { font-size: 1.0625rem; line-height: 1.6; max-width: 48rem; }
figure { margin: 0 0 1.25rem; }
figcaption { max-width: 46rem; }
.chart svg { display: block; width: 100%; height: auto; }
.chart text { font-family: inherit !important; }
.chart .narrow { display: none; max-width: 26rem; }
.legend { list-style: none; margin: .5rem 0 .6rem; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.4rem; font-size: .875rem; font-variant-numeric: tabular-nums; }
.legend svg { vertical-align: -1px; margin-right: .2rem; }
.scroll { overflow-x: auto; margin: 0 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .5rem .9rem .5rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--ink-2); font-size: .8125rem; font-weight: 600; border-bottom-color: var(--line-2); vertical-align: bottom; white-space: nowrap; }
.number { text-align: right; white-space: nowrap; }
.time { white-space: nowrap; }
.file { overflow-wrap: anywhere; min-width: 11rem; }
.file span { display: block; font-weight: 600; }
.hash { display: block; color: var(--ink-2); font-size: .75rem; overflow-wrap: anywhere; }
.plain { list-style: none; margin: 0; padding: 0; }
details.numbers > summary { cursor: pointer; font-size: .875rem; color: var(--accent-ink); width: fit-content; }
${findingStyle}${storyStyle}${postureStyle}
@media screen and (max-width: 42rem) {
  body { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.6rem; }
  .chart .wide { display: none; }
  .chart .narrow { display: block; }
}
@media print {
  @page { margin: 16mm 14mm; }
  :root { --paper: #ffffff; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .skip, .contents, .filters, .more, details.numbers { display: none !important; }
  section { margin-top: 1.5rem; padding-top: 1rem; }
  h2, h3 { break-after: avoid; }
  tr, .next { break-inside: avoid; }
  figure:not(:has(.lanes)) { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  .file { min-width: 0; }
  table { font-size: .75rem; }
  a { color: inherit; text-decoration: none; }
  pre { max-height: none !important; white-space: pre-wrap; overflow-wrap: anywhere; }
  .chart .wide { display: block; }
  .chart .narrow { display: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
