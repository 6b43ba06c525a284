import type { AuditChange } from '../case/audit-change.ts';
import type { Settled } from '../directory/settle.ts';
import type { Verdict } from '../posture/check.ts';
import { metText } from '../report/case-text.ts';
import type { CheckPosture, LessonPosture } from '../report/read/posture.ts';
import { harmless } from './terminal.ts';
import { amountText, countText } from './wording.ts';

const words: Readonly<Record<Verdict, string>> = { met: 'met', 'not-met': 'NOT MET', 'not-examined': 'not examined' };

/** The audit for a person: lesson by lesson what is not met, what could not be examined, and from which exports. */
export function auditLines(lessons: readonly LessonPosture[], settled: Settled): string[] {
  const checks = lessons.flatMap((lesson) => lesson.checks);
  const count = (verdict: Verdict): number => checks.filter((posture) => posture.verdict === verdict).length;
  return [
    '',
    ...settled.tenants.map(
      ({ tenant, name, taken }) =>
        `Tenant     ${harmless(name === tenant ? tenant : `${name} (${tenant})`)}, as exported ${minute(taken)} UTC`,
    ),
    ...olderLines(settled),
    `Checks     ${countText(count('not-met'))} not met, ${countText(count('not-examined'))} not examined, ${countText(count('met'))} met`,
    ...lessons.filter((lesson) => lesson.checks.length > 0).flatMap(lessonLines),
    '',
    `${metText} audit.json has every object and how to mend it.`,
  ];
}

function olderLines({ files }: Settled): string[] {
  const older = files.filter(({ isOlder }) => isOlder).length;
  return older === 0
    ? []
    : [`           ${amountText(older, 'file')} of older snapshots set aside: compare with --diff TIME`];
}

function lessonLines({ lesson, checks }: LessonPosture): string[] {
  const bad = checks.filter(({ verdict }) => verdict === 'not-met');
  const unknown = checks.filter(({ verdict }) => verdict === 'not-examined');
  const met = checks.length - bad.length - unknown.length;
  const state = [
    ...(bad.length === 0 ? [] : [`${bad.length} not met`]),
    ...(unknown.length === 0 ? [] : [`${unknown.length} not examined`]),
    ...(met === 0 ? [] : [`${met} met`]),
  ].join(', ');
  return [
    '',
    `${lesson.title} (${state})`,
    ...bad.map(checkLine),
    ...(unknown.length === 0 ? [] : [`  not examined: ${unknown.map(({ check }) => check.check).join(', ')}`]),
  ];
}

function checkLine({ check, severity, objects }: CheckPosture): string {
  return `  ${severity.padEnd(8)} ${harmless(check.check)}: ${amountText(objects, 'object')} against "${harmless(check.title)}"`;
}

/** What has changed since an earlier audit, for a person. */
export function changeLines(changes: readonly AuditChange[]): string[] {
  if (changes.length === 0) return ['', 'Changes    none since the earlier audit'];
  return [
    '',
    `Changes    ${amountText(changes.length, 'answer')} differ from the earlier audit`,
    ...changes.flatMap(({ check, tenant, before, after, appeared, gone, appearedNames, goneNames }) => [
      `  ${check}: ${before === after ? words[after ?? 'not-examined'] : `${stateText(before)} before, ${stateText(after)} now`} (${harmless(tenant)})`,
      ...namesLine('+', appeared, appearedNames),
      ...namesLine('-', gone, goneNames),
    ]),
  ];
}

function stateText(verdict: Verdict | null): string {
  return verdict === null ? 'not asked' : words[verdict];
}

function namesLine(sign: string, count: number, names: readonly string[]): string[] {
  if (count === 0) return [];
  const shown = names.slice(0, 5).map(harmless).join(', ');
  return [`    ${sign} ${countText(count)}: ${shown}${count > 5 ? ', …' : ''}`];
}

function minute(time: Date): string {
  return time.toISOString().slice(0, 16).replace('T', ' ');
}
