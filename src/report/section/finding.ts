import { severities } from '../../shape/severity.ts';
import type { CaseSummary } from '../case-summary.ts';
import type { FindingIsland, IslandFinding } from '../page/finding-island.ts';
import { type Html, html, nothing } from '../page/html.ts';
import { counted, grouped, listed, severityNames } from '../page/wording.ts';
import type { Section } from './section.ts';

/** Findings in the page itself; the script replaces them with the list that filters. */
const staticLimit = 100;
const suggestionLimit = 300;

/** The findings: a list that filters and opens where scripts run, the worst of them where not. */
export function findingSection(island: FindingIsland, summary: CaseSummary): Section {
  const total = severities.reduce((sum, severity) => sum + summary.findings[severity], 0);
  const left = total - island.findings.length;
  const body =
    total === 0
      ? html`<p>${summary.examined === 0 ? 'No detection could look at this case, so there are no findings.' : 'No detection found anything. What was not examined stands below.'}</p>`
      : html`${filters(island)}
<p id="finding-status" role="status" class="note">${total > staticLimit ? `The ${staticLimit} worst of ${grouped(total)} findings; all are in findings.json.` : counted(total, 'finding')}</p>
${left > 0 ? html`<p class="note">The ${grouped(island.findings.length)} worst findings are on this page; ${grouped(left)} more are in <code>findings.json</code>.</p>` : html``}
<ol id="finding-list" class="findings">
${island.findings.slice(0, staticLimit).map((finding) => item(finding, island))}</ol>
<p class="more"><button type="button" id="finding-more" hidden>Show more</button></p>`;
  return { id: 'findings', title: 'Findings', body };
}

function filters({ findings, detections }: FindingIsland): Html {
  const principals = [...new Set(findings.flatMap((finding) => finding.principals))]
    .slice(0, suggestionLimit)
    .toSorted();
  const techniques = [...new Set(detections.flatMap((detection) => detection.techniques))].toSorted();
  return html`<form id="finding-filters" class="filters" hidden>
<fieldset><legend>Severity</legend>
${severities.toReversed().map(
  (
    severity,
  ) => html`<label class="check"><input type="checkbox" name="severity" value="${severity}" checked> ${severityNames[severity]} <span class="count">${grouped(findings.filter((finding) => finding.severity === severity).length)}</span></label>
`,
)}</fieldset>
<div class="fields">
<label>Account or application<input type="text" name="principal" list="finding-principals" autocomplete="off" spellcheck="false"></label>
<label>Technique<select name="technique"><option value="">Any</option>${techniques.map((technique) => html`<option>${technique}</option>`)}</select></label>
<label>Text<input type="search" name="text" autocomplete="off" spellcheck="false" placeholder="Title, address, file …"></label>
<label>Order<select name="order"><option value="worst">Worst first</option><option value="oldest">Oldest first</option></select></label>
<button type="reset">Reset</button>
</div>
<datalist id="finding-principals">${principals.map((principal) => html`<option value="${principal}"></option>`)}</datalist>
</form>`;
}

function item(finding: IslandFinding, { detections, records }: FindingIsland): Html {
  const detection = detections[finding.detection];
  const places = finding.records.flatMap((number) => {
    const record = records[number];
    return record === undefined ? [] : [html`<li>record ${grouped(record.record)} of ${record.file}</li>`];
  });
  return html`<li id="finding-${finding.id}"><details><summary><span class="badge ${finding.severity}">${severityNames[finding.severity]}</span><span class="headline">${detection?.title ?? ''}</span><span class="who">${who(finding)}</span><span class="when">${finding.first}</span></summary>
<div class="body"><p class="next"><b>Next</b> ${detection?.next ?? ''}</p>${finding.why === '' ? nothing : html`<p class="why"><b>Why</b> ${finding.why}</p>`}<p>${counted(finding.count, 'record')} from ${finding.first} to ${finding.last} UTC. ${listed([...(detection?.techniques ?? [])])}</p><ul>${places}</ul></div></details></li>
`;
}

function who({ principals, principalCount }: IslandFinding): string {
  const [first = ''] = principals;
  return principalCount > 1 ? `${first} and ${grouped(principalCount - 1)} more` : first;
}
