import type { Verdict } from '../../posture/check.ts';
import { type Html, html, nothing } from '../page/html.ts';
import { counted, grouped, listed, severityNames } from '../page/wording.ts';
import { metText } from '../case-text.ts';
import type { CheckPosture, LessonPosture, PostureObject } from '../read/posture.ts';
import type { TenantRow } from '../read/tenant.ts';
import { more, type Section, table, th } from './section.ts';

/** What the page shows of the last audit. */
export interface PostureView {
  readonly tenants: readonly TenantRow[];
  readonly lessons: readonly LessonPosture[];
  /** Some objects of each check. */
  readonly objects: readonly PostureObject[];
}

const words: Readonly<Record<Verdict, string>> = { met: 'met', 'not-met': 'not met', 'not-examined': 'not examined' };
const severityOrder = ['critical', 'high', 'medium', 'low'];

/** Could it happen here: the answer lesson by lesson, then everything that is not met, the worst first, with how to mend it. */
export function postureSection({ tenants, lessons, objects }: PostureView): Section {
  const nameOf = new Map(tenants.map(({ tenant, name }) => [tenant, name]));
  const checks = lessons.flatMap((lesson) => lesson.checks);
  const bad = checks.filter(isBad).toSorted((a, b) => rank(a) - rank(b));
  const unknown = checks.filter(({ verdict }) => verdict === 'not-examined');
  const met = checks.filter(({ verdict }) => verdict === 'met');
  const asked = lessons.filter((lesson) => lesson.checks.length > 0);
  const columns = lessonColumns(tenants);
  return {
    id: 'posture',
    title: 'Could it happen here?',
    body: html`<p>${tenants.length === 1 ? 'The tenant' : 'Tenants'} ${listed(tenants.map(({ name, taken }) => `${name} (as exported ${taken.slice(0, 10)})`))}, asked lesson by lesson of the intrusion into Microsoft\u2019s mail. ${counted(bad.length, 'check')} ${bad.length === 1 ? 'is' : 'are'} not met, ${grouped(met.length)} ${met.length === 1 ? 'is' : 'are'} met, and ${grouped(unknown.length)} could not be examined because their exports are not in the case. ${metText}</p>
${table(
  'Lessons',
  [th('Lesson'), th('Question'), ...columns.map(({ name }) => th(name))],
  asked.map((lesson) => lessonRow(lesson, columns)),
  'stack lessons',
)}
${
  bad.length === 0
    ? nothing
    : html`<h3>To do, from top to bottom</h3>
<ol class="worklist">${bad.map((posture) => todo(posture, lessons, objects, nameOf))}</ol>`
}
${
  unknown.length === 0
    ? nothing
    : html`<h3>Not examined</h3>
${table('Checks that could not be examined', [th('Check'), th('What is missing')], unknown.map(unknownRow), 'stack')}`
}
${
  met.length === 0
    ? nothing
    : html`<details class="numbers"><summary>The ${counted(met.length, 'check')} that ${met.length === 1 ? 'is' : 'are'} met</summary>
<ul>${met.map(({ check }) => html`<li>${check.title}</li>\n`)}</ul></details>`
}`,
  };
}

function isBad({ verdict }: CheckPosture): boolean {
  return verdict === 'not-met';
}

function rank({ severity }: CheckPosture): number {
  return severityOrder.indexOf(severity);
}

/** A column of the lessons: one tenant, or all together where there are many. */
interface LessonColumn {
  readonly name: string;
  readonly verdictOf: (posture: CheckPosture) => Verdict;
}

const tenantsAbreast = 4;

function lessonColumns(tenants: readonly TenantRow[]): LessonColumn[] {
  if (tenants.length < 2 || tenants.length > tenantsAbreast)
    return [{ name: 'Answer', verdictOf: ({ verdict }) => verdict }];
  return tenants.map(({ tenant, name }) => ({
    name,
    verdictOf: (posture) => posture.tenants.find((one) => one.tenant === tenant)?.verdict ?? 'not-examined',
  }));
}

function lessonRow({ lesson, checks }: LessonPosture, columns: readonly LessonColumn[]): Html {
  return html`<tr><th scope="row"><strong>${lesson.title}</strong></th><td>${lesson.question}</td>${columns.map(({ verdictOf }) => answer(checks.map(verdictOf)))}</tr>
`;
}

/** `3 of 9 not met, 1 not examined`. */
function answer(verdicts: readonly Verdict[]): Html {
  const count = (verdict: Verdict): number => verdicts.filter((one) => one === verdict).length;
  const bad = count('not-met');
  const unknown = count('not-examined');
  const examined = verdicts.length - unknown;
  const rest = unknown === 0 ? nothing : html`<span class="lasting">${grouped(unknown)} not examined</span>`;
  if (examined === 0) return html`<td>not examined</td>`;
  return html`<td>${bad === 0 ? html`${grouped(examined)} met` : html`<strong>${grouped(bad)}</strong> of ${grouped(examined)} not met`}${rest}</td>`;
}

function todo(
  posture: CheckPosture,
  lessons: readonly LessonPosture[],
  objects: readonly PostureObject[],
  nameOf: ReadonlyMap<string, string>,
): Html {
  const { check, severity, tenants } = posture;
  const lesson = lessons.find((candidate) => candidate.lesson.id === check.lesson)?.lesson;
  const own = objects.filter((object) => object.check === check.check);
  const isOpen = severity === 'critical';
  const unsure = tenants.filter(({ verdict }) => verdict === 'not-examined');
  return html`<li><details${isOpen ? html` open` : nothing}><summary><span class="badge ${severity}">${severityNames[severity]}</span> <span class="headline">${check.title}</span> <span class="who">${counted(posture.objects, 'object')}</span></summary>
<div class="body">
<p>${check.risk}</p>
<p class="note">${lesson === undefined ? nothing : html`<strong>${lesson.title}.</strong> `}${check.incident}</p>
${table(
  `Objects against: ${check.title}`,
  [th('What'), th('Why'), ...(tenants.length > 1 ? [th('Tenant')] : [])],
  own.map((object) => objectRow(object, tenants.length > 1 ? (nameOf.get(object.tenant) ?? object.tenant) : undefined)),
  'stack objects',
)}
${more(posture.objects - own.length, 'audit.json')}
${unsure.length === 0 ? nothing : html`<p class="note">${words['not-examined']} in ${unsure.map(({ tenant }) => nameOf.get(tenant) ?? tenant).join(', ')}.</p>`}
<p class="next"><b>Fix</b>${check.fix.portal}</p>
<pre>${check.fix.command}</pre>
<p class="note">${check.check} · ${check.references.map((reference, index) => html`${index === 0 ? nothing : html` · `}<a href="${reference}" rel="noreferrer">${new URL(reference).hostname}</a>`)}</p>
</div></details></li>
`;
}

function objectRow({ type, name, id, because }: PostureObject, tenant: string | undefined): Html {
  return html`<tr><th scope="row" class="who">${name}<span class="lasting">${type}${name === id ? nothing : html` <code>${id}</code>`}</span></th><td>${because}</td>${tenant === undefined ? nothing : html`<td>${tenant}</td>`}</tr>
`;
}

function unknownRow({ check, because }: CheckPosture): Html {
  return html`<tr><th scope="row">${check.title}</th><td>${because}</td></tr>
`;
}
