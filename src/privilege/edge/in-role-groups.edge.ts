import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { group } from '../example-records.ts';

const edge: Edge = {
  edge: 'in-role-groups',
  title: 'reaches the group that can hold roles',
  cost: 0,
  why: 'The group can be given directory roles: who may change such groups may change its members.',
  abuse: 'Somebody is added to the group and has its directory roles.',
  close: {
    portal: 'Entra admin center > Identity > Groups > the group > Roles > remove what is not needed',
    command: 'Get-MgGroup -Filter "isAssignableToRole eq true"',
  },
  references: ['https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/groups-concept'],
  rows: sql`
    select tenantId, ${nodeOf('role-groups', sql`tenantId`)} as "from", id as "to", 'is a group that can hold roles' as because, file_id, record
    from now_group where isAssignableToRole`,
  examples: [
    {
      name: 'a group that can have roles; one that cannot; one of which nobody says it',
      records: [group('g1', { isAssignableToRole: true }), group('g2', { isAssignableToRole: false }), group('g3')],
      edges: ['role-groups:unknown tenant -> g1'],
    },
  ],
};

export default edge;
