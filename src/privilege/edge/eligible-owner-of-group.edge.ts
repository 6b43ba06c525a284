import type { Edge } from '../edge.ts';
import { groupOwnerRows } from '../group-owner.ts';

const edge: Edge = {
  edge: 'eligible-owner-of-group',
  title: 'may become an owner of the group',
  cost: 2,
  why: 'PIM for groups lets an eligible owner activate the ownership by himself, unless somebody has to approve; then he decides who is in the group.',
  abuse:
    'Whoever signs in as the eligible owner activates the ownership, adds himself to the group and has all that it has, also after the ownership has run out.',
  close: {
    portal:
      'Entra admin center > ID Governance > Privileged Identity Management > Groups > the group > Assignments > remove',
    command:
      'New-MgIdentityGovernancePrivilegedAccessGroupEligibilityScheduleRequest -AccessId owner -Action adminRemove -GroupId <group id> -PrincipalId <owner id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/id-governance/privileged-identity-management/concept-pim-for-groups',
  ],
  rows: groupOwnerRows('eligible', 2, 'is an eligible owner'),
  examples: [
    {
      name: 'an owner by eligibility; one for good; an eligible member',
      records: [
        { id: 'g1', displayName: 'Tier 0', groupTypes: [], securityEnabled: true, mailEnabled: false },
        { accessId: 'owner', groupId: 'g1', id: 'e1', principalId: 'u1', eligibilityScheduleId: 's1' },
        {
          accessId: 'owner',
          groupId: 'g1',
          id: 'e2',
          principalId: 'u2',
          assignmentScheduleId: 's2',
          assignmentType: 'assigned',
        },
        { accessId: 'member', groupId: 'g1', id: 'e3', principalId: 'u3', eligibilityScheduleId: 's3' },
      ],
      edges: ['u1 -> g1'],
    },
  ],
};

export default edge;
