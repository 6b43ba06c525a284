import { sql } from '../../store/sql.ts';
import type { Edge } from '../edge.ts';

const edge: Edge = {
  edge: 'eligible-member-of-group',
  title: 'may become a member of the group',
  cost: 2,
  why: 'PIM for groups lets an eligible member activate the membership by himself, unless somebody has to approve.',
  abuse:
    'Whoever signs in as the eligible member activates the membership, which is logged and may send mail, and has all that the group has.',
  close: {
    portal:
      'Entra admin center > ID Governance > Privileged Identity Management > Groups > the group > Assignments > remove',
    command:
      'New-MgIdentityGovernancePrivilegedAccessGroupEligibilityScheduleRequest -AccessId member -Action adminRemove -GroupId <group id> -PrincipalId <member id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/id-governance/privileged-identity-management/concept-pim-for-groups',
  ],
  // Who activated it is an active member, too.
  rows: sql`
    select m.tenantId, m.memberId as "from", m.groupId as "to", 'is an eligible member' as because, m.file_id, m.record
    from now_group_member m where m.state = 'eligible'`,
  examples: [
    {
      name: 'a member by eligibility; one for good; an eligible owner',
      records: [
        { accessId: 'member', groupId: 'g1', id: 'e1', principalId: 'u1', eligibilityScheduleId: 's1' },
        {
          accessId: 'member',
          groupId: 'g1',
          id: 'e2',
          principalId: 'u2',
          assignmentScheduleId: 's2',
          assignmentType: 'assigned',
        },
        { accessId: 'owner', groupId: 'g1', id: 'e3', principalId: 'u3', eligibilityScheduleId: 's3' },
      ],
      edges: ['u1 -> g1'],
    },
  ],
};

export default edge;
