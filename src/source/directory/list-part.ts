import { sql, type Sql } from '../../store/sql.ts';
import { list } from '../directory-source.ts';

/**
 * Words of a list, or of one text with commas or blanks between them: as Graph writes several values of one enumeration, and
 * PowerShell lists, whose line ends have become blanks on the way.
 */
export function wordList(value: Sql): Sql {
  return sql`list_filter(flatten(list_transform(${list(value)}, lambda w: string_split_regex(w, '[,;\\s]+'))),
    lambda w: w <> '')`;
}

/** What the elements of a list, or the one that it became, have under a key, in either spelling of it. */
export function pluck(value: Sql, camelCase: string, pascalCase: string): Sql {
  return sql`case when ${value} is not null then list_concat(${picked(value, camelCase)}, ${picked(value, pascalCase)}) end`;
}

/** Ids in lower case; the words that may stand among them, such as `All`, as they are. */
export function idList(value: Sql): Sql {
  return smallIds(wordList(value));
}

/** The same of what is a list of texts already. */
export function smallIds(words: Sql): Sql {
  return sql`list_transform(${words},
    lambda w: case when regexp_full_match(w, '[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}') then lower(w) else w end)`;
}

function picked(value: Sql, key: string): Sql {
  return sql`(unfolded_list(${value}) ->> ${`$[*].${key}`})`;
}
