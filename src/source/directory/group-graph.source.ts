import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { json, text } from '../source.ts';
import { ownerFill } from './member-fill.ts';
import { atField, groupColumns, groupFields, objectFields, objectFills, objectType } from './object-fill.ts';

/** Graph `groups`, also with `members` or `owners` expanded; Goose writes the same, one a line. */
export default defineDirectorySource({
  id: 'group-graph',
  title: 'Groups as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/group',
  table: 'directory',
  fields: {
    ...groupFields,
    members: json('members'),
    owners: json('owners'),
    appId: text('appId'),
    deletedDateTime: text('deletedDateTime'),
    parentGroup: json('groups'),
    parentRole: json('directoryRoles'),
    parentServicePrincipal: json('servicePrincipals'),
  },
  requires: [['id'], ['displayName'], ['groupTypes', 'securityEnabled', 'mailEnabled']],
  excludes: ['appId', 'deletedDateTime', 'parentGroup', 'parentRole', 'parentServicePrincipal'],
  fills: [
    { table: 'group', columns: (field) => groupColumns(atField(field)) },
    {
      table: 'group_member',
      each: [{ list: 'members', fields: objectFields }],
      columns: (field, member) => ({
        groupId: bare(field.id),
        memberId: bare(member('id')),
        memberType: objectType(member),
        state: sql`'active'`,
      }),
    },
    ...objectFills('members'),
    ownerFill('owners', 'group'),
    ...objectFills('owners'),
  ],
  examples: [
    {
      name: 'a group that may have roles, with members and owners',
      record: {
        id: '7777AAAA-0000-4000-8000-000000000001',
        deletedDateTime: null,
        displayName: 'Tier 0',
        groupTypes: [],
        isAssignableToRole: true,
        mail: null,
        mailEnabled: false,
        membershipRule: null,
        onPremisesSyncEnabled: null,
        securityEnabled: true,
        visibility: 'Private',
        members: [
          { '@odata.type': '#microsoft.graph.user', id: 'U1', userPrincipalName: 'Nora.Lind@frostline.example' },
          {
            '@odata.type': '#microsoft.graph.servicePrincipal',
            id: 'S1',
            appId: 'A1',
            servicePrincipalType: 'Application',
          },
          { '@odata.type': '#microsoft.graph.group', id: 'G2' },
        ],
        owners: [{ '@odata.type': '#microsoft.graph.user', id: 'U2' }],
      },
      becomes: {
        group: [
          {
            id: '7777aaaa-0000-4000-8000-000000000001',
            displayName: 'Tier 0',
            groupTypes: '',
            isAssignableToRole: 'true',
            securityEnabled: 'true',
            onPremisesSyncEnabled: null,
          },
        ],
        group_member: [
          {
            groupId: '7777aaaa-0000-4000-8000-000000000001',
            memberId: 'u1',
            memberType: 'user',
            state: 'active',
          },
          { memberId: 's1', memberType: 'servicePrincipal' },
          { memberId: 'g2', memberType: 'group' },
        ],
        owner: [
          {
            objectId: '7777aaaa-0000-4000-8000-000000000001',
            objectType: 'group',
            ownerId: 'u2',
            ownerType: 'user',
            state: 'active',
          },
        ],
        user: [{ id: 'u1', userPrincipalName: 'nora.lind@frostline.example' }],
        service_principal: [{ id: 's1', appId: 'a1' }],
      },
    },
    {
      name: 'written by PowerShell, keys with capitals, one member as an object',
      record: {
        Id: '7777aaaa-0000-4000-8000-000000000002',
        DisplayName: 'Everybody',
        GroupTypes: 'DynamicMembership',
        MembershipRule: 'user.userType -eq "Member"',
        SecurityEnabled: true,
        Members: { Id: 'u1', DeletedDateTime: null, AdditionalProperties: { '@odata.type': '#microsoft.graph.user' } },
      },
      becomes: {
        group: [{ groupTypes: 'DynamicMembership', membershipRule: 'user.userType -eq "Member"' }],
        group_member: [{ groupId: '7777aaaa-0000-4000-8000-000000000002', memberId: 'u1', memberType: 'user' }],
      },
    },
    {
      name: 'a deleted group is none',
      record: { id: 'g', displayName: 'Gone', groupTypes: [], deletedDateTime: '2024-01-02T00:00:00Z' },
      becomes: undefined,
    },
  ],
});
