import { identifier, literal, sql, type Sql, trusted } from '../store/sql.ts';
import type { Claim, Field, FieldSql, Source } from './source.ts';
import { findKey, isRecordObject, type RecordObject } from './spelling.ts';

/** How to take the fields of one source out of the records of one file, in that file's own spelling. */
export interface Extraction {
  readonly source: Source;
  readonly isCamelCase: boolean;
  /** The structure for the engine's `json_transform`: one pass over the record for all fields. */
  readonly structure: Sql;
  /** True of a record that belongs to the source; refers to the transformed record as `s`. */
  readonly claim: Sql;
  /** Values that columns share: to be computed beside `s`, under these names. */
  readonly shared: Readonly<Record<string, Sql>>;
  /** Columns of the source's table, `id` and `time` among them; refer to `s` and to the shared values. */
  readonly columns: Readonly<Record<string, Sql>>;
}

type Tree = { [key: string]: Tree | string };

/** Fields of one kind of record, or of one kind of list element, in the spelling of one file. */
export interface FieldPlan<F extends string = string> {
  readonly isCamelCase: boolean;
  /** The same for the elements of lists, which some collectors leave as they were. */
  readonly isCamelCaseInLists: boolean;
  readonly structure: Sql;
  readonly fields: FieldSql<F>;
  /** The outermost key of each field. */
  readonly keys: Readonly<Record<F, string>>;
  /** Fields of which other fields are parts. */
  readonly whole: ReadonlySet<F>;
}

/**
 * Plans how to read the fields. Keys are spelled as in `samples`; a key that no sample has is spelled as it is declared,
 * with a small or capital first letter as the file's other keys have.
 *
 * @param row name of the transformed record in the statement.
 */
export function planFields<F extends string>(
  declared: Readonly<Record<F, Field>>,
  samples: readonly RecordObject[],
  row: string,
): FieldPlan<F> {
  const spelled = spellPaths(Object.values<Field>(declared), samples);
  const tree: Tree = {};
  const fields: Record<string, Sql> = {};
  const keys: Record<string, string> = {};
  for (const [name, field] of Object.entries<Field>(declared)) {
    const path = spelled.path(field.path);
    keys[name] = path[0] ?? name;
    plant(tree, path, field.type);
    fields[name] = trusted(`${row}.${path.map((key) => `"${key.replaceAll('"', '""')}"`).join('.')}`);
  }
  return {
    isCamelCase: spelled.isCamelCase,
    isCamelCaseInLists: spelled.isCamelCaseInLists,
    structure: literal(JSON.stringify(tree)),
    fields: fields as FieldSql<F>,
    keys: keys as Record<F, string>,
    whole: new Set(Object.keys(declared).filter((name): name is F => isWhole(declared, name as F))),
  };
}

/** True of a record that has what a source requires and nothing that it excludes; refers to the transformed record as `s`. */
export function claimOf({ requires, excludes }: Claim, { fields, whole }: FieldPlan): Sql {
  // A part of the record with many fields is not written out as text just to see whether there is any.
  const present = (name: string): Sql => {
    const value = fields[name] ?? sql`null`;
    return whole.has(name) ? sql`${value} is not null` : sql`coalesce(${value}::varchar <> '', false)`;
  };
  const groups = requires.map((group) => sql`(${either(group.map(present))})`);
  const excluded = (excludes ?? []).map((name) => sql`not (${present(name)})`);
  return [...groups, ...excluded].reduce((all, one) => sql`${all} and ${one}`, sql`s is not null`);
}

/** Plans the extraction of a source of events. */
export function planExtraction(source: Source, samples: readonly RecordObject[]): Extraction {
  const plan = planFields(source.fields, samples, 's');
  const context = { isCamelCase: plan.isCamelCaseInLists };
  const shared = source.shared?.(plan.fields, context) ?? {};
  const names = Object.fromEntries(Object.keys(shared).map((name) => [name, identifier(name)]));
  return {
    source,
    isCamelCase: plan.isCamelCase,
    shared,
    structure: plan.structure,
    claim: claimOf(source, plan),
    columns: source.columns(plan.fields, context, names),
  };
}

function either(conditions: readonly Sql[]): Sql {
  return conditions.reduce((all, one) => sql`${all} or ${one}`);
}

function isWhole<F extends string>(declared: Readonly<Record<F, Field>>, name: F): boolean {
  const inside = `${declared[name].path}/`;
  return Object.values<Field>(declared).some(({ path }) => path.startsWith(inside));
}

function plant(tree: Tree, path: readonly string[], type: Field['type']): void {
  let node = tree;
  for (const [index, key] of path.entries()) {
    if (index === path.length - 1) {
      node[key] ??= type;
      return;
    }
    const inner = node[key];
    if (typeof inner === 'object') {
      node = inner;
    } else {
      const made: Tree = {};
      node[key] = made;
      node = made;
    }
  }
}

function spellPaths(fields: readonly Field[], samples: readonly RecordObject[]) {
  const known = new Map<string, string>();
  let capitals = 0;
  let smalls = 0;
  const lists: unknown[][] = [];
  for (const field of fields) {
    let inner: readonly RecordObject[] = samples;
    const steps = field.path.split('/');
    for (const [depth, step] of steps.entries()) {
      const place = steps
        .slice(0, depth + 1)
        .join('/')
        .toLowerCase();
      const found = inner
        .map((record) => ({ record, key: findKey(record, step) }))
        .filter(({ key }) => key !== undefined);
      const first = found[0]?.key;
      if (first === undefined) break;
      if (!known.has(place)) {
        known.set(place, first);
        if (/^\p{Lu}/u.test(first)) capitals += 1;
        else smalls += 1;
      }
      const values = found.map(({ record, key }) => record[key ?? '']);
      lists.push(...values.filter((value) => Array.isArray(value)));
      inner = values.filter(isRecordObject);
    }
  }
  const hasSeen = capitals + smalls > 0;
  const isCamelCase = hasSeen ? smalls > capitals : /^\p{Ll}/u.test(fields[0]?.path ?? '');
  // Some collectors write the keys of a record small and leave the lists in it as they were.
  const listKeys = lists.flatMap((list) => list.filter(isRecordObject).flatMap((element) => Object.keys(element)));
  const isCamelCaseInLists = listKeys.length === 0 ? isCamelCase : listKeys.every((key) => /^\p{Ll}/u.test(key));
  const respell = (step: string): string => {
    if (!hasSeen || step.includes(' ')) return step;
    const first = step.charAt(0);
    return (isCamelCase ? first.toLowerCase() : first.toUpperCase()) + step.slice(1);
  };
  return {
    isCamelCase,
    isCamelCaseInLists,
    path: (declared: string): string[] => {
      const steps = declared.split('/');
      return steps.map(
        (step, depth) =>
          known.get(
            steps
              .slice(0, depth + 1)
              .join('/')
              .toLowerCase(),
          ) ?? respell(step),
      );
    },
  };
}
