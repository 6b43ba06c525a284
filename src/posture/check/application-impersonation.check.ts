import { sql } from '../../store/sql.ts';
import { user } from '../application-record.ts';
import { type Check, exported } from '../check.ts';
import { everybody, managementRole, roleGroup } from '../exchange-record.ts';

/** Organization Management may give the role, and an export of role groups cannot tell that from having it. */
const check: Check = {
  check: 'application-impersonation',
  title: 'Nobody has the role ApplicationImpersonation',
  lesson: 'mailbox-access',
  severity: 'critical',
  risk: 'An account with it opens every mailbox over EWS as if it were the owner, with nothing but its password. Exchange Online has retired the role; where it is still given, it is residue or a server in the own house.',
  incident:
    'Microsoft asks after this intrusion to review who has it: it gives an account what full_access_as_app gives an application.',
  references: [
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
    'https://techcommunity.microsoft.com/t5/exchange-team-blog/retirement-of-rbac-application-impersonation-in-exchange-online/ba-p/4062671',
  ],
  fix: {
    portal: 'Exchange admin center > Roles > Admin roles > the role group > Permissions and Assigned > remove',
    command:
      'Get-ManagementRoleAssignment -Role ApplicationImpersonation -Delegating:$false | Remove-ManagementRoleAssignment   # or Remove-RoleGroupMember <role group> -Member <account>',
  },
  needs: [
    exported('management roles of Exchange (Get-ManagementRoleAssignment or Get-RoleGroup)', 'exchange_assignment'),
  ],
  objects: sql`
    select tenantId, type, id, name,
      'has ApplicationImpersonation over ' || coalesce('scope ' || scope, 'every mailbox') || coalesce(' by role group ' || roleGroup, '')
        || case when type = 'roleGroup' then ', whose members are not in the case' else '' end as because,
      file_id, record
    from fact_exchange_role
    where lower(role) = 'applicationimpersonation' and lower(coalesce(roleGroup, name)) <> 'organization management'`,
  examples: [
    {
      name: 'given to an account, to members of a role group; an empty group and who may give it',
      records: [
        user('svc-backup'),
        user('kim'),
        managementRole('ApplicationImpersonation', 'User', 'svc-backup'),
        managementRole('ApplicationImpersonation', 'RoleGroup', 'Migration'),
        roleGroup('Migration', ['ApplicationImpersonation'], ['kim']),
        roleGroup('Hygiene', ['ApplicationImpersonation'], []),
        roleGroup('Organization Management', ['ApplicationImpersonation', 'Role Management'], ['kim']),
        managementRole('Mailbox Search', 'User', 'kim'),
      ],
      verdict: 'not-met',
      objects: ['kim', 'svc-backup'],
    },
    {
      name: 'a role group whose members were not exported',
      records: [roleGroup('Migration', ['ApplicationImpersonation'], [])],
      verdict: 'not-met',
      objects: ['migration'],
    },
    { name: 'other roles', records: [everybody, managementRole('Mailbox Search', 'User', 'kim')], verdict: 'met' },
    { name: 'roles are not there', records: [user('svc-backup')], verdict: 'not-examined' },
  ],
};

export default check;
