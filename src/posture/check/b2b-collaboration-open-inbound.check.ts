import { sql } from '../../store/sql.ts';
import { type Check, exported } from '../check.ts';
import { b2bAccess, crossTenantAccess } from '../graph-record.ts';

const check: Check = {
  check: 'b2b-collaboration-open-inbound',
  title: 'Not everybody of every tenant may come in',
  lesson: 'tenant-trust',
  severity: 'low',
  risk: 'Any account of any tenant can be invited, and reaches every application that it is given. An intruder invites his own to stay.',
  incident: 'Accounts of one tenant had rights in another. Who may come from where had never been decided.',
  references: [
    'https://learn.microsoft.com/en-us/entra/external-id/cross-tenant-access-settings-b2b-collaboration',
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
  ],
  fix: {
    portal:
      'Entra admin center > External Identities > Cross-tenant access settings > Default settings > Inbound access > B2B collaboration: Block access; allow single tenants under Organizational settings',
    command:
      "Update-MgPolicyCrossTenantAccessPolicyDefault -B2BCollaborationInbound @{ UsersAndGroups = @{ AccessType = 'blocked'; Targets = @(@{ Target = 'AllUsers'; TargetType = 'user' }) }; Applications = @{ AccessType = 'blocked'; Targets = @(@{ Target = 'AllApplications'; TargetType = 'application' }) } }",
  },
  needs: [exported('default settings of cross-tenant access', 'partner', sql`partner = 'default'`)],
  objects: sql`
    select tenantId, 'policy' as type, 'default' as id, 'Default of cross-tenant access' as name, unnest(list_filter([
        case when collaborationInbound = 'allowed' then 'users of every tenant may be guests'
          || case when list_contains(collaborationInboundApplications, 'AllApplications') then ' at all applications' else '' end end,
        case when directConnectInbound = 'allowed' then 'users of every tenant may reach shared channels' end
      ], lambda f: f is not null)) as because, file_id, record
    from now_partner where partner = 'default' and (directConnectInbound = 'allowed' or (collaborationInbound = 'allowed'
      and (len(coalesce(collaborationInboundUsers, [])) = 0 or list_contains(collaborationInboundUsers, 'AllUsers'))))`,
  examples: [
    {
      name: 'open for all',
      records: [crossTenantAccess(undefined, { b2bCollaborationInbound: b2bAccess('allowed') })],
      verdict: 'not-met',
      objects: ['default'],
    },
    {
      name: 'open for one tenant',
      records: [
        crossTenantAccess(undefined),
        crossTenantAccess('t2', { b2bCollaborationInbound: b2bAccess('allowed') }),
      ],
      verdict: 'met',
    },
    { name: 'a partner without the default', records: [crossTenantAccess('t2')], verdict: 'not-examined' },
  ],
};

export default check;
