import { sql, type Sql } from '../store/sql.ts';

/**
 * The policy as the object, where one of its settings breaks a rule.
 *
 * @param breaks condition on `value`, which is in lower case and may be null.
 * @param because SQL for the clause; it may use `value` too.
 */
export function policyObject(policy: string, name: string, path: string, breaks: Sql, because: Sql): Sql {
  return sql`
    select tenantId, 'policy' as type, ${policy} as id, ${name} as name, ${because} as because, file_id, record
    from (select tenantId, path, lower(value) as value, file_id, record from now_setting where policy = ${policy} and path = ${path.toLowerCase()})
    where ${breaks}`;
}
