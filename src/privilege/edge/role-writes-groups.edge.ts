import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { assignment, ownRole, roleId } from '../example-records.ts';
import { builtInRoleRows, ownRoleRows } from '../rows.ts';

const all = nodeOf('groups', sql`f.tenantId`);
const security = nodeOf('security-groups', sql`f.tenantId`);
const unified = nodeOf('microsoft-365-groups', sql`f.tenantId`);

/** Actions that end in control over members, for all groups or, with `.security` or `.unified`, for some. */
function actions(kind: string): string[] {
  return ['members/update', 'owners/update', 'allProperties/update', 'allProperties/allTasks'].flatMap((action) => [
    `microsoft.directory/groups${kind}/${action}`,
    ...(action === 'members/update' ? [`microsoft.directory/groups${kind}.assignedMembership/${action}`] : []),
  ]);
}

const edge: Edge = {
  edge: 'role-writes-groups',
  title: 'may add members to groups without roles',
  cost: 1,
  why: 'The role changes members or owners of every group of a kind, except groups that can be given directory roles.',
  abuse:
    'The holder adds himself to a group and has what it opens: applications, mailboxes, subscriptions of Azure, exceptions from policies.',
  close: {
    portal:
      'Entra admin center > Identity > Roles & admins > the role > Assignments > remove; give what is sensitive to role-assignable groups only',
    command: 'Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference#groups-administrator',
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference#intune-administrator',
  ],
  rows: sql`
    ${builtInRoleRows(
      all,
      'Directory Writers',
      'Groups Administrator',
      'Identity Governance Administrator',
      'Partner Tier1 Support',
      'Partner Tier2 Support',
      'User Administrator',
    )}
    union all ${builtInRoleRows(security, 'Intune Administrator', 'Knowledge Administrator', 'Knowledge Manager', 'Windows 365 Administrator')}
    union all ${builtInRoleRows(unified, 'Exchange Administrator', 'SharePoint Administrator', 'Teams Administrator', 'Yammer Administrator')}
    union all ${ownRoleRows(all, ...actions(''))}
    union all ${ownRoleRows(security, ...actions('.security'))}
    union all ${ownRoleRows(unified, ...actions('.unified'))}`,
  examples: [
    {
      name: 'roles for all groups and for some; own roles for members and for names',
      records: [
        ownRole('member-keeper', 'Member keeper', 'groups.security.assignedMembership/members/update'),
        ownRole('namer', 'Namer', 'groups/basic/update'),
        assignment('u1', roleId.groupsAdministrator),
        assignment('u2', roleId.intuneAdministrator),
        assignment('u3', roleId.teamsAdministrator),
        assignment('u4', 'member-keeper'),
        assignment('u5', 'namer'),
        assignment('u6', roleId.helpdeskAdministrator),
      ],
      edges: [
        `role:unknown tenant:${roleId.intuneAdministrator} -> security-groups:unknown tenant`,
        `role:unknown tenant:${roleId.teamsAdministrator} -> microsoft-365-groups:unknown tenant`,
        `role:unknown tenant:${roleId.groupsAdministrator} -> groups:unknown tenant`,
        'role:unknown tenant:member-keeper -> security-groups:unknown tenant',
      ],
    },
  ],
};

export default edge;
