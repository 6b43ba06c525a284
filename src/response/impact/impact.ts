import { sql } from '../../store/sql.ts';
import type { JournalPlace } from '../journal/append.ts';
import { layStates } from '../register/state-table.ts';

/** What one credential puts at risk. Times are ISO 8601 in UTC. */
export type CredentialImpact = {
  id: string;
  kind: string;
  system: string;
  account: string | null;
  severity: string;
  state: string;
  /** Of `respond verify`; null if it has not been asked. */
  verdict: string | null;
  messages: number;
  /** Messages with it that are known to be stolen. */
  exposedMessages: number;
  firstSent: string | null;
  /** People who sent or got one of its messages, and the domains that they are of. */
  people: number;
  domains: string[];
  /** Accounts and applications of the tenant that it signs in as. */
  identities: string[];
  /** Directory roles and powerful permissions of those; empty also if no directory is in the case. */
  powers: string[];
};

/** Credentials of one system, or in the mail with one correspondent, together. */
export type GroupImpact = {
  name: string;
  credentials: number;
  /** Neither verified nor dismissed. */
  open: number;
  worst: string;
  kinds: string[];
  messages: number;
  exposedMessages: number;
  firstSent: string | null;
};

export interface Impact {
  readonly credentials: readonly CredentialImpact[];
  readonly systems: readonly GroupImpact[];
  readonly correspondents: readonly GroupImpact[];
}

/**
 * What the credentials in the mail put at risk: each by itself, by the system that takes it, and by the organization that the mail was
 * with. Call after `describeDirectory` and `findIdentities`.
 */
export async function assessImpact(place: JournalPlace): Promise<Impact> {
  const { store } = place;
  await layStates(place);
  await store.run(sql`create or replace temp table impact_place as
    select distinct p.credential, p.file_id, p.message, x.message is not null as isExposed, m.sent, list_concat([m.sender], m.recipients) as people
    from credential_place p left join (select distinct file_id, message from exposed_message) x using (file_id, message) left join message m using (file_id, message)`);
  await store.run(sql`create or replace temp table impact as
    select c.id, c.kind, c.system, c.account, c.severity, coalesce(s.state, 'found') as state, v.verdict, count(*) as messages,
      count(*) filter (where p.isExposed) as "exposedMessages", iso(c.firstSent) as "firstSent",
      list_sort(list_distinct(list_filter(flatten(list(coalesce(p.people, []))), lambda a: a is not null and a <> ''))) as who
    from credential c join impact_place p on p.credential = c.id left join credential_state s on s.credential = c.id left join credential_proof v on v.credential = c.id
    group by all`);
  const credentials = await store.rows<CredentialImpact>(sql`
    with power as (
      select i.credential, list_sort(list(distinct i.type || ' ' || i.id)) as identities,
        list_sort(list_distinct(list_concat(coalesce(list(distinct r.roleName) filter (where r.roleName is not null), []),
          coalesce(list(distinct f.value) filter (where f.value is not null and len(f.power) > 0), [])))) as powers
      from credential_identity i
      left join fact_role_holder r on lower(r.principalId) = i.objectId
      left join (select p.id, lower(p.appId) as appId, f.value, f.power from fact_permission f join now_service_principal p on p.tenantId = f.tenantId and p.id = f.principalId) f
        on i.type = 'application' and f.appId = i.id
      group by i.credential
    )
    select i.* exclude (who), len(who) as people, list_sort(list_distinct(list_transform(who, lambda a: split_part(a, '@', -1)))) as domains,
      coalesce(p.identities, []) as identities, coalesce(p.powers, []) as powers
    from impact i left join power p on p.credential = i.id
    order by list_position(['critical', 'high', 'medium', 'low'], severity), "firstSent" nulls last, id`);
  const group = sql`count(distinct i.id) as credentials, count(distinct i.id) filter (where state not in ('verified', 'dismissed')) as open,
    ['critical', 'high', 'medium', 'low'][min(list_position(['critical', 'high', 'medium', 'low'], severity))] as worst, list_sort(list(distinct kind)) as kinds,
    count(distinct (p.file_id, p.message)) as messages, count(distinct (p.file_id, p.message)) filter (where p.isExposed) as "exposedMessages", min("firstSent") as "firstSent"`;
  const systems = await store.rows<GroupImpact>(sql`
    select system as name, ${group} from impact i join impact_place p on p.credential = i.id group by system order by credentials desc, name`);
  const correspondents = await store.rows<GroupImpact>(sql`
    select domain as name, ${group} from (
      select distinct credential, file_id, message, isExposed, split_part(unnest(people), '@', -1) as domain from impact_place
    ) p join impact i on i.id = p.credential where domain <> '' group by domain order by credentials desc, name`);
  return { credentials, systems, correspondents };
}
