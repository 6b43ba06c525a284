import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { json, text, texts } from '../source.ts';
import { objectFields, objectFills, objectType } from './object-fill.ts';

/** Graph `directoryRoles`, also with `members` expanded: the roles of Microsoft that somebody has ever held in the tenant. */
export default defineDirectorySource({
  id: 'directory-role-graph',
  title: 'Activated directory roles as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/directoryrole',
  table: 'directory',
  fields: {
    ...texts({
      id: 'id',
      displayName: 'displayName',
      roleTemplateId: 'roleTemplateId',
      servicePrincipalId: 'servicePrincipals/id',
    }),
    members: json('members'),
    deletedDateTime: text('deletedDateTime'),
  },
  requires: [['id'], ['roleTemplateId'], ['displayName']],
  excludes: ['deletedDateTime'],
  fills: [
    {
      table: 'role_definition',
      columns: (field) => ({
        id: bare(field.roleTemplateId),
        templateId: bare(field.roleTemplateId),
        displayName: field.displayName,
        isBuiltIn: sql`true`,
      }),
    },
    {
      table: 'role_assignment',
      each: [{ list: 'members', fields: objectFields }],
      columns: (field, member) => ({
        principalId: bare(member('id')),
        principalType: objectType(member),
        roleId: bare(field.roleTemplateId),
        roleName: field.displayName,
        scope: sql`'/'`,
        state: sql`'active'`,
      }),
    },
    ...objectFills('members'),
    {
      // Goose, `servicePrincipals_memberOf`: the role that the parent is a member of.
      table: 'role_assignment',
      where: (field) => sql`${field.servicePrincipalId} is not null`,
      columns: (field) => ({
        principalId: bare(field.servicePrincipalId),
        principalType: sql`'servicePrincipal'`,
        roleId: bare(field.roleTemplateId),
        roleName: field.displayName,
        scope: sql`'/'`,
        state: sql`'active'`,
      }),
    },
  ],
  examples: [
    {
      name: 'with its members',
      record: {
        id: 'dr1',
        deletedDateTime: null,
        description: 'Can manage all aspects of Microsoft Entra ID.',
        displayName: 'Global Administrator',
        roleTemplateId: '62E90394-69F5-4237-9190-012177145E10',
        members: [
          { '@odata.type': '#microsoft.graph.user', id: 'U1', userPrincipalName: 'Nora.Lind@frostline.example' },
          { '@odata.type': '#microsoft.graph.group', id: 'G1', displayName: 'Tier 0', securityEnabled: true },
        ],
      },
      becomes: {
        role_definition: [
          { id: '62e90394-69f5-4237-9190-012177145e10', displayName: 'Global Administrator', isBuiltIn: 'true' },
        ],
        role_assignment: [
          {
            principalId: 'u1',
            principalType: 'user',
            roleId: '62e90394-69f5-4237-9190-012177145e10',
            roleName: 'Global Administrator',
            scope: '/',
            state: 'active',
          },
          { principalId: 'g1', principalType: 'group' },
        ],
        user: [{ id: 'u1' }],
        group: [{ id: 'g1', displayName: 'Tier 0' }],
      },
    },
    {
      name: 'of a service principal, as Goose writes it',
      record: {
        displayName: 'Directory Readers',
        id: 'dr2',
        roleTemplateId: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
        servicePrincipals: { appId: 'A1', id: 'S1', servicePrincipalType: 'Application' },
      },
      becomes: {
        role_assignment: [
          { principalId: 's1', principalType: 'servicePrincipal', roleId: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b' },
        ],
        service_principal: [],
      },
    },
  ],
});
