import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { json, sameNamed, text, texts } from '../source.ts';

/** Graph `oauth2PermissionGrants`, also those of one service principal; Goose nests the whole parent in each of the latter. */
export default defineDirectorySource({
  id: 'permission-grant-graph',
  title: 'Delegated permissions as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant',
  table: 'directory',
  fields: {
    ...texts({
      clientId: 'clientId',
      consentType: 'consentType',
      principalId: 'principalId',
      resourceId: 'resourceId',
      scope: 'scope',
    }),
    kind: text('kind'),
    data: json('data'),
  },
  requires: [['clientId'], ['consentType'], ['resourceId']],
  excludes: ['kind', 'data'],
  fills: [
    {
      table: 'delegated_grant',
      columns: (field) => ({
        ...sameNamed(field, ['consentType']),
        clientId: bare(field.clientId),
        principalId: bare(field.principalId),
        resourceId: bare(field.resourceId),
        scopes: sql`words(${field.scope})`,
      }),
    },
  ],
  examples: [
    {
      name: 'for everybody',
      record: {
        clientId: '5555AAAA-0000-4000-8000-000000000001',
        consentType: 'AllPrincipals',
        id: 'g1',
        principalId: null,
        resourceId: 'EEEE0000-0000-4000-8000-000000000002',
        scope: ' User.Read  Mail.ReadWrite offline_access',
      },
      becomes: {
        delegated_grant: [
          {
            clientId: '5555aaaa-0000-4000-8000-000000000001',
            consentType: 'AllPrincipals',
            principalId: null,
            resourceId: 'eeee0000-0000-4000-8000-000000000002',
            scopes: 'User.Read,Mail.ReadWrite,offline_access',
          },
        ],
      },
    },
    {
      name: 'of one user, with its parent as Goose writes it, and by PowerShell',
      record: {
        ClientId: 'c1',
        ConsentType: 'Principal',
        ExpiryTime: '2024-03-01T00:00:00Z',
        PrincipalId: 'U1',
        ResourceId: 'r1',
        Scope: 'Mail.Read',
        servicePrincipals: { id: 'c1', appId: 'a', servicePrincipalType: 'Application' },
      },
      becomes: { delegated_grant: [{ clientId: 'c1', principalId: 'u1', scopes: 'Mail.Read' }], service_principal: [] },
    },
    {
      name: 'an application role is none',
      record: { appRoleId: 'x', principalId: 'p', resourceId: 'r' },
      becomes: undefined,
    },
  ],
});
