import type { CredentialKind } from '../secret/pattern.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/**
 * Makes the credentials anew from all places in the case: one for each value and account. A place that does not say whose the value
 * is belongs to the account that others name, if they name one only.
 *
 * @param kinds everything that is known about the kinds of this and former scans of the case.
 */
export async function settleCredentials(
  store: Store,
  kinds: readonly (CredentialKind & { readonly isGeneric: boolean })[],
): Promise<void> {
  const facts = kinds.map(
    ({ kind, isGeneric, title, system, severity, owner, lifetime, reset, proof, references }) => ({
      kind,
      isGeneric,
      title,
      system,
      severity,
      owner,
      lifetime,
      reset: reset.portal,
      command: reset.command ?? null,
      proof,
      references,
    }),
  );
  const shape = {
    kind: 'VARCHAR',
    isGeneric: 'BOOLEAN',
    title: 'VARCHAR',
    system: 'VARCHAR',
    severity: 'VARCHAR',
    owner: 'VARCHAR',
    lifetime: 'VARCHAR',
    reset: 'VARCHAR',
    command: 'VARCHAR',
    proof: 'VARCHAR',
    references: ['VARCHAR'],
  };
  await store.run(
    sql`delete from credential_kind where kind in (select unnest(from_json(${JSON.stringify(kinds.map(({ kind }) => kind))}, '["VARCHAR"]')))`,
  );
  await store.run(sql`insert into credential_kind by name
    select unnest(k) from (select unnest(from_json(${JSON.stringify(facts)}, ${JSON.stringify([shape])})) as k)`);
  await store.run(sql`create or replace temp table settled_place as
    with owner as (
      select fingerprint, min(lower(account)) as account from secret_place where account is not null
      group by fingerprint having count(distinct lower(account)) = 1
    )
    select p.*, coalesce(lower(p.account), o.account, '') as owner, k.isGeneric, k.severity, k.system as product, m.sent,
      'c' || substring(md5(p.fingerprint || ' ' || coalesce(lower(p.account), o.account, '')), 1, 12) as credential
    from secret_place p left join owner o using (fingerprint) left join credential_kind k using (kind)
    left join message m using (file_id, message)`);
  await store.run(sql`delete from credential`);
  await store.run(sql`insert into credential
    select credential, arg_min(kind, rank), any_value(fingerprint), arg_min(redaction, rank),
      case when count(distinct lower(host)) = 1 then min(host) else arg_min(product, rank) end,
      nullif(any_value(owner), ''), arg_min(severity, rank), min(sent)
    from (
      -- The kind that says most, then the one that most places agree on.
      select *, (isGeneric, -count(*) over (partition by credential, kind), kind) as rank from settled_place
    ) group by credential`);
  await store.run(sql`delete from credential_place`);
  await store.run(sql`insert into credential_place
    select distinct credential, file_id, message, part, start, length from settled_place`);
  await store.run(sql`drop table settled_place`);
}
