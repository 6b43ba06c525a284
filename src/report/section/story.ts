import { type Html, html, nothing } from '../page/html.ts';
import type { StoryView } from '../page/story-view.ts';
import { counted, lasting, moment } from '../page/wording.ts';

const confidenceTexts = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** Each intrusion as prose, with how sure it is and how long it lasted. `all` may be more than the page shows. */
export function storyTelling(stories: readonly StoryView[], all: number): Html {
  const left = all - stories.length;
  return html`${stories.map(
    (story, index) => html`<article class="story">
${all > 1 ? html`<h3>Intrusion ${index + 1} of ${all}</h3>` : nothing}
${verdict(story)}
${story.head.prose.map((paragraph) => html`<p>${paragraph}</p>\n`)}
<p class="note"><a href="#story-${index + 1}">Step by step, with the evidence</a></p>
</article>
`,
  )}${left > 0 ? html`<p class="note">${counted(left, 'more intrusion')} ${left === 1 ? 'stands' : 'stand'} in <code>story.json</code>.</p>` : nothing}`;
}

function verdict({ head, steps }: StoryView): Html {
  // Guessing at passwords from outside is not yet being inside.
  const entry = steps.find(({ stage }) => stage !== 'spray')?.first ?? head.first;
  const guessing =
    entry <= head.first
      ? nothing
      : html`<div><dt>Since the first guess</dt><dd>${lasting(head.first, head.last)}</dd></div>`;
  return html`<dl class="case verdict">
<div><dt>Confidence</dt><dd><span class="confidence ${head.confidence}">${confidenceTexts[head.confidence]}</span></dd></div>
<div><dt>Dwell time</dt><dd>${lasting(entry, head.last)}</dd></div>
${guessing}
<div><dt>First to last trace (UTC)</dt><dd><span class="time">${moment(head.first).slice(0, 16)}</span> <span class="time">to ${moment(head.last).slice(0, 16)}</span></dd></div>
</dl>`;
}

/**
 * Where no intrusion could be told: what nobody looked at and what would have been seen, so that silence is not taken
 * for innocence.
 */
export function noStory(unknown: Html, floor: Html, findings: number): Html {
  const rest =
    findings === 0
      ? html`No steps that belong together were found in it.`
      : html`No steps that belong together were found in it. ${findings === 1 ? 'The one finding' : `The ${counted(findings, 'finding')}`} below ${findings === 1 ? 'stands' : 'stand'} alone, and may still need an answer.`;
  return html`<p class="lead"><strong>No intrusion could be told from this evidence.</strong> ${rest}</p>
<div class="beside">
<div><h3>What was not examined</h3>
<p>${unknown}</p><p class="note"><a href="#not-examined">The whole list</a></p></div>
<div><h3>What would have been seen</h3>
${floor}</div>
</div>`;
}
