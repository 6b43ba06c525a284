import { sql, type Sql } from '../../store/sql.ts';
import { bare, type Fill, type ItemSql, type TreeLevel } from '../directory-source.ts';
import { atField } from './object-fill.ts';

/** What of a record becomes settings. */
interface Settings {
  /** Which of the objects of a policy; `policy` if there is only one. */
  readonly object?: (at: ItemSql) => Sql;
  /** The field that holds the policy; without it the whole record does. */
  readonly inside?: string;
  /** Paths in lower case that begin with one of these are no settings of this policy. */
  readonly without?: readonly string[];
}

/** Everything in a record as rows of the table `setting`. */
export function settingFill(policy: string, settings: Settings = {}): Fill {
  const { object, inside, without = [] } = settings;
  return {
    table: 'setting',
    each: [inside === undefined ? { isTree: true } : { isTree: true, list: inside }],
    where: (_, item) => isSetting(item('path'), without),
    columns: (field, item) => ({
      policy: sql`${policy}`,
      object: object === undefined ? sql`'policy'` : bare(object(atField(field))),
      ...settingColumns(item),
    }),
  };
}

/** To go through all that is in a record, or in an element of a list. */
export const wholeTree: TreeLevel = { isTree: true };

/** Path and value of a setting. */
export function settingColumns(item: ItemSql): Record<'path' | 'value', Sql> {
  return { path: item('path'), value: item('value') };
}

/** False for what an interface notes beside the values, such as `members@odata.context`, and for paths that begin as named. */
export function isSetting(path: Sql, without: readonly string[] = []): Sql {
  const noted = sql`contains(${path}, '@') and not regexp_matches(${path}, '(^|\\.)@odata\\.type$')`;
  return without.reduce((all, start) => sql`${all} and not starts_with(${path}, ${start})`, sql`not (${noted})`);
}
