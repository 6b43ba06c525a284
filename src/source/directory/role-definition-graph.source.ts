import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { boolean, json, sameNamed, text, texts } from '../source.ts';

/** Graph `roleManagement/directory/roleDefinitions`. */
export default defineDirectorySource({
  id: 'role-definition-graph',
  title: 'Role definitions as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/unifiedroledefinition',
  table: 'directory',
  fields: {
    ...texts({ id: 'id', templateId: 'templateId', displayName: 'displayName' }),
    isBuiltIn: boolean('isBuiltIn'),
    rolePermissions: json('rolePermissions'),
    principalId: text('principalId'),
  },
  requires: [['id'], ['rolePermissions'], ['templateId', 'isBuiltIn']],
  excludes: ['principalId'],
  fills: [
    {
      table: 'role_definition',
      columns: (field) => ({
        ...sameNamed(field, ['displayName', 'isBuiltIn']),
        id: bare(field.id),
        templateId: bare(field.templateId),
        actions: sql`list_concat(
          unfolded_list(${field.rolePermissions}) ->> '$[*].allowedResourceActions[*]',
          unfolded_list(${field.rolePermissions}) ->> '$[*].AllowedResourceActions[*]')`,
      }),
    },
  ],
  examples: [
    {
      name: 'a role of Microsoft',
      record: {
        id: '9B895D92-2cd3-44c7-9d02-a6ac2d5ea5c3',
        description: 'Can create and manage all aspects of app registrations and enterprise apps.',
        displayName: 'Application Administrator',
        isBuiltIn: true,
        isEnabled: true,
        resourceScopes: ['/'],
        templateId: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
        version: '1',
        rolePermissions: [
          {
            allowedResourceActions: [
              'microsoft.directory/applications/create',
              'microsoft.directory/applications/credentials/update',
            ],
            condition: null,
          },
          { allowedResourceActions: ['microsoft.directory/users/basic/read'], condition: '$ResourceIsSelf' },
        ],
      },
      becomes: {
        role_definition: [
          {
            id: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
            templateId: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
            displayName: 'Application Administrator',
            isBuiltIn: 'true',
            actions:
              'microsoft.directory/applications/create,microsoft.directory/applications/credentials/update,microsoft.directory/users/basic/read',
          },
        ],
      },
    },
    {
      name: 'a role of the tenant, written by PowerShell, the list of one as an object',
      record: {
        Id: 'cccc0000-0000-4000-8000-000000000001',
        DisplayName: 'Secret keeper',
        IsBuiltIn: false,
        TemplateId: 'cccc0000-0000-4000-8000-000000000001',
        RolePermissions: { AllowedResourceActions: ['microsoft.directory/applications/credentials/update'] },
      },
      becomes: {
        role_definition: [{ isBuiltIn: 'false', actions: 'microsoft.directory/applications/credentials/update' }],
      },
    },
  ],
});
