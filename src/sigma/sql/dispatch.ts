import type { TableCondition } from '../plan/compile.ts';
import { type Guard, guardOfTest } from '../plan/guard.ts';
import { decided, type Predicate } from '../plan/predicate.ts';

/** Rules that can only match where the column has one of the values, with what is left of them there. */
export interface Branch {
  readonly values: readonly string[];
  readonly rules: readonly BranchRule[];
}

type BranchRule = Pick<TableCondition, 'detection' | 'predicate'>;

/** Rules sorted by the values of one column: most records then meet only the few rules that can match them. */
export interface Dispatch {
  readonly column: string;
  readonly isInteger: boolean;
  readonly branches: readonly Branch[];
  /** Rules that this column does not decide. */
  readonly others: readonly BranchRule[];
}

/** The dispatch by the column that decides most rules; without branches if none decides any. */
export function dispatch(rules: readonly TableCondition[]): Dispatch {
  const numbers = new Map<string, number>();
  for (const { guard } of rules) {
    if (guard !== undefined) numbers.set(guard.column, (numbers.get(guard.column) ?? 0) + 1);
  }
  const [most] = [...numbers].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  const guarded = rules.flatMap(({ guard, detection, predicate }) =>
    guard !== undefined && guard.column === most?.[0] ? [{ guard, detection, predicate }] : [],
  );
  const [first] = guarded;
  if (first === undefined) return { column: '', isInteger: false, branches: [], others: rules };
  const { column, isInteger } = first.guard;
  const branches = alike(guarded.map(({ guard }) => guard)).map(({ values, members }) => ({
    values,
    rules: members.flatMap((index) => {
      const rule = guarded[index];
      return rule === undefined ? [] : [{ ...rule, predicate: within(rule.predicate, column, values) }];
    }),
  }));
  return { column, isInteger, branches, others: rules.filter(({ guard }) => guard?.column !== column) };
}

/** Values that have the same guards, together. */
function alike(guards: readonly Guard[]): { values: string[]; members: number[] }[] {
  const byValue = new Map<string, number[]>();
  for (const [index, guard] of guards.entries()) {
    for (const value of new Set(guard.values)) byValue.set(value, [...(byValue.get(value) ?? []), index]);
  }
  const groups = new Map<string, { values: string[]; members: number[] }>();
  for (const [value, members] of byValue) {
    const key = members.join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { values: [value], members });
    else group.values.push(value);
  }
  return [...groups.values()];
}

/** The predicate where the column is known to have one of the values. */
function within(predicate: Predicate, column: string, values: readonly string[]): Predicate {
  return decided(predicate, (test) => {
    const guard = guardOfTest(test);
    if (guard?.column !== column) return undefined;
    const met = values.filter((value) => guard.values.includes(value)).length;
    if (met === 0) return false;
    return met === values.length ? true : undefined;
  });
}
