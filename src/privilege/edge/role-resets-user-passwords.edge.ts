import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { assignment, roleId } from '../example-records.ts';
import { builtInRoleRows } from '../rows.ts';

const edge: Edge = {
  edge: 'role-resets-user-passwords',
  title: 'may reset passwords of users without a role',
  cost: 2,
  why: 'The role resets passwords of everyone who has no directory role and is not in a group that can have one.',
  abuse:
    'The holder resets the password of somebody who owns an application or a mailbox of worth and signs in as him; the user notices that his own no longer works.',
  close: {
    portal:
      'Entra admin center > Identity > Roles & admins > the role > Assignments > remove, or assign it for an administrative unit only',
    command: 'Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/privileged-roles-permissions#who-can-reset-passwords',
  ],
  // Who may also reset some administrators, such as other helpdesks, is not told apart: those lead no further.
  rows: builtInRoleRows(
    nodeOf('ordinary-users', sql`f.tenantId`),
    'Authentication Administrator',
    'Helpdesk Administrator',
    'Password Administrator',
    'User Administrator',
  ),
  examples: [
    {
      name: 'a helpdesk for all; one for an administrative unit only is another role here; who may only read',
      records: [
        assignment('u1', roleId.helpdeskAdministrator),
        assignment('u2', '966707d0-3269-4727-9be2-8c3a10f19b9d', '/administrativeUnits/a1'),
        assignment('u3', roleId.directoryReaders),
      ],
      edges: [`role:unknown tenant:${roleId.helpdeskAdministrator} -> ordinary-users:unknown tenant`],
    },
  ],
};

export default edge;
