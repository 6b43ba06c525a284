/** What can be bound to a `?` of a statement. */
export type SqlValue = string | number | bigint | boolean | null;

/**
 * A statement or a part of one: text with `?` for each value. Made only by the tag {@link sql} and the functions of
 * this file, so that text from outside can never become SQL.
 */
export class Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];

  private constructor(text: string, values: readonly SqlValue[]) {
    this.text = text;
    this.values = values;
  }

  /** @internal */
  static of(text: string, values: readonly SqlValue[]): Sql {
    return new Sql(text, values);
  }
}

/** Makes SQL: a `Sql` in `${}` is inserted as SQL, anything else becomes a bound parameter. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | SqlValue)[]): Sql {
  let text = strings[0] ?? '';
  const values: SqlValue[] = [];
  for (const [index, part] of parts.entries()) {
    if (part instanceof Sql) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(part);
    }
    text += strings[index + 1] ?? '';
  }
  return Sql.of(text, values);
}

/** A quoted identifier: any text is safe, quotes in it are doubled. */
export function identifier(name: string): Sql {
  return Sql.of(`"${name.replaceAll('"', '""')}"`, []);
}

/**
 * A quoted string literal, for the places where the engine wants a constant instead of a parameter (options of table
 * functions, JSON structures, regular expressions that it compiles once).
 */
export function literal(text: string): Sql {
  return Sql.of(`'${text.replaceAll("'", "''")}'`, []);
}

/**
 * SQL that stands as a constant in our own source or content, such as a column type. Never for text from a file, a
 * rule or an argument: those are values ({@link sql}), names ({@link identifier}) or constants ({@link literal}).
 */
export function trusted(text: string): Sql {
  return Sql.of(text, []);
}

/** Joins parts with a separator; no parts give empty SQL. */
export function join(parts: readonly Sql[], separator: Sql = sql`, `): Sql {
  const values: SqlValue[] = [];
  const texts: string[] = [];
  for (const [index, part] of parts.entries()) {
    if (index > 0) {
      texts.push(separator.text);
      values.push(...separator.values);
    }
    texts.push(part.text);
    values.push(...part.values);
  }
  return Sql.of(texts.join(''), values);
}

export const empty: Sql = sql``;
