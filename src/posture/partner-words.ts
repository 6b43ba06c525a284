import { sql, type Sql } from '../store/sql.ts';

/** Other tenants with `words` for what is trusted of theirs, empty if nothing is. */
export const trustWords: Sql = sql`
  select *, array_to_string(list_filter([case when trustsMfa then 'the second factor' end, case when trustsCompliantDevice then 'compliant devices' end,
    case when trustsHybridJoinedDevice then 'hybrid joined devices' end], lambda w: w is not null), ', ') as words
  from now_partner`;

/** Name of another tenant, as far as the case or we know it; `p` is the row of `now_partner`. */
export const partnerName: Sql = sql`coalesce((select max(t.displayName) from now_tenant t where t.id = p.partner),
  (select max(k.name) from known_tenant k where k.id = p.partner), p.partner)`;
