import { bare, defineDirectorySource, moment } from '../directory-source.ts';
import { json, sameNamed, text, texts } from '../source.ts';

/** Graph `servicePrincipals/{id}/appRoleAssignments` and `appRoleAssignedTo`; Goose nests the whole parent in each. */
export default defineDirectorySource({
  id: 'app-role-assignment-graph',
  title: 'Application role assignments as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/approleassignment',
  table: 'directory',
  fields: {
    ...texts({
      appRoleId: 'appRoleId',
      principalId: 'principalId',
      principalType: 'principalType',
      resourceId: 'resourceId',
      resourceDisplayName: 'resourceDisplayName',
      createdDateTime: 'createdDateTime',
    }),
    kind: text('kind'),
    data: json('data'),
  },
  requires: [['appRoleId'], ['principalId'], ['resourceId']],
  excludes: ['kind', 'data'],
  fills: [
    {
      table: 'app_role_assignment',
      columns: (field) => ({
        ...sameNamed(field, ['principalType']),
        appRoleId: bare(field.appRoleId),
        principalId: bare(field.principalId),
        resourceId: bare(field.resourceId),
        resourceName: field.resourceDisplayName,
        createdDateTime: moment(field.createdDateTime),
      }),
    },
  ],
  examples: [
    {
      name: 'as Goose writes it, with its parent',
      record: {
        id: 'x1',
        appRoleId: 'DC890D15-9560-4a4c-9b7f-a736ec74ec40',
        principalId: '5555aaaa-0000-4000-8000-000000000001',
        principalType: 'ServicePrincipal',
        resourceId: 'eeee0000-0000-4000-8000-000000000001',
        resourceDisplayName: 'Office 365 Exchange Online',
        createdDateTime: '2023-12-01T10:00:00Z',
        servicePrincipals: {
          id: '5555aaaa-0000-4000-8000-000000000001',
          appId: 'a',
          servicePrincipalType: 'Application',
        },
      },
      becomes: {
        app_role_assignment: [
          { appRoleId: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40', createdDateTime: '2023-12-01T10:00:00.000Z' },
        ],
        service_principal: [],
      },
    },
  ],
});
