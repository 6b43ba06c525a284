import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource, moment } from '../directory-source.ts';
import { json, text, texts } from '../source.ts';
import { appRoleFill } from './app-role-fill.ts';
import { credentialFills } from './credential-fill.ts';
import { ownerFill } from './member-fill.ts';
import { atField, objectFills, servicePrincipalColumns, servicePrincipalFields } from './object-fill.ts';

/** Graph `servicePrincipals`, also with `appRoleAssignments`, `oauth2PermissionGrants` or `owners` expanded. */
export default defineDirectorySource({
  id: 'service-principal-graph',
  title: 'Service principals as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/serviceprincipal',
  table: 'directory',
  fields: {
    ...servicePrincipalFields,
    kind: text('kind'),
    appRoles: json('appRoles'),
    passwordCredentials: json('passwordCredentials'),
    keyCredentials: json('keyCredentials'),
    federatedIdentityCredentials: json('federatedIdentityCredentials'),
    appRoleAssignments: json('appRoleAssignments'),
    oauth2PermissionGrants: json('oauth2PermissionGrants'),
    owners: json('owners'),
    errorCode: text('status/errorCode'),
    ipAddress: text('ipAddress'),
    deletedDateTime: text('deletedDateTime'),
    parentServicePrincipal: json('servicePrincipals'),
    parentGroup: json('groups'),
    parentRole: json('directoryRoles'),
    parentApplication: json('applications'),
  },
  requires: [['id'], ['appId'], ['servicePrincipalType', 'appOwnerOrganizationId']],
  excludes: [
    'kind',
    'errorCode',
    'ipAddress',
    'deletedDateTime',
    'parentServicePrincipal',
    'parentGroup',
    'parentRole',
    'parentApplication',
  ],
  fills: [
    { table: 'service_principal', columns: (field) => servicePrincipalColumns(atField(field)) },
    appRoleFill,
    {
      table: 'app_role_assignment',
      each: [
        {
          list: 'appRoleAssignments',
          fields: texts({
            appRoleId: 'appRoleId',
            principalId: 'principalId',
            principalType: 'principalType',
            resourceId: 'resourceId',
            resourceDisplayName: 'resourceDisplayName',
            createdDateTime: 'createdDateTime',
          }),
        },
      ],
      columns: (field, item) => ({
        appRoleId: bare(item('appRoleId')),
        principalId: sql`coalesce(${bare(item('principalId'))}, ${bare(field.id)})`,
        principalType: sql`coalesce(${item('principalType')}, 'ServicePrincipal')`,
        resourceId: bare(item('resourceId')),
        resourceName: item('resourceDisplayName'),
        createdDateTime: moment(item('createdDateTime')),
      }),
    },
    {
      table: 'delegated_grant',
      each: [
        {
          list: 'oauth2PermissionGrants',
          fields: texts({
            consentType: 'consentType',
            principalId: 'principalId',
            resourceId: 'resourceId',
            scope: 'scope',
          }),
        },
      ],
      columns: (field, item) => ({
        clientId: bare(field.id),
        consentType: item('consentType'),
        principalId: bare(item('principalId')),
        resourceId: bare(item('resourceId')),
        scopes: sql`words(${item('scope')})`,
      }),
    },
    ownerFill('owners', 'servicePrincipal'),
    ...objectFills('owners'),
    ...credentialFills(
      { ownerType: 'servicePrincipal', id: 'id', appId: 'appId' },
      { secrets: 'passwordCredentials', certificates: 'keyCredentials', federated: 'federatedIdentityCredentials' },
    ),
  ],
  examples: [
    {
      name: 'a foreign application with a secret of its own and a role at Exchange',
      record: {
        id: '5555AAAA-0000-4000-8000-000000000001',
        appId: '1111aaaa-0000-4000-8000-000000000001',
        displayName: 'Legacy mail test',
        appOwnerOrganizationId: '99990000-0000-4000-8000-000000000009',
        servicePrincipalType: 'Application',
        signInAudience: 'AzureADMultipleOrgs',
        accountEnabled: true,
        appRoles: [],
        passwordCredentials: [
          {
            keyId: 'K1',
            displayName: 'added later',
            startDateTime: '2024-01-10T00:00:00Z',
            endDateTime: '2299-01-01T00:00:00Z',
          },
        ],
        appRoleAssignments: [
          {
            appRoleId: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
            principalId: '5555aaaa-0000-4000-8000-000000000001',
            resourceId: 'EEEE0000-0000-4000-8000-000000000001',
            resourceDisplayName: 'Office 365 Exchange Online',
          },
        ],
        owners: [{ '@odata.type': '#microsoft.graph.user', id: 'U1' }],
      },
      becomes: {
        service_principal: [{ id: '5555aaaa-0000-4000-8000-000000000001', accountEnabled: 'true' }],
        credential: [
          { keyId: 'k1', type: 'secret', ownerType: 'servicePrincipal', startDateTime: '2024-01-10T00:00:00.000Z' },
        ],
        app_role_assignment: [
          {
            appRoleId: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
            principalType: 'ServicePrincipal',
            resourceId: 'eeee0000-0000-4000-8000-000000000001',
          },
        ],
        owner: [{ ownerId: 'u1', ownerType: 'user', objectType: 'servicePrincipal' }],
        app_role: [],
      },
    },
    {
      name: 'a resource with the roles that it offers, keys with capitals, a list of one as an object',
      record: {
        Id: 'eeee0000-0000-4000-8000-000000000001',
        AppId: '00000002-0000-0ff1-ce00-000000000000',
        DisplayName: 'Office 365 Exchange Online',
        AppOwnerOrganizationId: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
        ServicePrincipalType: 'Application',
        AppRoles: { Id: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40', Value: 'full_access_as_app', DisplayName: 'All mail' },
      },
      becomes: {
        app_role: [
          {
            resourceAppId: '00000002-0000-0ff1-ce00-000000000000',
            id: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
            value: 'full_access_as_app',
          },
        ],
      },
    },
  ],
});
