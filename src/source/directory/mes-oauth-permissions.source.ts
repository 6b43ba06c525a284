import { sql, type Sql } from '../../store/sql.ts';
import { bare, defineDirectorySource, moment } from '../directory-source.ts';
import { texts } from '../source.ts';
import { cell, parts } from './mes-cell.ts';

const isDelegated = (type: Sql): Sql => sql`${type} = 'Delegated'`;
const isApplication = (type: Sql): Sql => sql`${type} = 'Application'`;

/**
 * `Get-OAuthPermissions` and `Get-OAuthPermissionsGraph` of the Microsoft Extractor Suite: one row for each permission, by
 * name and without the role's id. The older one, known by `ClientDisplayName`, has the resource's `AppId` in the rows of
 * application permissions. `PublisherName` is not read: it says Microsoft of everything that is called so.
 */
export default defineDirectorySource({
  id: 'mes-oauth-permissions',
  title: 'Microsoft Extractor Suite: OAuthPermissions (CSV or JSON)',
  reference: 'https://microsoft-365-extractor-suite.readthedocs.io/en/latest/functionality/Azure/OAuthPermissions.html',
  table: 'directory',
  fields: texts({
    permissionType: 'PermissionType',
    appId: 'AppId',
    clientObjectId: 'ClientObjectId',
    appDisplayName: 'AppDisplayName',
    clientDisplayName: 'ClientDisplayName',
    resourceObjectId: 'ResourceObjectId',
    resourceDisplayName: 'ResourceDisplayName',
    permission: 'Permission',
    consentType: 'ConsentType',
    principalObjectId: 'PrincipalObjectId',
    replyUrls: 'ReplyUrls',
    createdDateTime: 'CreatedDateTime',
    creationTimestamp: 'CreationTimestamp',
    appOwnerOrganizationId: 'AppOwnerOrganizationId',
    status: 'ApplicationStatus',
    assignmentRequired: 'AssignmentRequired',
    publisherDisplayName: 'PublisherDisplayName',
    verifiedPublisherId: 'VerifiedPublisherId',
    signInAudience: 'SignInAudience',
  }),
  requires: [['permissionType'], ['clientObjectId'], ['resourceObjectId']],
  fills: [
    {
      table: 'app_role_assignment',
      where: (field) => isApplication(field.permissionType),
      columns: (field) => ({
        principalId: bare(field.clientObjectId),
        principalType: sql`'ServicePrincipal'`,
        resourceId: bare(field.resourceObjectId),
        resourceAppId: sql`case when ${cell(field.clientDisplayName)} is not null then ${bare(field.appId)} end`,
        resourceName: cell(field.resourceDisplayName),
        value: cell(field.permission),
        createdDateTime: moment(field.creationTimestamp),
      }),
    },
    {
      table: 'delegated_grant',
      where: (field) => isDelegated(field.permissionType),
      columns: (field) => ({
        clientId: bare(field.clientObjectId),
        consentType: cell(field.consentType),
        principalId: bare(field.principalObjectId),
        resourceId: bare(field.resourceObjectId),
        resourceName: cell(field.resourceDisplayName),
        scopes: parts(field.permission, '\\s+'),
      }),
    },
    {
      table: 'service_principal',
      columns: (field) => ({
        id: bare(field.clientObjectId),
        appId: sql`case when ${isDelegated(field.permissionType)} or ${cell(field.clientDisplayName)} is null then ${bare(field.appId)} end`,
        displayName: sql`coalesce(${cell(field.appDisplayName)}, ${cell(field.clientDisplayName)})`,
        accountEnabled: sql`case ${field.status} when 'Enabled' then true when 'Disabled' then false end`,
        appRoleAssignmentRequired: sql`case ${field.assignmentRequired} when 'Yes' then true when 'No' then false end`,
        appOwnerOrganizationId: bare(field.appOwnerOrganizationId),
        signInAudience: cell(field.signInAudience),
        createdDateTime: moment(field.createdDateTime),
        verifiedPublisherId: bare(field.verifiedPublisherId),
        publisherName: cell(field.publisherDisplayName),
        replyUrls: sql`case when ${cell(field.clientDisplayName)} is null then ${parts(field.replyUrls, ',\\s*')} end`,
      }),
    },
  ],
  examples: [
    {
      name: 'an application permission',
      record: {
        PermissionType: 'Application',
        AppId: '1111aaaa-0000-4000-8000-000000000001',
        ClientObjectId: '5555AAAA-0000-4000-8000-000000000001',
        AppDisplayName: 'Legacy mail test',
        ResourceObjectId: 'eeee0000-0000-4000-8000-000000000001',
        ResourceDisplayName: 'Office 365 Exchange Online',
        Permission: 'full_access_as_app',
        ConsentType: 'AllPrincipals',
        PrincipalObjectId: '',
        PublisherName: 'Microsoft',
        ReplyUrls: 'https://a.frostline.example/, https://b.frostline.example/',
        CreatedDateTime: '4/23/2017 10:22:01 AM',
        AppOwnerOrganizationId: '99990000-0000-4000-8000-000000000009',
        ApplicationStatus: 'Enabled',
        AssignmentRequired: 'No',
        VerifiedPublisherId: '',
        SignInAudience: 'AzureADMultipleOrgs',
      },
      becomes: {
        app_role_assignment: [
          {
            principalId: '5555aaaa-0000-4000-8000-000000000001',
            resourceId: 'eeee0000-0000-4000-8000-000000000001',
            resourceAppId: null,
            resourceName: 'Office 365 Exchange Online',
            value: 'full_access_as_app',
            createdDateTime: null,
          },
        ],
        delegated_grant: [],
        service_principal: [
          {
            id: '5555aaaa-0000-4000-8000-000000000001',
            appId: '1111aaaa-0000-4000-8000-000000000001',
            displayName: 'Legacy mail test',
            accountEnabled: 'true',
            appRoleAssignmentRequired: 'false',
            createdDateTime: '2017-04-23T10:22:01.000Z',
            publisherName: null,
            replyUrls: 'https://a.frostline.example/,https://b.frostline.example/',
          },
        ],
      },
    },
    {
      name: 'a delegated permission',
      record: {
        PermissionType: 'Delegated',
        AppId: 'c2',
        ClientObjectId: 's2',
        AppDisplayName: 'Planner add-in',
        ResourceObjectId: 'r2',
        ResourceDisplayName: 'Microsoft Graph',
        Permission: 'Mail.Read',
        ConsentType: 'Principal',
        PrincipalObjectId: 'U1',
        ApplicationStatus: 'Disabled',
      },
      becomes: {
        delegated_grant: [{ clientId: 's2', consentType: 'Principal', principalId: 'u1', scopes: 'Mail.Read' }],
        app_role_assignment: [],
        service_principal: [{ id: 's2', appId: 'c2', accountEnabled: 'false' }],
      },
    },
    {
      name: 'an application permission of the older version',
      record: {
        PermissionType: 'Application',
        AppId: '00000002-0000-0ff1-ce00-000000000000',
        ClientDisplayName: 'Legacy mail test',
        ClientObjectId: 's1',
        ResourceDisplayName: 'Office 365 Exchange Online',
        ResourceObjectId: 'r1',
        Permission: 'full_access_as_app',
        CreationTimestamp: '2024-01-10T06:00:00Z',
      },
      becomes: {
        app_role_assignment: [
          {
            principalId: 's1',
            resourceAppId: '00000002-0000-0ff1-ce00-000000000000',
            createdDateTime: '2024-01-10T06:00:00.000Z',
          },
        ],
        service_principal: [{ id: 's1', appId: null, displayName: 'Legacy mail test' }],
      },
    },
    {
      name: 'a role assignment of Graph is none',
      record: { appRoleId: 'x', principalId: 's1', resourceId: 'r1', principalType: 'ServicePrincipal' },
      becomes: undefined,
    },
  ],
});
