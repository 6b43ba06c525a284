import { join, literal, sql, type Sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

export const accountsAtLeast = 5;

/** So many are no spray yet, but enough to doubt a success that looks like them. */
const failingAtLeast = 3;

/**
 * Ways in which guesses can have something in common: `mark` is a number that is the same for the same value. What `success`
 * has is read from there; it is smaller than all attempts.
 */
const kinds: readonly { readonly kind: string; readonly mark: Sql; readonly successes?: Sql }[] = [
  { kind: 'agent', mark: sql`case when userAgent <> '' then hash(userAgent, application_key, protocol_key) end` },
  { kind: 'any application', mark: sql`case when userAgent <> '' then hash(userAgent) end` },
  {
    kind: 'client',
    mark: sql`case when client_key <> 0 then hash(client_key, application_key, protocol_key) end`,
    successes: sql`success`,
  },
  {
    kind: 'application',
    mark: sql`case when application_key <> 0 then hash(application_key, protocol_key) end`,
    successes: sql`success`,
  },
  { kind: 'address', mark: sql`case when ip is not null then address_key end` },
  { kind: 'network', mark: sql`case when network_key <> 0 then network_key end`, successes: sql`success` },
];
const everySuccess = sql`(select * from plain_attempt where outcome = 'success')`;

/** All marks of an attempt as a list of structs `kind`, `mark`; a mark may be null. */
export const marks = sql`[${join(kinds.map(({ kind, mark }) => sql`{'kind': ${literal(kind)}, 'mark': ${mark}}`))}]`;

/** Guesses that nobody explained, at accounts to which they are strange or of which no habit is known. */
const watched = sql`outcome = 'wrong' and not isExplained and (isStrange or isUnknown)`;

/** Marks by chance in a case of any length that nobody sprays, over all kinds. */
const falseMarks = 0.05;

/** So many of the largest marks of a kind may be sprays, and do not tell what is usual. */
const spraysAtMost = sql`6`;

/** With fewer people nothing is known of what is usual. */
const peopleAtLeast = sql`50`;

/** How rarely chance gives so many where `expected` are usual: the logarithm of a bound for it, without its sign (Chernoff, for counts). */
const surpriseOf = (count: Sql, expected: Sql): Sql =>
  sql`case when ${count} > ${expected} then ${count} * ln(${count} / ${expected}) - ${count} + ${expected} else 0 end`;

/** Standard deviations of a normal distribution above which chance comes as often. Source: Abramowitz and Stegun 26.2.23. */
const deviationsOf = (surprise: Sql): Sql => sql`(with t as (select sqrt(2 * greatest(${surprise}, 0.7)) as t)
  select t - (2.515517 + 0.802853 * t + 0.010328 * t ** 2) / (1 + 1.432788 * t + 0.189269 * t ** 2 + 0.001308 * t ** 3) from t)`;

/**
 * Makes the temporary tables `likeness` (which watched guess has which mark) and `failing_mark` (marks with which hardly
 * anybody gets in, and why they are no chance). Of these, `isSpraying` are those that failed at {@link accountsAtLeast} accounts or more
 * and at more than four times as many as they let in. In a tenant with many people some marks fail often by chance: such a mark must stand out
 * from what its share of the people would give, and from the other marks of its kind with which nobody gets in.
 */
export async function groupGuesses(store: Store): Promise<void> {
  await store.run(sql`create or replace temp table likeness as
    select id, time, account_key, m.kind, m.mark from (select id, time, account_key, unnest(${marks}) as m from judged where ${watched}) where m.mark is not null`);
  await store.run(sql`create or replace temp table mark_size as
    select kind, mark, count(distinct account_key) as accounts from likeness group by all`);
  const ofSuccesses = (columns: Sql, chosen: Sql, rest: Sql) =>
    join(
      kinds.map(
        ({ kind, mark, successes = everySuccess }) => sql`
          select ${literal(kind)} as kind, mark, ${columns}
          from (select account_key, ${mark} as mark from ${successes}) semi join (select mark from ${chosen} where kind = ${literal(kind)}) using (mark)
          ${rest}`,
      ),
      sql` union all `,
    );
  // `further`: of marks with which nobody gets in, the chance that one which failed at so many accounts failed at one more.
  await store.run(sql`create or replace temp table mark_kind as
    with welcome as (${ofSuccesses(sql`true as isWelcome`, sql`mark_size`, sql`group by mark`)}),
    unwelcome as (
      select kind, greatest((count(*) filter (accounts >= 2) + 0.3) / (count(*) + 2),
        (greatest(count(*) filter (accounts >= 5) - ${spraysAtMost}, 0) / count(*)) ** 0.25) as further
      from mark_size anti join welcome using (kind, mark) group by kind
    ), size as (
      select count(distinct account_key) as people from success
    )
    select kind, people, sum(accounts) as failures, coalesce(any_value(further), 0.15) as further, ln(count(*) * ${kinds.length} / ${falseMarks}) as needed
    from mark_size left join unwelcome using (kind), size group by kind, people`);
  await store.run(sql`create or replace temp table failing_mark as
    with failing as (
      from mark_size where accounts >= ${failingAtLeast}
    ), letting as (
      ${ofSuccesses(sql`count(distinct account_key) as welcome`, sql`failing`, sql`group by mark`)}
    ), judged_mark as (
      select kind, mark, accounts, coalesce(welcome, 0) as welcome, k.* exclude kind, people >= ${peopleAtLeast} as isTested,
        greatest(failures - accounts, 1) / greatest(people, 1) * (coalesce(welcome, 0) + 0.5) as share
      from failing join mark_kind k using (kind) left join letting using (kind, mark)
    ), surprising as (
      select *, least(${surpriseOf(sql`accounts`, sql`share`)}, (accounts - 1) * -ln(further)) as surprise from judged_mark
    )
    select kind, mark, accounts, welcome, case when isTested then greatest(share, 1 / (1 - further)) else 0 end as expected, deviation,
      accounts >= ${accountsAtLeast} and accounts > 4 * welcome and (not isTested or surprise > needed) as isSpraying
    from (select *, ${deviationsOf(sql`surprise`)} as deviation from surprising)
    where accounts > 2 * welcome and (not isTested or deviation > 2.4)`);
}

/** At how many accounts a user agent that nobody gets in with must fail to be told; infinite if no number is enough. */
export async function accountsNeeded(store: Store): Promise<number> {
  const { isTested, accounts } = await store.row<{ isTested: boolean | null; accounts: number | null }>(sql`
    select bool_or(people >= ${peopleAtLeast}) as isTested,
      min(accounts) filter ((accounts - 1) * -ln(further) > needed and ${surpriseOf(sql`accounts`, sql`(0.5 * failures / greatest(people, 1))`)} > needed) as accounts
    from mark_kind, range(${accountsAtLeast}, 10000) r(accounts) where kind = 'agent'`);
  return isTested === true ? (accounts ?? Infinity) : accountsAtLeast;
}
