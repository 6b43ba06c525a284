import type { Dialect, Window } from './dialect.ts';
import { isInNetwork } from './duckdb-network.ts';
import { identifier, join, literal, type Sql, sql, trusted } from './sql.ts';

/** More constants would become a join, which is slower and not possible inside of lists. */
const fewConstants = 4;

/** DuckDB, as it is shipped with the package: without extensions that would have to be fetched. */
export const duckdb: Dialect = {
  withRelations(relations, query) {
    const parts = relations.map(({ name, query: inner }) => sql`${name} as materialized (\n${inner}\n)`);
    return sql`with ${join(parts, sql`,\n`)}\n${query}`;
  },
  text: textConstant,
  number: (constant) => sql`cast(${literal(constant)} as double)`,
  lower: (value) => sql`lower(${value})`,
  contains: (value, part) => sql`contains(${value}, ${part})`,
  startsWith: (value, part) => sql`starts_with(${value}, ${part})`,
  endsWith: (value, part) => sql`ends_with(${value}, ${part})`,
  matches: (value, expression) => sql`regexp_matches(${value}, ${expression})`,
  isOneOf(value, constants) {
    const [only] = constants;
    if (only !== undefined && constants.length === 1) return sql`${value} = ${only}`;
    return constants.length <= fewConstants
      ? sql`${value} in (${join(constants)})`
      : sql`list_contains([${join(constants)}], ${value})`;
  },
  asText: (value) => sql`cast(${value} as varchar)`,
  timeText: (time) => sql`strftime(${time}, '%Y-%m-%dT%H:%M:%S.%gZ')`,
  asNumber(text) {
    const number = sql`try_cast(${text} as double)`;
    // Texts such as "nan" are numbers to the engine.
    return sql`case when isfinite(${number}) then ${number} end`;
  },
  // Without the time zone type a text's offset from UTC would be ignored.
  asTime: (text) => sql`cast(try_cast(${text} as timestamptz) as timestamp)`,
  timePart: (part, time) => sql`date_part(${literal(part)}, ${time})`,
  isBefore: (time, instant) => sql`${time} < cast(${literal(instant)} as timestamp)`,
  secondsBetween: (earlier, later) => sql`(epoch_us(${later}) - epoch_us(${earlier})) / 1e6`,
  isInNetwork,

  element: (variable, part) =>
    part === undefined ? identifier(variable) : sql`${identifier(variable)}.${identifier(part)}`,
  someElement: (list, variable, condition) =>
    sql`len(list_filter(${list}, lambda ${identifier(variable)}: ${condition})) > 0`,
  orMissing: (list) => sql`case when len(${list}) > 0 then ${list} else [null] end`,
  elements: (list, variable, condition, value) =>
    sql`list_transform(list_filter(${list}, lambda ${identifier(variable)}: ${condition}), lambda ${identifier(variable)}: ${value})`,
  list: (values) => sql`[${join(values)}]`,
  texts: (values) => sql`cast([${join(values)}] as varchar[])`,
  noTexts: () => sql`cast(null as varchar[])`,
  distinct: (list) => sql`list_distinct(${list})`,
  flatten: (lists) => sql`flatten(${lists})`,
  concat: (lists) => join(lists, sql` || `),
  hasElements: (list) => sql`len(${list}) > 0`,
  present,
  unnest: (list) => sql`unnest(${present(list)})`,

  jsonAt: (json, pointers) => sql`try(json_extract(${json}, [${join(pointers.map(textConstant))}]))`,
  jsonOf: (value, pointer) => sql`json_extract(${value}, ${textConstant(pointer)})`,
  isJsonArray: (value) => sql`json_type(${value}) = 'ARRAY'`,
  jsonElements: (array) => sql`json_extract(${array}, '$[*]')`,
  nth: (list, index) => sql`${list}[${trusted(String(index + 1))}]`,
  jsonText: (value) => sql`json_extract_string(${value}, '$')`,
  jsonTexts: (value) => sql`case when json_type(${value}) = 'ARRAY' then json_extract_string(${value}, '$[*]')
    else [json_extract_string(${value}, '$')] end`,
  withWhole: (
    list,
    value,
  ) => sql`case when json_type(${value}) = 'ARRAY' then list_append(${list}, cast(${value} as varchar))
    else ${list} end`,

  count(window, condition) {
    const filter = condition === undefined ? sql`` : sql` filter (where ${condition})`;
    return sql`count(*)${filter} over (${overSql(window)})`;
  },
  aggregate: (name, value, window) => sql`${trusted(name)}(${value}) over (${overSql(window)})`,
  countDistinct: (value, window) => sql`count(distinct ${value}) over (${overSql(window)})`,
  percentile: (value, percentile, window) =>
    sql`quantile_cont(${value}, ${trusted(String(percentile / 100))}) over (${overSql(window)})`,
};

function present(list: Sql): Sql {
  return sql`list_filter(${list}, lambda element: element is not null)`;
}

function overSql({ groups, time, frame, seconds }: Window): Sql {
  const distance = seconds === undefined ? sql`unbounded` : sql`interval ${trusted(String(seconds))} seconds`;
  const range =
    frame === 'trailing' ? sql`${distance} preceding and current row` : sql`current row and ${distance} following`;
  const partition = groups.length === 0 ? sql`` : sql`partition by ${join(groups)} `;
  return sql`${partition}order by ${time} range between ${range}`;
}

/** The character NUL, which would end the statement early, is written out. */
function textConstant(text: string): Sql {
  if (!text.includes('\0')) return literal(text);
  return sql`(${join(
    text.split('\0').map((part) => literal(part)),
    sql` || chr(0) || `,
  )})`;
}
