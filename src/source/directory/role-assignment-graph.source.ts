import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource, moment } from '../directory-source.ts';
import { json, sameNamed, text, texts } from '../source.ts';
import { objectFills, principalType } from './object-fill.ts';

/**
 * Graph `roleManagement/directory/`: `roleAssignments`, `roleAssignmentSchedules`, `roleAssignmentScheduleInstances`,
 * `roleEligibilitySchedules` and `roleEligibilityScheduleInstances`, also with `principal` or `roleDefinition` expanded.
 *
 * An instance of an eligible role names the schedule that it comes from. A schedule does not, but only one of an active role says
 * how it was assigned.
 */
export default defineDirectorySource({
  id: 'role-assignment-graph',
  title: 'Directory roles that principals hold or may activate, as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/unifiedroleassignment',
  table: 'directory',
  fields: {
    ...texts({
      principalId: 'principalId',
      roleDefinitionId: 'roleDefinitionId',
      roleName: 'roleDefinition/displayName',
      directoryScopeId: 'directoryScopeId',
      appScopeId: 'appScopeId',
      resourceScope: 'resourceScope',
      assignmentType: 'assignmentType',
      memberType: 'memberType',
      status: 'status',
      startDateTime: 'startDateTime',
      endDateTime: 'endDateTime',
      scheduledStart: 'scheduleInfo/startDateTime',
      scheduledEnd: 'scheduleInfo/expiration/endDateTime',
      eligibilityScheduleId: 'roleEligibilityScheduleId',
    }),
    scheduleInfo: json('scheduleInfo'),
    principal: json('principal'),
    action: text('action'),
    endUserApproval: text('endUserAssignmentRequiresApproval'),
  },
  requires: [['principalId'], ['roleDefinitionId'], ['directoryScopeId', 'appScopeId', 'resourceScope']],
  // A request has an action; it may never have been granted.
  excludes: ['action', 'endUserApproval'],
  fills: [
    {
      table: 'role_assignment',
      where: (field) =>
        sql`coalesce(${field.status}, '') not in ('Revoked', 'Canceled', 'Denied', 'AdminDenied', 'Failed', 'TimedOut')`,
      columns: (field) => ({
        ...sameNamed(field, ['roleName', 'assignmentType', 'memberType']),
        principalId: bare(field.principalId),
        roleId: bare(field.roleDefinitionId),
        scope: bare(sql`coalesce(${field.directoryScopeId}, ${field.appScopeId}, ${field.resourceScope})`),
        state: sql`case when ${field.eligibilityScheduleId} is not null
          or (${field.scheduleInfo} is not null and ${field.assignmentType} is null) then 'eligible' else 'active' end`,
        startDateTime: moment(sql`coalesce(${field.startDateTime}, ${field.scheduledStart})`),
        endDateTime: moment(sql`coalesce(${field.endDateTime}, ${field.scheduledEnd})`),
        principalType: principalType(field.principal),
      }),
    },
    ...objectFills('principal'),
  ],
  examples: [
    {
      name: 'an assignment with its principal',
      record: {
        id: 'ra1',
        principalId: 'U1',
        roleDefinitionId: '62E90394-69F5-4237-9190-012177145E10',
        directoryScopeId: '/',
        resourceScope: '/',
        principal: {
          '@odata.type': '#microsoft.graph.user',
          id: 'U1',
          userPrincipalName: 'Nora.Lind@frostline.example',
          displayName: 'Nora Lind',
        },
        roleDefinition: { id: '62e90394', displayName: 'Global Administrator', rolePermissions: [], isBuiltIn: true },
      },
      becomes: {
        role_assignment: [
          {
            principalId: 'u1',
            principalType: 'user',
            roleId: '62e90394-69f5-4237-9190-012177145e10',
            roleName: 'Global Administrator',
            scope: '/',
            state: 'active',
            assignmentType: null,
          },
        ],
        user: [{ id: 'u1', userPrincipalName: 'nora.lind@frostline.example', displayName: 'Nora Lind' }],
        role_definition: [],
      },
    },
    {
      name: 'an instance that somebody activated, for one administrative unit',
      record: {
        id: 'i1',
        principalId: 'U1',
        roleDefinitionId: 'R1',
        directoryScopeId: '/administrativeUnits/AU1',
        appScopeId: null,
        startDateTime: '2024-01-10T06:00:00Z',
        endDateTime: '2024-01-10T14:00:00Z',
        assignmentType: 'Activated',
        memberType: 'Direct',
        roleAssignmentOriginId: 'o',
        roleAssignmentScheduleId: 's',
      },
      becomes: {
        role_assignment: [
          {
            scope: '/administrativeunits/au1',
            state: 'active',
            assignmentType: 'Activated',
            memberType: 'Direct',
            startDateTime: '2024-01-10T06:00:00.000Z',
            endDateTime: '2024-01-10T14:00:00.000Z',
          },
        ],
      },
    },
    {
      name: 'an instance of an eligible role, by PowerShell',
      record: {
        Id: 'e1',
        PrincipalId: 'U1',
        RoleDefinitionId: 'R1',
        DirectoryScopeId: '/',
        AppScopeId: null,
        StartDateTime: '/Date(1704844800000)/',
        EndDateTime: null,
        MemberType: 'Group',
        RoleEligibilityScheduleId: 'es1',
      },
      becomes: {
        role_assignment: [
          { principalId: 'u1', state: 'eligible', memberType: 'Group', startDateTime: '2024-01-10T00:00:00.000Z' },
        ],
      },
    },
    {
      name: 'a schedule of an eligible role, as Goose writes it',
      record: {
        appScopeId: null,
        createdDateTime: '2023-05-06T07:08:09Z',
        createdUsing: 'q',
        directoryScopeId: '/',
        id: 'es1',
        memberType: 'Direct',
        principalId: 'U1',
        roleDefinitionId: 'R1',
        scheduleInfo: {
          expiration: { duration: null, endDateTime: '2025-05-06T07:08:09Z', type: 'afterDateTime' },
          recurrence: null,
          startDateTime: '2023-05-06T07:08:09Z',
        },
        status: 'Provisioned',
      },
      becomes: {
        role_assignment: [
          {
            state: 'eligible',
            startDateTime: '2023-05-06T07:08:09.000Z',
            endDateTime: '2025-05-06T07:08:09.000Z',
          },
        ],
      },
    },
    {
      name: 'a schedule of a role that is held',
      record: {
        assignmentType: 'Assigned',
        directoryScopeId: '/',
        id: 'as1',
        memberType: 'Direct',
        principalId: 'U1',
        roleDefinitionId: 'R1',
        scheduleInfo: {
          expiration: { endDateTime: null, type: 'noExpiration' },
          startDateTime: '2023-05-06T07:08:09Z',
        },
        status: 'Provisioned',
      },
      becomes: { role_assignment: [{ state: 'active', assignmentType: 'Assigned', endDateTime: null }] },
    },
    {
      name: 'a request is none',
      record: {
        id: 'rq',
        action: 'selfActivate',
        principalId: 'U1',
        roleDefinitionId: 'R1',
        directoryScopeId: '/',
        status: 'PendingApproval',
      },
      becomes: undefined,
    },
  ],
});
