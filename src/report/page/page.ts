import { createHash } from 'node:crypto';
import { severities } from '../../shape/severity.ts';
import type { CaseSummary } from '../case-summary.ts';
import type { ReportOptions } from '../output-format.ts';
import { coverageSection } from '../section/coverage.ts';
import { custodySection } from '../section/custody.ts';
import { findingSection } from '../section/finding.ts';
import { notExaminedSection } from '../section/not-examined.ts';
import { postureSection } from '../section/posture.ts';
import { privilegeSection } from '../section/privilege.ts';
import { rejectionSection } from '../section/rejection.ts';
import type { Section } from '../section/section.ts';
import { signInSection } from '../section/sign-in.ts';
import { floorPart, spraySection } from '../section/spray.ts';
import { noStory, storyTelling } from '../section/story.ts';
import { storyStepSection } from '../section/story-step.ts';
import { timelineSection } from '../section/timeline.ts';
import type { CaseView } from './case-view.ts';
import { type Html, html, jsonIsland, trustedHtml } from './html.ts';
import { script } from './script.ts';
import { style } from './style.ts';
import { summarySentences, whatIsUnknown } from './summary.ts';
import { grouped, moment } from './wording.ts';

/**
 * The report as one page that needs no network: its own style, its own script and nothing else may load, which the
 * content security policy in it enforces.
 */
export function renderPage(view: CaseView, options: ReportOptions): string {
  const title = options.title ?? 'Microsoft 365 investigation';
  const sections = [
    { id: 'summary', title: 'What happened', body: whatHappened(view) },
    ...(view.stories.length === 0 ? [] : [storyStepSection(view.stories, view.findings)]),
    ...(view.posture.lessons.length === 0 ? [] : [postureSection(view.posture)]),
    ...(view.privilege.ends.length === 0 ? [] : [privilegeSection(view.privilege)]),
    spraySection(view.sprays),
    timelineSection(view.lanes),
    signInSection(view.signIns),
    coverageSection(view.coverage, view.gaps),
    findingSection(view.findings, view.summary),
    custodySection(view.custody),
    rejectionSection(view.rejections, view.unread, view.summary.files),
    notExaminedSection(view.notExamined, view.gaps, view.summary),
  ];
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${options.generatedBy}">
<title>${title}</title>
<style>${trustedHtml(style)}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header>
<p class="overline">Investigation report</p>
<h1>${title}</h1>
${facts(view)}
<nav class="contents" aria-label="Contents"><ol>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>\n`)}</ol></nav>
</header>
<main>
${sections.map(part)}</main>
<footer>Made by ${options.generatedBy} from the files listed under custody and nothing else. All times are UTC. The same findings and files are in findings.json, story.json, spray.json, audit.json, evidence.json, coverage.json and timeline.csv beside this page.</footer>
<script type="application/json" id="finding-data">${jsonIsland(view.findings)}</script>
<script>${trustedHtml(script)}</script>
</body>
</html>
`.text;
}

const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function part({ id, title, body }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}
</section>
`;
}

/** The story first; without one, what was not examined and what would have been seen. Then the case in brief. */
function whatHappened(view: CaseView): Html {
  const { stories, summary, sprays } = view;
  const brief = summarySentences(view).map((sentence) => html`<p>${sentence}</p>\n`);
  return stories.length === 0
    ? html`${noStory(whatIsUnknown(view), floorPart(sprays.floors), findingCount(summary))}
<div class="summary">${brief}</div>`
    : html`${storyTelling(stories, summary.stories.length)}
<h3>In brief</h3>
<div class="summary">${brief}<p><strong>What this report cannot tell:</strong> ${whatIsUnknown(view)}</p></div>`;
}

function findingCount({ findings }: CaseSummary): number {
  return severities.reduce((sum, severity) => sum + findings[severity], 0);
}

function facts({ summary }: CaseView): Html {
  const period =
    summary.first === undefined
      ? 'no records'
      : html`<span class="time">${moment(summary.first)}</span> <span class="time">to ${moment(summary.last)}</span>`;
  return html`<dl class="case">
<div><dt>Period of the evidence (UTC)</dt><dd>${period}</dd></div>
<div><dt>Files</dt><dd>${grouped(summary.files)}</dd></div>
<div><dt>Records</dt><dd>${grouped(summary.records)}</dd></div>
<div><dt>Findings</dt><dd>${grouped(findingCount(summary))}</dd></div>
<div><dt>Detections run</dt><dd>${grouped(summary.examined)} of ${grouped(summary.examined + summary.notExamined)}</dd></div>
</dl>`;
}
