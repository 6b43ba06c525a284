import { sql } from '../../store/sql.ts';
import type { Fact } from './fact.ts';

const methods = sql`('sms', 'voice', 'email', 'microsoftauthenticator', 'temporaryaccesspass', 'fido2', 'softwareoath', 'hardwareoath', 'x509certificate', 'qrcodepin')`;

/** Which authentication methods a tenant allows. */
export const methodFacts: readonly Fact[] = [
  {
    // Settings of each method by its name in lower case, whether it was exported by itself or within the policy.
    name: 'fact_method_setting',
    isView: true,
    query: sql`
      select tenantId, object as method, path, value, file_id, record from now_setting where policy = 'authenticationMethodConfiguration'
      union all
      select tenantId, split_part(path, '.', 1), substr(path, length(split_part(path, '.', 1)) + 2), value, file_id, record
      from now_setting where policy = 'authenticationMethodsPolicy' and split_part(path, '.', 1) in ${methods}`,
  },
  {
    // Methods that may be used, with whom they are for: `all_users` or ids of groups.
    name: 'fact_method',
    query: sql`
      select tenantId, method, lower(max(value) filter (where path = 'state')) = 'enabled' as isEnabled,
        coalesce(list(distinct value) filter (where regexp_full_match(path, 'includetargets\\[\\d+\\]\\.id')), []) as targets,
        max(value) filter (where path = 'isusableonce') as isUsableOnce, try_cast(max(value) filter (where path = 'maximumlifetimeinminutes') as bigint) as maximumLifetime,
        min(file_id) as file_id, arg_min(record, file_id * 1e12 + record) as record
      from fact_method_setting group by tenantId, method`,
  },
];
