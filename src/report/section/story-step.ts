import { stepBadge, swimLaneChart } from '../chart/swim-lane.chart.ts';
import { type Html, html, nothing } from '../page/html.ts';
import { stageName } from '../page/stage-name.ts';
import type { StepView, StoryView } from '../page/story-view.ts';
import { counted, grouped, lasting, listedSome, moment } from '../page/wording.ts';
import type { FindingIsland } from '../page/finding-island.ts';
import { mailboxPart } from './mailbox.ts';
import { type Section, th } from './section.ts';

/** Each intrusion as a picture, then its steps with their evidence, the mailboxes read, and what is not known. */
export function storyStepSection(stories: readonly StoryView[], { records }: FindingIsland): Section {
  return {
    id: 'steps',
    title: 'Step by step',
    body: html`${stories.map(
      (story, index) => html`<article class="steps" id="story-${index + 1}">
${stories.length > 1 ? html`<h3 class="part">Intrusion ${index + 1}, ${period(story)}</h3>` : nothing}
${picture(story, index)}
<h3>Steps</h3>
${stepTable(story, index, records)}
<h3>Mailboxes read</h3>
${mailboxPart(story)}
<h3>What the evidence cannot tell of it</h3>
${gaps(story.gaps)}
</article>
`,
    )}`,
  };
}

function period({ head }: StoryView): string {
  const [first, last] = [head.first.slice(0, 10), head.last.slice(0, 10)];
  return first === last ? first : `${first} to ${last}`;
}

function picture(story: StoryView, index: number): Html {
  const { steps, marks, head } = story;
  if (marks.length === 0) return nothing;
  const panel = `story-${index + 1}-records`;
  const link = (step: number) => `story-${index + 1}-step-${step + 1}`;
  const label = `Accounts, applications and mailboxes from ${moment(head.first)} to ${moment(head.last)}, in ${counted(steps.length, 'step')}. Each mark opens its records; the table below has the same steps.`;
  return html`<figure>
<ol class="legend step-legend">${steps.map(({ stage }, step) => html`<li><a href="#${link(step)}">${stepBadge(stage, step)} ${stageName(stage)}</a></li>`)}</ol>
${swimLaneChart({ label, panel, steps, marks, link, recordsOf: story.recordsOf })}
<div class="record-panel" id="${panel}" role="region" aria-label="Records of the mark" tabindex="-1" hidden></div>
<figcaption>A mark is a step of the intruder in an account, an application or a mailbox, and opens the records that show it; a bar reaches to the last of them. Times in UTC. Half of the width is time, half is shared among the steps, so that days of waiting do not hide minutes of work.</figcaption>
</figure>
`;
}

function stepTable({ steps }: StoryView, index: number, records: FindingIsland['records']): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Steps of the intrusion"><table class="stack">
<thead><tr>${th('Step')}${th('When (UTC)')}${th('Who')}${th('What happened')}</tr></thead>
${steps.map((step, number) => stepRows(step, `story-${index + 1}-step-${number + 1}`, number, records))}</table></div>
`;
}

function stepRows(step: StepView, id: string, number: number, records: FindingIsland['records']): Html {
  const length = moment(step.first) === moment(step.last) ? '' : lasting(step.first, step.last);
  const places = step.shown.flatMap((shown) => {
    const record = records[shown];
    return record === undefined ? [] : [html`<li>Record ${grouped(record.record)} of ${record.file}</li>`];
  });
  return html`<tbody id="${id}"><tr><th scope="row"><span class="step-title">${stepBadge(step.stage, number)}<span><span class="unseen">${number + 1}: </span>${stageName(step.stage)}</span></span></th>
<td class="time">${moment(step.first)}${length === '' ? nothing : html`<span class="lasting">to ${moment(step.last)}</span><span class="lasting">${length}</span>`}</td><td class="who">${listedSome(step.principals, 6)}</td><td>${step.summary}</td></tr>
<tr class="proof"><td colspan="4"><details><summary>Evidence: ${counted(step.records, 'record')}</summary><div class="evidence" data-records="${step.shown.join(' ')}" data-count="${step.records}"><ul>${places}</ul></div></details></td></tr></tbody>
`;
}

function gaps(texts: readonly string[]): Html {
  return texts.length === 0
    ? html`<p>No gap is known in what was told; what the tenant never logged leaves none.</p>`
    : html`<ul class="gaps">${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
}
