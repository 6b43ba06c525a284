import type { FaultPlace } from '../../shape/fault.ts';
import { exportsOf, knowsField } from '../field/export.ts';
import { translateItem, type TranslatedItem, wantsAbsence } from '../field/translation.ts';
import { type Opinion, opinionOf, rivalsAmong, vocabularyOf } from './fit-vocabulary.ts';
import type { SourceTable } from '../field/log-source.ts';
import type { Pattern } from '../parse/pattern.ts';
import type { Item } from '../parse/selection.ts';

/** Why a rule fits or does not: what makes it impossible (`never`), how a name is understood (`map`), or a `doubt`. */
export interface FitReason {
  readonly kind: 'never' | 'map' | 'doubt';
  /** One or more sentences. */
  readonly reason: string;
  /** As the rule spells it; undefined if the reason is about the whole rule. */
  readonly field: string | undefined;
  /** The value that it is about, if it is about one. */
  readonly value?: string | undefined;
  readonly place: FaultPlace;
}

/** Whether records can meet one item of a rule. */
export interface Judgement {
  readonly status: 'never' | 'possible' | 'always';
  /** True if no record has the field. */
  readonly isAbsent: boolean;
  readonly reasons: readonly FitReason[];
}

/** Judges an item by what is known of the logs of a log source. */
export function judgeItem(item: Item, source: SourceTable): Judgement {
  const { field } = item;
  if (field === undefined) return { status: 'possible', isAbsent: false, reasons: [] };
  const meanings = translateItem(item, source.table, source.logs);
  if (meanings.every(({ home }) => home === undefined)) return judgeUnmapped(item, field, source);
  if (wantsAbsence(item)) return { status: 'possible', isAbsent: false, reasons: [] };
  return judgeValues(item, field, meanings, source);
}

function judgeUnmapped(item: Item, field: string, { logs }: SourceTable): Judgement {
  const { place } = item;
  const exports = logs.map((log) => exportsOf(log));
  if (exports.some((list) => knowsField(list, field))) return { status: 'possible', isAbsent: false, reasons: [] };
  if (!exports.every((list) => list.length > 0 && list.every(({ isComplete }) => isComplete))) {
    const reason = 'This is not among the known fields. It is looked for in the record in just this spelling.';
    return { status: 'possible', isAbsent: false, reasons: [{ kind: 'doubt', reason, field, place }] };
  }
  const reason = 'No record of this log source has such a field, and no other name is known for it.';
  const status = wantsAbsence(item) === item.isNegated ? 'never' : 'always';
  return { status, isAbsent: true, reasons: [{ kind: 'never', reason, field, place }] };
}

function judgeValues(item: Item, field: string, meanings: readonly TranslatedItem[], { logs }: SourceTable): Judgement {
  const vocabularies = meanings.map(({ home }) =>
    logs.map((log) => (home === undefined ? undefined : vocabularyOf(log, home))),
  );
  const opinions = item.patterns.map((_, index) => {
    return leastSevere(
      meanings.flatMap((meaning, number) => {
        const pattern = meaning.item.patterns[index];
        return (vocabularies[number] ?? []).map((vocabulary) =>
          pattern === undefined || vocabulary === undefined ? undefined : opinionOf(pattern, vocabulary),
        );
      }),
    );
  });
  const reasons = opinions.flatMap((opinion, index): FitReason[] => {
    const pattern = item.patterns[index];
    if (opinion === undefined || pattern === undefined) return [];
    return [{ kind: opinion.kind, reason: opinion.because, field, value: textOf(pattern), place: item.place }];
  });
  const isNever = ({ kind }: Opinion): boolean => kind === 'never';
  const rivals = item.isEvery ? rivalsOf(meanings, vocabularies) : [];
  if (rivals.length > 0) {
    const reason = `One record would have to be ${rivals.map((name) => `"${name}"`).join(' and ')} at once; these are two values.`;
    reasons.push({ kind: 'never', reason, field, place: item.place });
  }
  const judged = opinions.map((opinion) => opinion !== undefined && isNever(opinion));
  const cannot = rivals.length > 0 || (item.isEvery ? judged.some(Boolean) : judged.every(Boolean));
  if (!cannot) return { status: 'possible', isAbsent: false, reasons };
  return { status: item.isNegated ? 'always' : 'never', isAbsent: false, reasons };
}

/** Undefined if one place has no objection, else a doubt if there is one. */
function leastSevere(opinions: readonly (Opinion | undefined)[]): Opinion | undefined {
  if (opinions.some((opinion) => opinion === undefined)) return undefined;
  return opinions.find((opinion) => opinion?.kind === 'doubt') ?? opinions[0];
}

function rivalsOf(
  meanings: readonly TranslatedItem[],
  vocabularies: readonly (readonly ReturnType<typeof vocabularyOf>[])[],
): readonly string[] {
  const [meaning] = meanings;
  const [vocabulary] = vocabularies.flat();
  if (meaning === undefined || vocabulary === undefined || meanings.length > 1) return [];
  // Each value may be another one of the list.
  if (meaning.home?.kind === 'list') return [];
  return rivalsAmong(meaning.item.patterns, vocabulary);
}

function textOf(pattern: Pattern): string | undefined {
  if (pattern.kind === 'text') return pattern.text.source;
  return pattern.kind === 'number' ? pattern.text : undefined;
}
