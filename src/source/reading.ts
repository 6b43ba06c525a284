import { identifier, join, type Sql, sql, trusted } from '../store/sql.ts';
import type { Field } from './source.ts';

/** A value made of a text: null of a text that is not empty means that it could not be read. */
export type Reading = Sql & {
  /** SQL of the text. */
  readonly readFrom: Sql;
};

/** A time as text. */
export const moment = (text: Sql): Reading => Object.assign(sql`instant(${text})`, { readFrom: text });

/** A truth or a number as text. */
export const scalar = (text: Sql, type: Exclude<Field['type'], 'VARCHAR' | 'JSON'>): Reading =>
  Object.assign(sql`try_cast(${text} as ${trusted(type)})`, { readFrom: text });

/** The columns that are readings, and the SQL of the text that each is read from. What is wrapped in further SQL is none. */
export function readingsOf(columns: Readonly<Record<string, Sql>>): Readonly<Record<string, Sql>> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, value]) =>
      'readFrom' in value ? [[name, (value as Reading).readFrom]] : [],
    ),
  );
}

/**
 * Names of the columns that have a text and no value, joined by commas; null, as nearly always, if there is none.
 *
 * @param texts columns with the text of each column.
 */
export function unreadNames(texts: Readonly<Record<string, Sql>>): Sql {
  const unread = Object.entries(texts).map(([name, text]) => ({
    name,
    // What begins with no blank is not empty.
    condition: sql`(${identifier(name)} is null and ${text} >= '!')`,
  }));
  if (unread.length === 0) return sql`null::varchar`;
  const any = join(
    unread.map(({ condition }) => condition),
    sql` or `,
  );
  const names = join(unread.map(({ name, condition }) => sql`case when ${condition} then ${name} end`));
  return sql`case when ${any} then concat_ws(',', ${names}) end`;
}
