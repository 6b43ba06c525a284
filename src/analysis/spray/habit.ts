import { join, literal, sql, trusted, type Sql } from '../../store/sql.ts';
import { type Feature, features as allFeatures, keysOf, traced, usualNews } from './feature.ts';

/** More sign-ins of an account than these count as these: who signs in without end may still come from somewhere new. */
const atMost = sql`200.0`;

/** As how many sign-ins of its own an account's knowledge of the other accounts counts. */
const prior = sql`3.0`;

/**
 * Relations for what accounts usually do, from their successful sign-ins: `success` (one row for each account and
 * combination of features, with the first and last time), `habit` (for each account and value), `account_habit` (for each
 * account) and `tenant_habit` (for each value), the last three by feature.
 *
 * `isSettled`: there in the first days of the evidence and still there after as long again. Such a habit is older than the evidence, and counts
 * from its beginning; otherwise everything would be ordinary in the first weeks, when nobody has a past.
 */
export function habits(features: readonly Feature[]): Sql[] {
  const each = features.map(
    ({ name }) => sql`select account_key, ${literal(name)} as feature, ${trusted(`${name}_key`)} as value,
      min(first) as first, max(last) as last, sum(signIns) as signIns
    from success where ${trusted(`${name}_key`)} <> 0 group by all`,
  );
  const settled = sql`first <= beginning and last >= first + settling as isSettled`;
  return [
    sql`create or replace temp table success as
      select account_key, ${keysOf(allFeatures)}, min(time) as first, max(time) as last, count(*) as signIns
      from ${traced(sql`(from plain_attempt where outcome = 'success')`)} group by all`,
    sql`create or replace temp table settling_time as
      select settling, first + settling as beginning from (
        select min(time) as first, least((max(time) - min(time)) / 4, interval 14 days) as settling from attempt
      )`,
    sql`create or replace temp table habit as
      select * exclude (settling, beginning), ${settled} from (${join(each, sql` union all `)}), settling_time`,
    sql`create or replace temp table account_habit as
      select * exclude (settling, beginning), ${settled} from (
        select account_key, feature, min(first) as first, max(last) as last, sum(signIns) as signIns from habit group by all
      ), settling_time`,
    sql`create or replace temp table tenant_habit as
      select feature, value, count(*) as accounts, min(first) as first, bool_or(isSettled) as isSettled from habit group by all`,
  ];
}

/** How many of a habit's sign-ins were before the time of `a`, if they were spread evenly between its first and last. */
const before = (habit: 'h' | 't'): Sql =>
  trusted(`case when ${habit}.isSettled then ${habit}.signIns::double
    when ${habit}.first is null or a.time <= ${habit}.first then 0.0
    when a.time >= ${habit}.last then ${habit}.signIns::double
    else 1 + (${habit}.signIns - 1) * (epoch(a.time) - epoch(${habit}.first)) / (epoch(${habit}.last) - epoch(${habit}.first)) end`);

/**
 * Rows `id`, `score` and `isUnknown` (the account had no success before) for a relation with `id`, `time`, `account_key`
 * and the keys of the features. The score is the logarithm of how much likelier a stranger comes with these values than
 * the account's own user.
 *
 * For a value v: own = (n(v) + k t(v)) / (n + k), stranger = (t(v) + 1/V) / 2, where n counts the account's successes so
 * far and t is how other accounts spread over the values. In t a value that only one account has is not known: what is
 * taken off (1 account from each value) goes to all that were not seen, as 1/V each. With s the sum of log(stranger / own) over
 * the features of a group and e how often people have news of this kind, the group gives -log((1 - e) exp(-s) + e).
 */
export function novelty(features: readonly Feature[], relation: Sql): Sql {
  const long = features.map(
    ({ name }) =>
      sql`select id, time, account_key, ${literal(name)} as feature, ${trusted(`${name}_key`)} as value from ${relation} where ${trusted(`${name}_key`)} <> 0`,
  );
  const constants = features.map(
    ({ name, group, values }) =>
      sql`(${literal(name)}, ${literal(group)}, ${trusted(String(1 / values))}::double, ${trusted(String(1 / usualNews[group]))}::double)`,
  );
  return sql`
    with spread as (
      select f.*, coalesce(s.pairs, 0) as pairs, coalesce(s.fresh, 1) as fresh
      from (values ${join(constants)}) f(feature, kind, chance, news)
      left join (select feature, sum(accounts) as pairs, count(*) / sum(accounts) as fresh from tenant_habit group by feature) s
        on s.feature = f.feature
    ), counted as (
      select a.id, s.kind, s.news, s.chance, ${before('h')} as own, ${before('t')} as everything,
        case when v.first < a.time or v.isSettled then (v.accounts - 1) / s.pairs else 0 end + s.fresh * s.chance as usual
      from (${join(long, sql` union all `)}) a
      join spread s on s.feature = a.feature
      left join habit h on h.account_key = a.account_key and h.feature = a.feature and h.value = a.value
      left join account_habit t on t.account_key = a.account_key and t.feature = a.feature
      left join tenant_habit v on v.feature = a.feature and v.value = a.value
    ), grouped as (
      select id, kind, news, max(everything) as everything,
        sum(ln((usual + chance) / 2) - ln((own * least(1, ${atMost} / greatest(everything, 1)) + ${prior} * usual) / (least(everything, ${atMost}) + ${prior}))) as strangeness
      from counted group by id, kind, news
    )
    select id, max(everything) = 0 as isUnknown, sum(-ln((1 - news) * exp(-strangeness) + news)) as score from grouped group by id`;
}
