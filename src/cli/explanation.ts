import type { CorrelationExplanation } from '../case/explain-correlation.ts';
import type { LogCount, PartCount, RuleExplanation } from '../case/explain-rule.ts';
import { tableLines } from './table.ts';
import { harmless } from './terminal.ts';
import { amountText, countText, placeText } from './wording.ts';

/** What a rule matched, part by part, for a person. */
export function ruleLines({ logs, parts, fit }: RuleExplanation): string[] {
  const isImpossible = fit.verdict === 'cannot-match';
  const reasons = fit.reasons.filter(({ kind }) => kind !== 'map');
  const doubts = [
    ...new Set(reasons.map(({ field, reason }) => `  ${field === undefined ? '' : `${field}: `}${reason}`)),
  ];
  const title = isImpossible ? 'No real record can meet this rule:' : 'What real records may not have:';
  return [
    ...logLines(logs),
    ...(doubts.length === 0 ? [] : [title, ...doubts.map(harmless), '']),
    'Records that meet each part',
    ...tableLines(parts.map(partRow), [1]),
  ];
}

/** What became of a correlation's events, for a person. */
export function correlationLines(explanation: CorrelationExplanation): string[] {
  const { logs, members, groups, measured, completed, completedGroups, records } = explanation;
  const header = ['  rule', 'found', 'without time', 'without group-by', 'without field'];
  const rows = members.map(({ detection, found, withoutTime, withoutGroup, withoutValue }) => [
    `  ${harmless(detection)}`,
    ...[found, withoutTime, withoutGroup, withoutValue].map(countText),
  ]);
  const range =
    measured === undefined
      ? []
      : [`  measured in its windows: ${numberText(measured.least)} to ${numberText(measured.most)}`];
  return [
    ...logLines(logs),
    'Events of its rules',
    ...tableLines([header, ...rows], [1, 2, 3, 4]),
    '',
    'Windows',
    `  ${amountText(groups, 'group')} of group-by`,
    ...range,
    `  ${amountText(completed, 'event')} in ${amountText(completedGroups, 'group')} complete it`,
    `  ${amountText(records, 'record')} make it up`,
  ];
}

function logLines(logs: readonly LogCount[]): string[] {
  const absent = logs.every(({ inCase }) => inCase === 0);
  const rows = logs.map(({ log, inCase, inLogSource }) => [
    `  ${log}`,
    countText(inLogSource),
    inCase === 0 ? 'not in the case' : inCase === inLogSource ? '' : `of ${countText(inCase)} in the case`,
  ]);
  return [
    ...(absent ? ['None of its logs is in the case: it cannot find anything.', ''] : []),
    'Records of its log sources',
    ...tableLines(rows, [1]),
    '',
  ];
}

function partRow({ kind, name, place, records, byLog }: PartCount): string[] {
  const label = { selection: name, part: `  ${name}`, condition: 'condition', filter: `with the filter ${name}` }[kind];
  const logs = Object.entries(byLog).map(([log, count]) => `${log} ${countText(count)}`);
  const where = {
    selection: `line ${place.line}`,
    part: `line ${place.line}`,
    condition: '',
    filter: placeText(place),
  }[kind];
  return [`  ${harmless(label)}`, countText(records), where, logs.length > 1 ? logs.join(', ') : ''];
}

function numberText(value: number): string {
  return value.toLocaleString('en-US');
}
