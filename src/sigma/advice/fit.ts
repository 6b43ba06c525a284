import type { Condition } from '../parse/condition.ts';
import { targetOf } from '../field/field.ts';
import { exportsOf, findField, type LogExport } from '../field/export.ts';
import { type FitReason, judgeItem, type Judgement } from './fit-item.ts';
import { bareOperation, translateItem, type TranslatedItem, wordOf } from '../field/translation.ts';
import { type SourceTable, tablesOf, whyUnknown } from '../field/log-source.ts';
import type { Pattern } from '../parse/pattern.ts';
import type { Detection, LogSource, Rule } from '../parse/rule.ts';
import type { Item, Selection } from '../parse/selection.ts';

export type { FitReason } from './fit-item.ts';

/**
 * Whether real records can meet a rule. `runs`: one export has every field in just this spelling. `runs-through-map`:
 * some field is only understood by the field map, or its fields are those of different exports. `cannot-match`: no record
 * of its log source can ever meet its condition.
 */
export interface RuleFit {
  readonly verdict: 'runs' | 'runs-through-map' | 'cannot-match';
  readonly reasons: readonly FitReason[];
}

/**
 * Decides by what is known of the exports (`content/field`): an item can never be met if no record has its field, or if
 * none of its values can stand there; that is carried up through the condition.
 *
 * @throws Fault `content-invalid` if a file of `content/field` is wrong.
 */
export function fitRule(rule: Rule): RuleFit {
  const sources = tablesOf(rule.logSource);
  if (sources === undefined) return { verdict: 'cannot-match', reasons: [noLog(rule.logSource)] };
  const fits = sources.map((source) => fitTable(rule, source));
  const running = fits.filter(({ verdict }) => verdict !== 'cannot-match');
  const [best] = running.toSorted((a, b) => Number(b.verdict === 'runs') - Number(a.verdict === 'runs'));
  if (best === undefined) return { verdict: 'cannot-match', reasons: fits.flatMap(({ reasons }) => reasons) };
  // What is odd in one log but not in another that the rule reads as well is no reason to doubt it.
  const isShared = (reason: FitReason): boolean =>
    fits.every(({ reasons }) => reasons.some((one) => isSame(one, reason)));
  return { verdict: best.verdict, reasons: best.reasons.filter((reason) => reason.kind === 'map' || isShared(reason)) };
}

function isSame(a: FitReason, b: FitReason): boolean {
  return a.kind === b.kind && a.field === b.field && a.value === b.value && a.place.line === b.place.line;
}

function noLog(source: LogSource): FitReason {
  return { kind: 'never', reason: whyUnknown(source), field: undefined, place: source.place };
}

function fitTable(rule: Rule, source: SourceTable): RuleFit {
  const judgements = new Map<Item, Judgement>();
  const fold = ({ selections, condition }: Detection): Outcome => {
    const outcomes = [...selections].map(
      ([name, selection]) => [name, foldSelection(selection, source, judgements)] as const,
    );
    return foldCondition(condition, new Map(outcomes));
  };
  const outcome = and([rule, ...rule.filters].map(fold));
  if (outcome.status === 'never') {
    const reasons = outcome.items.flatMap((item) => judgements.get(item)?.reasons ?? []);
    return { verdict: 'cannot-match', reasons: reasons.filter(({ kind }) => kind === 'never') };
  }
  const advice = [...judgements.values()]
    .flatMap(({ reasons }) => reasons)
    .map((reason) => ({ ...reason, kind: 'doubt' as const }));
  const present = [...judgements].filter(([, { isAbsent }]) => !isAbsent).map(([item]) => item);
  const mapped = mappedFields(present, source);
  return { verdict: mapped.length === 0 ? 'runs' : 'runs-through-map', reasons: [...mapped, ...advice] };
}

/** `items` are those that make it never, or always, met. */
interface Outcome {
  readonly status: 'never' | 'possible' | 'always';
  readonly items: readonly Item[];
}

function foldSelection(selection: Selection, source: SourceTable, judgements: Map<Item, Judgement>): Outcome {
  if (selection.kind === 'any') return or(selection.of.map((part) => foldSelection(part, source, judgements)));
  return and(
    selection.of.map((item) => {
      const judgement = judgeItem(item, source);
      judgements.set(item, judgement);
      return { status: judgement.status, items: [item] };
    }),
  );
}

function foldCondition(condition: Condition, selections: ReadonlyMap<string, Outcome>): Outcome {
  switch (condition.kind) {
    case 'not':
      return not(foldCondition(condition.of, selections));
    case 'and':
      return and(condition.of.map((part) => foldCondition(part, selections)));
    case 'or':
      return or(condition.of.map((part) => foldCondition(part, selections)));
    case 'selection':
    default:
      return selections.get(condition.name) ?? { status: 'possible', items: [] };
  }
}

function not({ status, items }: Outcome): Outcome {
  return { status: ({ never: 'always', possible: 'possible', always: 'never' } as const)[status], items };
}

function and(parts: readonly Outcome[]): Outcome {
  const never = parts.filter(({ status }) => status === 'never');
  if (never.length > 0) return { status: 'never', items: never.flatMap(({ items }) => items) };
  const isAlways = parts.every(({ status }) => status === 'always');
  return { status: isAlways ? 'always' : 'possible', items: parts.flatMap(({ items }) => items) };
}

function or(parts: readonly Outcome[]): Outcome {
  return not(and(parts.map(not)));
}

/** Why the fields are not just those of one export; empty if they are. */
function mappedFields(items: readonly Item[], { table, logs }: SourceTable): FitReason[] {
  const exports = [...new Set(logs.flatMap((log) => exportsOf(log)))];
  const named = items.filter(({ field }) => field !== undefined);
  const reworded = new Set(named.filter((item) => isReworded(item, translateItem(item, table, logs))));
  if (reworded.size === 0 && exports.some((one) => named.every((item) => isWordFor(one, item)))) return [];
  return named.map((item) => {
    const { field = '', place } = item;
    const titles = exports.filter((one) => isWordFor(one, item)).map(({ title }) => title);
    const origin =
      titles.length === 0 ? 'No export has this in just this spelling' : `So it is called by ${titles.join(' and ')}`;
    const targets = translateItem(item, table, logs).flatMap(({ home }) =>
      home === undefined ? [] : [targetOf(home)],
    );
    const reading = targets.length === 0 ? '' : `; it is read as ${targets.join(', or as ')}`;
    const wording = reworded.has(item) ? ', in the words that stand there' : '';
    return { kind: 'map', reason: `${origin}${reading}${wording}.`, field, place };
  });
}

/** Whether records of the export have the field in just this spelling, and not an object where a text is wanted. */
function isWordFor(one: LogExport, { field = '', patterns }: Item): boolean {
  const found = findField(one, field);
  return found === 'value' || (found === 'object' && patterns.every((pattern) => wordOf(pattern) === undefined));
}

/** Whether a value is only looked for in other words than the rule's. */
function isReworded({ patterns }: Item, meanings: readonly TranslatedItem[]): boolean {
  return patterns.some((pattern, index) => {
    const word = wordOf(pattern);
    return word !== undefined && !meanings.some(({ item }) => asksFor(item.patterns[index], word));
  });
}

function asksFor(pattern: Pattern | undefined, word: string): boolean {
  if (pattern?.kind === 'any') return pattern.of.some((one) => asksFor(one, word));
  const own = pattern === undefined ? undefined : wordOf(pattern);
  return own !== undefined && bareOperation(own).toLowerCase() === bareOperation(word).toLowerCase();
}
