import { abreastOnPhones, pathGraph } from '../chart/path-graph.chart.ts';
import { type Html, html, nothing } from '../page/html.ts';
import { counted, listed } from '../page/wording.ts';
import type { CutRow, EndReach, PrivilegeView } from '../read/privilege.ts';
import { type Section, table, th, thNumber } from './section.ts';

const drawnAtMost = 14;
const listedAtMost = 25;
const principals = new Set(['user', 'servicePrincipal', 'external']);
const nouns: Readonly<Record<string, string>> = {
  user: 'user',
  servicePrincipal: 'service principal',
  external: 'stranger',
};
const endNames: Readonly<Record<string, string>> = {
  mailboxes: 'every mailbox',
  'global-admin': 'Global Administrator',
};

/** Who could become whom: paths to the mailboxes and to Global Administrator, and what to remove first. */
export function privilegeSection({ ends, missing }: PrivilegeView): Section {
  return {
    id: 'paths',
    title: 'Paths to mailboxes and to Global Administrator',
    body: html`<p>Who could act as whom, from what the directory says: by owning, holding, granting or resetting, step by step. Each step names the record that says it in <code>snowfence paths --json</code>. <em>Cost</em> is 0 for what is held already, 1 for an act that nobody is told of, up to 4 where a person has to do something first.</p>
${ends.map((end) => endPart(end, ends))}
${missing.length === 0 ? nothing : html`<p class="note"><strong>Not seen:</strong> ${missing.map(({ tenant, what }) => `${tenant} lacks ${listed(what)}`).join('; ')}: paths through these are unknown.</p>`}`,
  };
}

function endPart({ tenantName, end, counts, paths, cuts }: EndReach, ends: readonly EndReach[]): Html {
  const hasSeveral = new Set(ends.map((other) => other.tenant)).size > 1;
  const who = counts
    .filter(({ type }) => principals.has(type))
    .map(({ type, count }) => counted(count, nouns[type] ?? type));
  const name = endNames[end] ?? end;
  const drawn = paths.slice(0, drawnAtMost);
  return html`<h3>${name.charAt(0).toUpperCase() + name.slice(1)}${hasSeveral ? ` of ${tenantName}` : ''}</h3>
<p>${who.length === 0 ? 'Nobody in the exports reaches it.' : `${listed(who)} can reach it.`}</p>
${
  drawn.length === 0
    ? nothing
    : html`<figure>${pathGraph(`The ${drawn.length === 1 ? 'path' : `${drawn.length} best paths`} to ${name}`, drawn)}
<figcaption>The ${drawn.length === 1 ? 'path' : `${drawn.length} cheapest paths`}; principals with the same way stand together. A narrow page shows the first ${abreastOnPhones} ways.</figcaption></figure>`
}
${
  cuts.length === 0
    ? nothing
    : html`<h4>Remove first</h4>
${table('Edges to remove first', [th('Step'), th('How'), thNumber('Principals cut off')], cuts.map(cutRow), 'stack')}`
}
${
  paths.length === 0
    ? nothing
    : html`<details class="numbers"><summary>The paths step by step</summary>
<ol class="paths">${paths.slice(0, listedAtMost).map((path) => html`<li><strong>${path.fromName}</strong>, cost ${path.cost}<ol>${path.steps.map((step) => html`<li>${step.fromName} → ${step.toName}: ${step.because} <span class="note">(${step.edge})</span></li>\n`)}</ol></li>\n`)}</ol>
${paths.length > listedAtMost ? html`<p class="note">More are printed by <code>snowfence paths</code>.</p>` : nothing}</details>`
}`;
}

function cutRow({ edge, fromName, toName, principals: count, close }: CutRow): Html {
  return html`<tr><th scope="row" class="who">${fromName} → ${toName}</th><td>${close}<span class="lasting">${edge}</span></td><td class="number">${count}</td></tr>
`;
}
