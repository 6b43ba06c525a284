import { sql } from '../../store/sql.ts';
import type { Edge } from '../edge.ts';

const edge: Edge = {
  edge: 'member-of-group',
  title: 'is a member of the group',
  cost: 0,
  why: 'What is given to a group is given to its members, and to those of the groups in it.',
  abuse: 'Whoever signs in as the member has the roles, permissions and mailboxes of the group at once.',
  close: {
    portal: 'Entra admin center > Groups > All groups > the group > Members > remove',
    command: 'Remove-MgGroupMemberDirectoryObjectByRef -GroupId <group id> -DirectoryObjectId <member id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/entra/fundamentals/concept-learn-about-groups',
    'https://learn.microsoft.com/en-us/graph/api/group-list-members',
  ],
  // Nested groups follow from one edge after the other. A device has no rights of its own here.
  rows: sql`
    select m.tenantId, m.memberId as "from", m.groupId as "to", 'is a direct member' as because, m.file_id, m.record
    from now_group_member m where m.state is distinct from 'eligible' and coalesce(m.memberType not in ('device', 'orgContact'), true)`,
  examples: [
    {
      name: 'a user and a group; a device; one who could become a member',
      records: [
        {
          id: 'g1',
          displayName: 'Tier 0',
          groupTypes: [],
          securityEnabled: true,
          members: [
            { '@odata.type': '#microsoft.graph.user', id: 'u1' },
            { '@odata.type': '#microsoft.graph.group', id: 'g2' },
            { '@odata.type': '#microsoft.graph.device', id: 'd1' },
          ],
        },
        { accessId: 'member', groupId: 'g1', id: 'e1', principalId: 'u2', eligibilityScheduleId: 's1' },
      ],
      edges: ['g2 -> g1', 'u1 -> g1'],
    },
  ],
};

export default edge;
