import { join, literal, type Sql, sql } from '../store/sql.ts';

/** A text as a constant of the statement. The character NUL, which would end the statement early, is written out. */
export function textConstant(text: string): Sql {
  if (!text.includes('\0')) return literal(text);
  return sql`(${join(
    text.split('\0').map((part) => literal(part)),
    sql` || chr(0) || `,
  )})`;
}

/** The same in lower case, as the engine folds it: its rules differ from JavaScript's outside ASCII. */
export function foldedConstant(text: string): Sql {
  return isAscii(text) ? textConstant(text.toLowerCase()) : sql`lower(${textConstant(text)})`;
}

/** A number as the engine's DOUBLE. */
export function numberConstant(text: string): Sql {
  return sql`cast(${literal(text)} as double)`;
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return false;
  return true;
}
