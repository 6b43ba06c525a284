import { sql } from '../../store/sql.ts';
import { type Check, needsRoles, needsUsers } from '../check.ts';
import { eligibleRole, roleAssignment, roleId, user } from '../graph-record.ts';

const check: Check = {
  check: 'disabled-accounts-with-roles',
  title: 'No disabled account still holds a directory role',
  lesson: 'forgotten-accounts',
  severity: 'low',
  risk: 'Whoever enables the account again, or takes over the directory that it is synchronised from, has an administrator without giving a role to anybody: the loudest step is spared.',
  incident: 'Rights that outlived their purpose carried the intruder from a test tenant to the mail of the company.',
  references: [
    'https://learn.microsoft.com/en-us/entra/id-governance/privileged-identity-management/pim-create-roles-and-resource-roles-review',
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa24-057a',
  ],
  fix: {
    portal:
      'Entra admin center > Identity governance > Privileged Identity Management > Microsoft Entra roles > Assignments > Remove',
    command: 'Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>',
  },
  needs: [needsUsers, needsRoles],
  objects: sql`
    select u.tenantId, 'user' as type, u.id, u.name,
      'disabled, ' || case when h.state = 'eligible' then 'may activate ' else 'holds ' end || h.roleName || case when h.viaGroup is null then '' else ' by a group' end as because,
      h.file_id, h.record
    from fact_user u join fact_role_holder h on h.tenantId = u.tenantId and h.principalId = u.id where u.accountEnabled = false`,
  examples: [
    {
      name: 'two disabled with roles, one disabled without, one enabled with',
      records: [
        user('u1', { accountEnabled: false }),
        user('u2', { accountEnabled: false }),
        user('u3', { accountEnabled: false }),
        user('u4'),
        roleAssignment('u1', roleId.exchangeAdministrator),
        eligibleRole('u2', roleId.messageCenterReader),
        roleAssignment('u4', roleId.exchangeAdministrator),
      ],
      verdict: 'not-met',
      objects: ['u1', 'u2'],
    },
    {
      name: 'only an enabled one',
      records: [user('u4'), roleAssignment('u4', roleId.exchangeAdministrator)],
      verdict: 'met',
    },
    {
      name: 'users without roles say nothing',
      records: [user('u1', { accountEnabled: false })],
      verdict: 'not-examined',
    },
  ],
};

export default check;
