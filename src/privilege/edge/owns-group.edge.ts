import type { Edge } from '../edge.ts';
import { groupOwnerRows } from '../group-owner.ts';

const edge: Edge = {
  edge: 'owns-group',
  title: 'owns the group',
  cost: 1,
  why: 'An owner of a group decides who is in it, also where the group can hold directory roles.',
  abuse:
    'The owner adds himself or an account of his to the group and has all that it has. No administrator takes part.',
  close: {
    portal: 'Entra admin center > Groups > All groups > the group > Owners > remove',
    command: 'Remove-MgGroupOwnerDirectoryObjectByRef -GroupId <group id> -DirectoryObjectId <owner id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/fundamentals/users-default-permissions',
    'https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/groups-concept',
    'https://learn.microsoft.com/en-us/graph/api/resources/groups-overview',
  ],
  rows: groupOwnerRows('active', 1, 'is an owner of it'),
  examples: [
    {
      name: 'two groups with rights; a rule, a sync, mail only, a mail-enabled one, an application without a permission',
      records: [
        group('g1', { isAssignableToRole: true }),
        group('g2', { groupTypes: ['Unified'], mailEnabled: true }),
        group('g3', { groupTypes: ['DynamicMembership'], membershipRule: 'user.department -eq "IT"' }),
        group('g4', { onPremisesSyncEnabled: true }),
        group('g5', { groupTypes: ['Unified'], mailEnabled: true, securityEnabled: false }),
        group('g6', { mailEnabled: true }),
        group('g7', { owners: [{ '@odata.type': '#microsoft.graph.servicePrincipal', id: 'p1' }] }),
      ],
      edges: ['u1 -> g1', 'u1 -> g2'],
    },
    {
      name: 'an application that may change its groups, but not those with roles',
      records: [
        group('g1', { owners: [{ '@odata.type': '#microsoft.graph.servicePrincipal', id: 'p1' }] }),
        group('g2', {
          isAssignableToRole: true,
          owners: [{ '@odata.type': '#microsoft.graph.servicePrincipal', id: 'p1' }],
        }),
        {
          id: 'r1',
          appId: '00000003-0000-0000-c000-000000000000',
          displayName: 'Microsoft Graph',
          servicePrincipalType: 'Application',
        },
        {
          id: 'x',
          appRoleId: 'bf7b1a76-6e77-406b-b258-bf5c7720e98f',
          principalId: 'p1',
          principalType: 'ServicePrincipal',
          resourceId: 'r1',
          value: 'Group.Create',
        },
        {
          id: 'y',
          appRoleId: '62a82d76-70ea-41e2-9197-370581804d09',
          principalId: 'p1',
          principalType: 'ServicePrincipal',
          resourceId: 'r1',
        },
      ],
      edges: ['p1 -> g1'],
    },
  ],
};

function group(id: string, more: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const owners = [{ '@odata.type': '#microsoft.graph.user', id: 'u1' }];
  return { id, displayName: id, groupTypes: [], securityEnabled: true, mailEnabled: false, owners, ...more };
}

export default edge;
