import { sql, type Sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { texts } from '../source.ts';
import { atField, objectFields, objectFills, objectType } from './object-fill.ts';

/**
 * Members and owners as Goose writes them: the user, service principal, group or device, and in it the whole object that it
 * belongs to, under the name of that object's collection.
 *
 * Goose takes the type away and the lists of one parent look alike. So an object under a service principal is its owner only if
 * it is a user: a service principal there may also have been made or be owned by the parent, and a group may hold it.
 */
export default defineDirectorySource({
  id: 'member-graph',
  title: 'Members and owners with the object that they belong to, as Goose writes them (JSON lines)',
  reference: 'https://learn.microsoft.com/graph/api/resources/directoryobject',
  table: 'directory',
  fields: {
    ...objectFields,
    ...texts({
      groupId: 'groups/id',
      roleId: 'directoryRoles/roleTemplateId',
      roleName: 'directoryRoles/displayName',
      applicationId: 'applications/id',
      servicePrincipalId: 'servicePrincipals/id',
    }),
  },
  requires: [
    ['id'],
    [
      'userPrincipalName',
      'servicePrincipalType',
      'appOwnerOrganizationId',
      'securityEnabled',
      'groupTypes',
      'operatingSystem',
    ],
    ['groupId', 'roleId', 'applicationId', 'servicePrincipalId'],
  ],
  fills: [
    {
      table: 'group_member',
      where: (field) => sql`${field.groupId} is not null`,
      columns: (field) => ({
        groupId: bare(field.groupId),
        memberId: bare(field.id),
        memberType: objectType(atField(field)),
        state: sql`'active'`,
      }),
    },
    {
      table: 'role_assignment',
      where: (field) => sql`${field.roleId} is not null`,
      columns: (field) => ({
        principalId: bare(field.id),
        principalType: objectType(atField(field)),
        roleId: bare(field.roleId),
        roleName: field.roleName,
        scope: sql`'/'`,
        state: sql`'active'`,
      }),
    },
    {
      table: 'owner',
      where: (field) => isOwner(field.applicationId, field.servicePrincipalId, objectType(atField(field))),
      columns: (field) => ({
        objectId: bare(sql`coalesce(${field.applicationId}, ${field.servicePrincipalId})`),
        objectType: sql`case when ${field.applicationId} is null then 'servicePrincipal' else 'application' end`,
        ownerId: bare(field.id),
        ownerType: objectType(atField(field)),
        state: sql`'active'`,
      }),
    },
    ...objectFills(),
  ],
  examples: [
    {
      name: 'a user in a group',
      record: {
        accountEnabled: true,
        displayName: 'Nora Lind',
        groups: { id: 'G1', displayName: 'Tier 0', groupTypes: [], securityEnabled: true },
        id: 'U1',
        userPrincipalName: 'Nora.Lind@frostline.example',
        userType: 'Member',
      },
      becomes: {
        group_member: [{ groupId: 'g1', memberId: 'u1', memberType: 'user', state: 'active' }],
        user: [{ id: 'u1', userPrincipalName: 'nora.lind@frostline.example', accountEnabled: 'true' }],
        group: [],
        owner: [],
        role_assignment: [],
      },
    },
    {
      name: 'a group in a group',
      record: {
        displayName: 'Helpers',
        groups: { id: 'G1', displayName: 'Tier 0', groupTypes: [], securityEnabled: true },
        groupTypes: [],
        id: 'G2',
        securityEnabled: true,
      },
      becomes: {
        group_member: [{ groupId: 'g1', memberId: 'g2', memberType: 'group' }],
        group: [{ id: 'g2', displayName: 'Helpers' }],
      },
    },
    {
      name: 'a service principal with a role',
      record: {
        accountEnabled: true,
        appId: 'A1',
        appOwnerOrganizationId: '99990000-0000-4000-8000-000000000009',
        directoryRoles: {
          displayName: 'Global Administrator',
          id: 'DR1',
          roleTemplateId: '62E90394-69F5-4237-9190-012177145E10',
        },
        displayName: 'Sync',
        id: 'S1',
        servicePrincipalType: 'Application',
      },
      becomes: {
        role_assignment: [
          {
            principalId: 's1',
            principalType: 'servicePrincipal',
            roleId: '62e90394-69f5-4237-9190-012177145e10',
            roleName: 'Global Administrator',
            scope: '/',
            state: 'active',
          },
        ],
        service_principal: [{ id: 's1', appId: 'a1', displayName: 'Sync' }],
        role_definition: [],
      },
    },
    {
      name: 'a user that owns an application',
      record: {
        applications: { appId: 'A1', id: 'AP1', signInAudience: 'AzureADMyOrg' },
        displayName: 'Nora Lind',
        id: 'U1',
        userPrincipalName: 'nora.lind@frostline.example',
      },
      becomes: {
        owner: [{ objectId: 'ap1', objectType: 'application', ownerId: 'u1', ownerType: 'user', state: 'active' }],
        user: [{ id: 'u1' }],
        application: [],
      },
    },
    {
      name: 'a user that owns a service principal',
      record: {
        displayName: 'Nora Lind',
        id: 'U1',
        servicePrincipals: { appId: 'A1', id: 'S1', servicePrincipalType: 'Application' },
        userPrincipalName: 'nora.lind@frostline.example',
      },
      becomes: {
        owner: [{ objectId: 's1', objectType: 'servicePrincipal', ownerId: 'u1', ownerType: 'user' }],
        service_principal: [],
      },
    },
    {
      name: 'a service principal under another, of which nobody can say who owns whom',
      record: {
        appId: 'A2',
        id: 'S2',
        servicePrincipalType: 'Application',
        servicePrincipals: { appId: 'A1', id: 'S1', servicePrincipalType: 'Application' },
      },
      becomes: { owner: [], service_principal: [{ id: 's2', appId: 'a2' }] },
    },
    {
      name: 'a user alone is none',
      record: { id: 'U1', userPrincipalName: 'nora.lind@frostline.example', displayName: 'Nora Lind' },
      becomes: undefined,
    },
  ],
});

/** True of what lies under an application, and of a user under a service principal. */
function isOwner(applicationId: Sql, servicePrincipalId: Sql, type: Sql): Sql {
  return sql`${applicationId} is not null or (${servicePrincipalId} is not null and ${type} = 'user')`;
}
