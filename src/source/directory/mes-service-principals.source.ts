import { defineDirectorySource } from '../directory-source.ts';
import { texts } from '../source.ts';

/**
 * The list of service principals beside `OAuthPermissions`. It has no object ids, by which all else is told apart, so that
 * it gives no row: what the tenant's applications may do, and their names, are in the other file.
 */
export default defineDirectorySource({
  id: 'mes-service-principals',
  title: 'Microsoft Extractor Suite: ServicePrincipals (CSV or JSON; kept, but not used)',
  reference: 'https://microsoft-365-extractor-suite.readthedocs.io/en/latest/functionality/Azure/OAuthPermissions.html',
  table: 'directory',
  fields: texts({
    appId: 'AppId',
    appDisplayName: 'AppDisplayName',
    accountEnabled: 'AccountEnabled',
    id: 'Id',
    objectId: 'ObjectId',
    servicePrincipalId: 'ServicePrincipalId',
    permissionType: 'PermissionType',
  }),
  requires: [['appId'], ['appDisplayName'], ['accountEnabled']],
  excludes: ['id', 'objectId', 'servicePrincipalId', 'permissionType'],
  fills: [],
  examples: [
    {
      name: 'a row',
      record: {
        AppId: '00000002-0000-0ff1-ce00-000000000000',
        AppDisplayName: 'Office 365 Exchange Online',
        AppDescription: '',
        AccountEnabled: 'True',
        AppOwnerOrganizationId: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
      },
      becomes: {},
    },
    {
      name: 'a sign-in is none',
      record: { id: '1', appId: 'c1', appDisplayName: 'Payroll', createdDateTime: '2024-01-01T00:00:00Z' },
      becomes: undefined,
    },
  ],
});
