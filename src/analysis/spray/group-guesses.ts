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

/**
 * Makes the temporary tables `likeness` (which watched guess has which mark) and `failing_mark` (marks with which hardly
 * anybody gets in). Of these, `isSpraying` are those that failed at {@link accountsAtLeast} accounts or more and at more than
 * four times as many as they let in. In a tenant with many people some marks fail often by chance; such a mark must stand out from what its share of
 * the people would give.
 */
export async function groupGuesses(store: Store): Promise<void> {
  await store.run(sql`create or replace temp table likeness as
    select id, time, account_key, m.kind, m.mark from (select id, time, account_key, unnest(${marks}) as m from judged where ${watched}) where m.mark is not null`);
  await store.run(sql`create or replace temp table failing_mark as
    with failing as (
      select kind, mark, count(distinct account_key) as accounts from likeness group by all having accounts >= ${failingAtLeast}
    ), letting as (
      ${join(
        kinds.map(
          ({ kind, mark, successes = everySuccess }) => sql`
            select ${literal(kind)} as kind, mark, count(distinct account_key) as welcome
            from (select account_key, ${mark} as mark from ${successes}) semi join (select mark from failing where kind = ${literal(kind)}) using (mark)
            group by mark`,
        ),
        sql` union all `,
      )}
    ), size as (
      select (select count(distinct account_key) from success) as people, (select count(*) from judged where ${watched}) as guesses
    ), judged_mark as (
      select kind, mark, accounts, coalesce(welcome, 0) as welcome,
        case when people < 50 then 0 else guesses * (coalesce(welcome, 0) + 0.5) / people end as expected
      from failing left join letting using (kind, mark), size
    )
    select kind, mark, accounts, welcome, expected, deviation, accounts >= ${accountsAtLeast} and accounts > 4 * welcome and deviation > 3.4 as isSpraying
    from (select *, 2 * (sqrt(accounts + 0.375) - sqrt(expected + 0.375)) as deviation from judged_mark)
    where accounts > 2 * welcome and deviation > 2.4`);
}
