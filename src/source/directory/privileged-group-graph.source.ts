import { sql, type Sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { json, text, texts } from '../source.ts';
import { objectFills, principalType } from './object-fill.ts';

/**
 * Graph `identityGovernance/privilegedAccess/group/`: `assignmentScheduleInstances`, `eligibilityScheduleInstances` and the
 * schedules themselves; membership and ownership of groups that is given for a time or can be activated.
 */
export default defineDirectorySource({
  id: 'privileged-group-graph',
  title: 'Members and owners of groups that are managed with PIM, as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/privilegedaccessgroupassignmentscheduleinstance',
  table: 'directory',
  fields: {
    ...texts({
      accessId: 'accessId',
      groupId: 'groupId',
      principalId: 'principalId',
      assignmentType: 'assignmentType',
      assignmentScheduleId: 'assignmentScheduleId',
      status: 'status',
    }),
    principal: json('principal'),
    group: json('group'),
    action: text('action'),
  },
  requires: [['accessId'], ['groupId'], ['principalId']],
  excludes: ['action'],
  fills: [
    {
      table: 'group_member',
      where: (field) => sql`${field.accessId} = 'member' and ${isProvisioned(field.status)}`,
      columns: (field) => ({
        groupId: bare(field.groupId),
        memberId: bare(field.principalId),
        memberType: principalType(field.principal),
        state: stateOf(field.assignmentType, field.assignmentScheduleId),
      }),
    },
    {
      table: 'owner',
      where: (field) => sql`${field.accessId} = 'owner' and ${isProvisioned(field.status)}`,
      columns: (field) => ({
        objectId: bare(field.groupId),
        objectType: sql`'group'`,
        ownerId: bare(field.principalId),
        ownerType: principalType(field.principal),
        state: stateOf(field.assignmentType, field.assignmentScheduleId),
      }),
    },
    ...objectFills('principal'),
    ...objectFills('group'),
  ],
  examples: [
    {
      name: 'a member that activated',
      record: {
        id: 'i1',
        accessId: 'member',
        assignmentScheduleId: 'as1',
        assignmentType: 'activated',
        groupId: 'G1',
        memberType: 'direct',
        principalId: 'U1',
        startDateTime: '2024-01-10T06:00:00Z',
        endDateTime: '2024-01-10T14:00:00Z',
        principal: {
          '@odata.type': '#microsoft.graph.user',
          id: 'U1',
          userPrincipalName: 'nora.lind@frostline.example',
        },
      },
      becomes: {
        group_member: [{ groupId: 'g1', memberId: 'u1', memberType: 'user', state: 'active' }],
        owner: [],
        user: [{ id: 'u1', userPrincipalName: 'nora.lind@frostline.example' }],
      },
    },
    {
      name: 'an eligible owner, by PowerShell',
      record: {
        Id: 'e1',
        AccessId: 'owner',
        EligibilityScheduleId: 'es1',
        GroupId: 'G1',
        MemberType: 'direct',
        PrincipalId: 'U2',
        StartDateTime: '2024-01-10T06:00:00Z',
      },
      becomes: {
        owner: [{ objectId: 'g1', objectType: 'group', ownerId: 'u2', ownerType: null, state: 'eligible' }],
        group_member: [],
      },
    },
    {
      name: 'an eligible member by its schedule',
      record: {
        accessId: 'member',
        groupId: 'G1',
        id: 'es1',
        memberType: 'direct',
        principalId: 'U3',
        scheduleInfo: { startDateTime: '2024-01-10T06:00:00Z', expiration: { type: 'noExpiration' } },
        status: 'Provisioned',
      },
      becomes: { group_member: [{ memberId: 'u3', state: 'eligible' }] },
    },
    {
      name: 'a request is none',
      record: { id: 'r1', accessId: 'member', action: 'selfActivate', groupId: 'G1', principalId: 'U1' },
      becomes: undefined,
    },
  ],
});

/** Only what is held has a type of assignment. */
function stateOf(assignmentType: Sql, assignmentScheduleId: Sql): Sql {
  return sql`case when coalesce(${assignmentType}, ${assignmentScheduleId}) is null then 'eligible' else 'active' end`;
}

function isProvisioned(status: Sql): Sql {
  return sql`lower(coalesce(${status}, 'Provisioned')) = 'provisioned'`;
}
