import { literal, join, sql, trusted, type Sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import type { Series } from './scan-windows.ts';

/** Values of a trait that are looked at by themselves, the most frequent ones. */
const valuesAtMost = sql`15`;
const guessesAtLeast = sql`12`;

/** Not the user agent: a version of a browser comes and goes within weeks by itself. */
const traits = ['country', 'client', 'network', 'application'] as const;

export type Days = Omit<Series, 'hours'>;

/** Guesses that could belong to a spray, by the hour. */
export interface Stream {
  readonly name: string;
  /** What its guesses have in common, as a condition on `watched_guess`. */
  readonly condition: Sql;
  /** Its part of the false alarms that all streams together may give. */
  readonly share: number;
  readonly isStrange: boolean;
  /** Only guesses with one value of a trait, not all of a time. */
  readonly isTrait: boolean;
  readonly series: Series;
}

/** Days since 1970 of the first attempt's day, and which part of each day the evidence covers; no days without attempts. */
export async function coveredDays(store: Store): Promise<Days> {
  const days = await store.rows<{ day: number; covered: number }>(sql`
    select epoch(day)::bigint // 86400 as day, case when day > first::date and day < last::date then 1
        else (least(epoch(last), epoch(day) + 86400) - greatest(epoch(first), epoch(day))) / 86400 end as covered
    from (select time::date as day from attempt group by all), (select min(time) as first, max(time) as last from attempt)
    order by day`);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { firstDay: 0, covered: [] };
  const covered = Array.from({ length: last.day - first.day + 1 }, () => 0);
  for (const { day, covered: part } of days) covered[day - first.day] = part;
  return { firstDay: first.day, covered };
}

/**
 * Makes `watched_guess`: unexplained guesses of no campaign so far. `isCounted` is the first of an account and week: a phone with an
 * old password tries for days, and would make a campaign of one person.
 */
export async function watchGuesses(store: Store): Promise<void> {
  await store.run(sql`create or replace temp table watched_guess as
    select id, account_key, time, isStrange, errorCode = 50034 as isNobody, epoch(time)::bigint // 3600 as hour,
      country, client, network, application || coalesce(' ' || protocol, '') as application,
      row_number() over (partition by account_key, date_trunc('week', time), isStrange order by time, id) = 1 as isCounted
    from judged where outcome = 'wrong' and not isExplained and id not in (select id from sprayed)`);
}

const strange = sql`isStrange and not isNobody`;

/**
 * The streams of `watched_guess`: all that is strange, all at accounts of the tenant, all at others, and each frequent value of a
 * trait. Hours of the series that are `hidden` count as not covered.
 */
export async function streamsOf(store: Store, days: Days, hidden: ReadonlySet<number>): Promise<Stream[]> {
  const eachTrait = (columns: Sql) =>
    join(
      traits.map(
        (trait) =>
          sql`select ${literal(trait)} as trait, ${trusted(trait)} as value, ${columns} from watched_guess where ${strange}`,
      ),
      sql` union all `,
    );
  await store.run(sql`create or replace temp table stream_value as
    select trait, value from (${eachTrait(sql`id`)}) where value <> '' group by trait, value having count(*) >= ${guessesAtLeast}
    qualify row_number() over (partition by trait order by count(*) desc, value) <= ${valuesAtMost}`);
  const values = await store.rows<{ trait: string; value: string }>(sql`from stream_value order by trait, value`);
  const definitions = [
    { name: 'strange', condition: strange, share: 0.4, isStrange: true, isTrait: false },
    { name: 'all', condition: sql`not isNobody`, share: 0.1, isStrange: false, isTrait: false },
    { name: 'nobody', condition: sql`isNobody`, share: 0.1, isStrange: false, isTrait: false },
    ...values.map(({ trait, value }) => ({
      name: `${trait} ${value}`,
      condition: sql`${strange} and ${trusted(trait)} = ${value}`,
      share: 0.4 / values.length,
      isStrange: true,
      isTrait: true,
    })),
  ];
  const counts = await store.rows<{ name: string; hour: number; guesses: number }>(sql`
    select name, hour, count(*) as guesses from (
      select hour, isCounted, unnest(case when isNobody then ['nobody'] when isStrange then ['all', 'strange'] else ['all'] end) as name from watched_guess
      union all
      select hour, isCounted, trait || ' ' || value from (${eachTrait(sql`hour, isCounted`)}) semi join stream_value using (trait, value)
    ) where isCounted group by all`);
  const covered = days.covered.map((part, day) => {
    let seen = 24;
    for (let hour = day * 24; hour < day * 24 + 24; hour += 1) if (hidden.has(hour)) seen -= 1;
    return (part * seen) / 24;
  });
  const hoursOf = new Map(definitions.map(({ name }) => [name, Array.from({ length: covered.length * 24 }, () => 0)]));
  for (const { name, hour, guesses } of counts) {
    const at = hour - days.firstDay * 24;
    const hours = hoursOf.get(name);
    if (hours !== undefined && !hidden.has(at)) hours[at] = guesses;
  }
  return definitions.map((definition) => ({
    ...definition,
    series: { ...days, covered, hours: hoursOf.get(definition.name) ?? [] },
  }));
}
