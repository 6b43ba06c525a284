import type { DirectoryTableName } from '../store/directory-tables.ts';
import { identifier, join, literal, sql, type Sql } from '../store/sql.ts';
import type { DirectorySource, Fill, ItemSql, ListLevel } from './directory-source.ts';
import { claimOf, type FieldPlan, planFields } from './extraction.ts';
import { scalar, readingsOf, unreadNames } from './reading.ts';
import { type Field, type FieldSql, text, texts } from './source.ts';
import { isRecordObject, type RecordObject, unfoldText, valueAt } from './spelling.ts';

/** How to take one table's rows out of the records of one file, in that file's own spelling. */
export interface FillPlan {
  readonly table: DirectoryTableName;
  readonly columns: readonly string[];
  /**
   * Query for the rows: `file_id`, `record`, `tenantId`, the columns, and `unread` with the names of those that could not be read. `staged` has `file_id`, `record`, `tenantId`,
   * `kind`, `raw` and, as `structure` says, `s` of the records that the source claims.
   */
  readonly rows: (staged: Sql) => Sql;
  /** A key that a record must have to give a row; undefined if there is none. */
  readonly key: string | undefined;
}

/** The same for all that a source of a directory gives. */
export interface DirectoryExtraction {
  readonly source: DirectorySource;
  readonly isCamelCase: boolean;
  readonly structure: Sql;
  readonly claim: Sql;
  readonly kind: Sql;
  readonly tenant: Sql;
  /** When the export was made, if its records say. */
  readonly taken: Sql;
  readonly fills: readonly FillPlan[];
}

/** Plans the extraction with the keys spelled as in `samples`. */
export function planDirectoryExtraction(
  source: DirectorySource,
  samples: readonly RecordObject[],
): DirectoryExtraction {
  const plan = planReadings(source.fields, samples, 's');
  const none = sql`null`;
  return {
    source,
    isCamelCase: plan.isCamelCase,
    structure: plan.structure,
    claim: claimOf(source, plan),
    kind: source.kind?.(plan.fields) ?? none,
    tenant: sql`bare_name(${source.tenant?.(plan.fields) ?? none})`,
    taken: source.taken?.(plan.fields) ?? none,
    fills: source.fills.map((fill) => planFill(fill, source, plan, samples)),
  };
}

/** Elements of one list that spelling is learned from: a group may have a hundred thousand members, all spelled alike. */
const elementsAtMost = 40;

/** The transformed element of the list at `depth`, counted from 1. */
const itemName = (depth: number): string => `i${depth}`;

const treeFields = texts({ path: 'path', value: 'value' });

function planFill(fill: Fill, source: DirectorySource, plan: FieldPlan, samples: readonly RecordObject[]): FillPlan {
  let fields = source.fields;
  let current: FieldSql<string> = plan.fields;
  let elements = samples;
  const levels = (fill.each ?? []).map((level, index) => {
    const declared = 'isTree' in level ? treeFields : level.fields;
    const inside = level.list === undefined ? undefined : (current[level.list] ?? sql`null`);
    elements =
      'isTree' in level
        ? []
        : elements.flatMap((element) => elementsOf(element, level, fields).slice(0, elementsAtMost));
    const item = planReadings(declared, elements, itemName(index + 1));
    fields = declared;
    current = item.fields;
    return { level, item, inside };
  });
  const [item, inner, innermost] = [0, 1, 2].map((depth) =>
    itemSql(`${source.id}, ${fill.table}`, levels[depth]?.item.fields ?? {}),
  );
  if (item === undefined || inner === undefined || innermost === undefined) throw new Error('there are always three');
  const columns = fill.columns(plan.fields, item, inner, innermost);
  const names = Object.keys(columns);
  const readings = readingsOf(columns);
  const textOf = (name: string): Sql => identifier(`text of ${name}`);
  const kinds = fill.kind === undefined ? undefined : [fill.kind].flat();
  const rows = (staged: Sql): Sql => {
    const ofKind = kinds === undefined ? sql`` : sql` where kind in (${join(kinds.map(literal))})`;
    const kept = [sql`file_id`, sql`record`, sql`tenantId`];
    let query = sql`select ${join(kept)}, raw as whole, s from ${staged}${ofKind}`;
    const known = [...kept, sql`s`];
    for (const [index, { level, item: found, inside }] of levels.entries()) {
      const name = identifier(itemName(index + 1));
      query =
        'isTree' in level
          ? treeSql(query, known, inside ?? sql`whole`, name)
          : sql`select ${join(known)}, whole, json_transform(whole, ${found.structure}) as ${name}
        from (select ${join(known)}, unnest(json_transform(${listSql(inside ?? sql`null`, level)}, '["JSON"]')) as whole from (${query}))`;
      known.push(name);
    }
    const where = fill.where === undefined ? sql`` : sql` where ${fill.where(plan.fields, item, inner, innermost)}`;
    const values = names.map((name) => sql`${columns[name] ?? sql`null`} as ${identifier(name)}`);
    const texts = Object.entries(readings).map(([name, text]) => sql`${text} as ${textOf(name)}`);
    const unread = unreadNames(Object.fromEntries(Object.keys(readings).map((name) => [name, textOf(name)])));
    // One level further out, so that no value is worked out twice.
    return sql`select ${join([...kept, ...names.map(identifier)])}, ${unread} as unread
      from (select ${join([...kept, ...values, ...texts])} from (${query})${where})`;
  };
  const outermost = fill.each?.[0]?.list;
  return { table: fill.table, columns: names, rows, key: outermost === undefined ? undefined : plan.keys[outermost] };
}

/** Plans the fields so that truths and numbers are taken as text: what is none shows as a text without a value. */
function planReadings(
  declared: Readonly<Record<string, Field>>,
  samples: readonly RecordObject[],
  row: string,
): FieldPlan {
  const entries = Object.entries(declared);
  const asText = entries.map(([name, field]) => [name, field.type === 'JSON' ? field : text(field.path)]);
  const plan = planFields(Object.fromEntries(asText) as typeof declared, samples, row);
  const fields = entries.map(([name, { type }]) => {
    const value = plan.fields[name] ?? sql`null`;
    return [name, type === 'JSON' || type === 'VARCHAR' ? value : scalar(value, type)];
  });
  return { ...plan, fields: Object.fromEntries(fields) as FieldPlan['fields'] };
}

function itemSql(where: string, fields: FieldSql<string>): ItemSql {
  return (name) => {
    const found = fields[name];
    if (found === undefined) throw new Error(`${where}: the level has no field ${name}`);
    return found;
  };
}

/** Everything in `value` as rows with a structure of `path` and `value`, in the order of the text. */
function treeSql(query: Sql, known: readonly Sql[], value: Sql, name: Sql): Sql {
  return sql`select ${join(known)}, ${name} from (
    select ${join(known)}, q.element, t.id as place, {
        'path': lower(replace(regexp_replace(t.fullkey, '^\\$\\.?', ''), 'AdditionalProperties.', '')),
        'value': case t.type when 'ARRAY' then '[]' when 'OBJECT' then '{}' else t.atom ->> '$' end
      } as ${name}
    from (select *, (${value})::json as tree, row_number() over () as element from (${query})) q, json_tree(q.tree) t
    where t.type not in ('ARRAY', 'OBJECT') or t.value::varchar in ('[]', '{}')
  ) order by element, place`;
}

function listSql(value: Sql, level: ListLevel): Sql {
  if (level.isKeyed !== true) return sql`unfolded_list(${value})`;
  // By no path: a key may hold whatever a path cannot.
  return sql`to_json(map_entries(json_transform(${value}, '"MAP(VARCHAR, JSON)"')))`;
}

function elementsOf(outer: RecordObject, level: ListLevel, fields: DirectorySource['fields']): RecordObject[] {
  const unfolded = unfoldText(valueAt(outer, fields[level.list]?.path ?? level.list));
  if (level.isKeyed === true) {
    return isRecordObject(unfolded) ? Object.entries(unfolded).map(([key, inner]) => ({ key, value: inner })) : [];
  }
  return [unfolded].flat().filter(isRecordObject);
}
