import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { assignment, ownRole, roleId } from '../example-records.ts';
import { builtInRoleRows, ownRoleRows } from '../rows.ts';

const consents = 'microsoft.directory/servicePrincipals/managePermissionGrantsForAll.microsoft-';

const edge: Edge = {
  edge: 'role-grants-app-roles',
  title: 'may grant applications the permission for all mail',
  cost: 2,
  why: 'The role consents to application permissions of every resource except Microsoft Graph and Azure AD Graph, so also to full_access_as_app of Exchange Online.',
  abuse:
    'The holder registers an application or takes one that is there, grants it full_access_as_app, and reads every mailbox over Exchange Web Services. The consent stands in the audit log.',
  close: {
    portal:
      'Entra admin center > Identity > Roles & admins > Application Administrator and Cloud Application Administrator > Assignments > remove',
    command: 'Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference#application-administrator',
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/custom-consent-permissions',
  ],
  // To manage assignments of application roles alone is for users and groups; it is the consent that counts.
  rows: sql`
    ${builtInRoleRows(nodeOf('mailboxes', sql`f.tenantId`), 'Application Administrator', 'Cloud Application Administrator')}
    union all ${ownRoleRows(nodeOf('mailboxes', sql`f.tenantId`), `${consents}application-admin`, `${consents}company-admin`)}
    union all ${ownRoleRows(nodeOf('global-admin', sql`f.tenantId`), `${consents}company-admin`)}`,
  examples: [
    {
      name: 'Cloud Application Administrator; own roles that consent to everything, and that only assign users',
      records: [
        ownRole('consenter', 'Consenter', 'servicePrincipals/managePermissionGrantsForAll.microsoft-company-admin'),
        ownRole('assigner', 'Assigner', 'servicePrincipals/appRoleAssignedTo/update'),
        assignment('u1', roleId.cloudApplicationAdministrator),
        assignment('u2', 'consenter'),
        assignment('u3', 'assigner'),
        assignment('u4', roleId.partnerTier1),
      ],
      edges: [
        `role:unknown tenant:${roleId.cloudApplicationAdministrator} -> mailboxes:unknown tenant`,
        'role:unknown tenant:consenter -> global-admin:unknown tenant',
        'role:unknown tenant:consenter -> mailboxes:unknown tenant',
      ],
    },
  ],
};

export default edge;
