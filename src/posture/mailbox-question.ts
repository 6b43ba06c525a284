import { sql, type Sql } from '../store/sql.ts';
import { dayOf, someOf } from './application-question.ts';

/** More mailboxes than this are more than a deputy needs. */
export const manyMailboxes = 10;

const idleDays = 90;

/** Objects for a check of rights on mailboxes: who has this right and should have none, or has it on many, and on which. */
export function doubtfulTrustees(right: 'FullAccess' | 'SendAs'): Sql {
  return sql`
    select t.tenantId, t.type, t.id, t.name,
      ${right} || ' on ' || len(t.mailboxes) || case len(t.mailboxes) when 1 then ' mailbox (' else ' mailboxes (' end || ${someOf(sql`t.mailboxes`)} || ')'
        || coalesce(' by group ' || t.groups, '')
        || case when u.accountEnabled = false then ', disabled' else '' end
        || case when u.isTestNamed then ', named like a test account' else '' end
        || case when u.isGuest then ', guest' else '' end
        || case when u.isDormant then coalesce(', last used ' || ${dayOf(sql`u.lastUsed`)}, ', never used') else '' end as because,
      t.file_id, t.record
    from (
      select tenantId, type, id, any_value(name) as name, list(distinct mailbox order by mailbox) as mailboxes, string_agg(distinct viaGroup, ', ') as groups,
        min(file_id) as file_id, arg_min(record, file_id) as record
      from fact_mailbox_permission where "right" = ${right} group by tenantId, type, id
    ) t left join (
      select *, 'user' as kind, coalesce(knowsUse and accountEnabled is distinct from false and (idleDays > ${idleDays} or (lastUsed is null and createdDateTime is null)), false) as isDormant
      from fact_user
    ) u on u.kind = t.type and u.tenantId = t.tenantId and u.id = t.id
    where len(t.mailboxes) > ${manyMailboxes} or u.accountEnabled = false or u.isTestNamed or u.isGuest or u.isDormant`;
}
