import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { assignment, roleId } from '../example-records.ts';
import { builtInRoleRows } from '../rows.ts';

const edge: Edge = {
  edge: 'role-of-partner',
  title: 'has a hidden role for partners',
  cost: 1,
  why: 'The two roles for resellers are not shown in the portal. The second resets passwords of all, Global Administrators too, and assigns every directory role; the first resets those of users without a role.',
  abuse: 'The holder assigns himself Global Administrator, or resets the password of whom he wants to be.',
  close: {
    portal:
      'Not shown in the portal; Microsoft 365 admin center > Settings > Partner relationships > remove what is not needed',
    command:
      'Get-MgRoleManagementDirectoryRoleAssignment -Filter "roleDefinitionId eq \'e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8\'"',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/permissions-reference#partner-tier2-support',
  ],
  rows: sql`
    select *, null::integer as cost from (${builtInRoleRows(nodeOf('global-admin', sql`f.tenantId`), 'Partner Tier2 Support')})
    union all select *, 2 from (${builtInRoleRows(nodeOf('users', sql`f.tenantId`), 'Partner Tier2 Support')})
    union all select *, 2 from (${builtInRoleRows(nodeOf('ordinary-users', sql`f.tenantId`), 'Partner Tier1 Support')})`,
  examples: [
    {
      name: 'both of them, and a helpdesk of the tenant',
      records: [
        assignment('u1', roleId.partnerTier1),
        assignment('u2', roleId.partnerTier2),
        assignment('u3', roleId.helpdeskAdministrator),
      ],
      edges: [
        `role:unknown tenant:${roleId.partnerTier1} -> ordinary-users:unknown tenant`,
        `role:unknown tenant:${roleId.partnerTier2} -> global-admin:unknown tenant`,
        `role:unknown tenant:${roleId.partnerTier2} -> users:unknown tenant`,
      ],
    },
  ],
};

export default edge;
