import { sql } from '../../store/sql.ts';
import type { Check, Need } from '../check.ts';
import { eligibleRole, roleAssignment, roleId, user } from '../graph-record.ts';
import { needsAdministrators } from '../role-policy.ts';

const immutable = sql`policy = 'privilegedUser' and path = 'onpremisesimmutableid'`;

/** Graph has null for who is only in the cloud. So an export of users counts if it says it of somebody, or if the tenant has no synchronisation at all. */
const needsOrigin: Need = {
  what: 'users with where they come from (onPremisesSyncEnabled)',
  tenants: sql`select tenantId from now_user where onPremisesSyncEnabled is not null
    union select tenantId from now_setting where (${immutable}) or (policy = 'organization' and path = 'onpremisessyncenabled' and coalesce(lower(value), 'false') <> 'true')`,
};

const check: Check = {
  check: 'administrators-synchronised',
  title: 'No administrator is synchronised from a directory on the premises',
  lesson: 'privileged-roles',
  severity: 'high',
  risk: 'Whoever takes over the servers of the company sets the password of such an account there, and is an administrator in the cloud.',
  incident:
    'In the years before, the same group came from networks on the premises into the cloud of its victims in this way.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/architecture/protect-m365-from-on-premises-attacks',
  ],
  scuba: ['MS.AAD.7.3'],
  fix: {
    portal:
      'Entra admin center > Users > New user: an account in the cloud only for the administrator; then take the roles from the synchronised one',
    command:
      'New-MgUser -DisplayName <name> -UserPrincipalName <name>@<tenant>.onmicrosoft.com -AccountEnabled -MailNickname <name> -PasswordProfile @{ Password = <password> }',
  },
  needs: [needsAdministrators, needsOrigin],
  objects: sql`
    select a.tenantId, 'user' as type, a.id, coalesce(u.name, a.id) as name,
      'synchronised, ' || case when a.isActive then 'holds ' else 'may activate ' end || array_to_string(a.roles, ', ') as because, a.file_id, a.record
    from fact_admin a left join fact_user u on u.tenantId = a.tenantId and u.id = a.id
    where u.onPremisesSyncEnabled or exists (select 1 from now_setting s where s.tenantId = a.tenantId and s.object = a.id and ${immutable} and s.value is not null)`,
  examples: [
    {
      name: 'two administrators that are synchronised, one in the cloud only, a synchronised user',
      records: [
        user('u1', { onPremisesSyncEnabled: true }),
        user('u2', { onPremisesSyncEnabled: true }),
        user('u3', { onPremisesSyncEnabled: null }),
        user('u4', { onPremisesSyncEnabled: true }),
        roleAssignment('u1', roleId.globalAdministrator),
        eligibleRole('u2', roleId.exchangeAdministrator),
        roleAssignment('u3', roleId.globalAdministrator),
        roleAssignment('u4', roleId.messageCenterReader),
      ],
      verdict: 'not-met',
      objects: ['u1', 'u2'],
    },
    {
      name: 'one in the cloud only, others synchronised',
      records: [
        user('u3', { onPremisesSyncEnabled: null }),
        user('u4', { onPremisesSyncEnabled: true }),
        roleAssignment('u3', roleId.globalAdministrator),
      ],
      verdict: 'met',
    },
    {
      name: 'users that do not say where they come from',
      records: [user('u1'), roleAssignment('u1', roleId.globalAdministrator)],
      verdict: 'not-examined',
    },
  ],
};

export default check;
