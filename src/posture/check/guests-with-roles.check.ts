import { sql } from '../../store/sql.ts';
import { type Check, needsRoles, needsUsers } from '../check.ts';
import { eligibleRole, guest, roleAssignment, roleId, user } from '../graph-record.ts';

const check: Check = {
  check: 'guests-with-roles',
  title: 'No guest holds a directory role',
  lesson: 'privileged-roles',
  severity: 'high',
  risk: 'Another tenant decides how such an administrator signs in, whether he is still employed, and who resets his password.',
  incident: 'What was weak in one tenant became power in another.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/best-practices',
    'https://learn.microsoft.com/en-us/entra/architecture/9-secure-access-teams-sharepoint',
  ],
  fix: {
    portal:
      'Entra admin center > Users > the guest > Assigned roles > Remove assignments; who works here as administrator gets an account here',
    command: 'Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>',
  },
  needs: [needsUsers, needsRoles],
  objects: sql`
    select u.tenantId, 'user' as type, u.id, u.name, 'guest, ' || case when h.state = 'eligible' then 'may activate ' else 'holds ' end || h.roleName
      || case when h.viaGroup is null then '' else ' by a group' end || case when u.accountEnabled = false then ' (disabled)' else '' end as because, h.file_id, h.record
    from fact_user u join fact_role_holder h on h.tenantId = u.tenantId and h.principalId = u.id where u.isGuest`,
  examples: [
    {
      name: 'a guest with a role, one who may activate one, one without; a member',
      records: [
        guest('g1'),
        guest('g2'),
        guest('g3'),
        user('u1'),
        roleAssignment('g1', roleId.directoryReaders),
        eligibleRole('g2', roleId.globalAdministrator),
        roleAssignment('u1', roleId.globalAdministrator),
      ],
      verdict: 'not-met',
      objects: ['g1', 'g2'],
    },
    {
      name: 'a guest without a role',
      records: [guest('g3'), user('u1'), roleAssignment('u1', roleId.globalAdministrator)],
      verdict: 'met',
    },
    { name: 'guests without roles exported say nothing', records: [guest('g1')], verdict: 'not-examined' },
  ],
};

export default check;
