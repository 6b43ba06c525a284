import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource, moment } from '../directory-source.ts';
import { texts } from '../source.ts';
import { cell, parts } from './mes-cell.ts';

/** `AppRegistrations` beside `OAuthPermissions`, and `Applications` of another version, which has the owners. */
export default defineDirectorySource({
  id: 'mes-applications',
  title: 'Microsoft Extractor Suite: AppRegistrations, Applications (CSV or JSON)',
  reference: 'https://microsoft-365-extractor-suite.readthedocs.io/en/latest/functionality/Azure/OAuthPermissions.html',
  table: 'directory',
  fields: texts({
    id: 'Id',
    appId: 'AppId',
    displayName: 'DisplayName',
    createdDateTime: 'CreatedDateTime',
    ownerIds: 'OwnerIds',
    signInAudience: 'signInAudience',
    servicePrincipalType: 'servicePrincipalType',
    appOwnerOrganizationId: 'appOwnerOrganizationId',
    publisherDomain: 'publisherDomain',
    accountEnabled: 'accountEnabled',
    requiredResourceAccess: 'requiredResourceAccess',
    identifierUris: 'identifierUris',
    passwordCredentials: 'passwordCredentials',
    keyCredentials: 'keyCredentials',
    userPrincipalName: 'userPrincipalName',
    riskLevel: 'riskLevel',
    ipAddress: 'ipAddress',
    kind: 'kind',
    parent: 'applications',
  }),
  requires: [['id'], ['appId'], ['displayName'], ['createdDateTime', 'ownerIds']],
  excludes: [
    'signInAudience',
    'servicePrincipalType',
    'appOwnerOrganizationId',
    'publisherDomain',
    'accountEnabled',
    'requiredResourceAccess',
    'identifierUris',
    'passwordCredentials',
    'keyCredentials',
    'userPrincipalName',
    'riskLevel',
    'ipAddress',
    'kind',
    'parent',
  ],
  fills: [
    {
      table: 'application',
      columns: (field) => ({
        id: bare(field.id),
        appId: bare(field.appId),
        displayName: cell(field.displayName),
        createdDateTime: moment(field.createdDateTime),
      }),
    },
    {
      table: 'owner',
      columns: (field) => ({
        objectId: bare(field.id),
        objectType: sql`'application'`,
        ownerId: bare(sql`unnest(${parts(field.ownerIds)})`),
        state: sql`'active'`,
      }),
    },
  ],
  examples: [
    {
      name: 'a registration',
      record: { Id: 'A1', DisplayName: 'Payroll', AppId: 'C1', CreatedDateTime: '4/23/2017 10:22:01 AM' },
      becomes: {
        application: [{ id: 'a1', appId: 'c1', displayName: 'Payroll', createdDateTime: '2017-04-23T10:22:01.000Z' }],
        owner: [],
      },
    },
    {
      name: 'with owners',
      record: {
        DisplayName: 'Payroll',
        Id: 'A1',
        AppId: 'C1',
        CreatedDateTime: '23-04-2017 10:22:01',
        OwnerIds: 'U1, U2',
        OwnerDisplayNames: 'Ann, Bob',
      },
      becomes: {
        application: [{ createdDateTime: '2017-04-23T10:22:01.000Z' }],
        owner: [
          { objectId: 'a1', objectType: 'application', ownerId: 'u1' },
          { objectId: 'a1', objectType: 'application', ownerId: 'u2' },
        ],
      },
    },
    {
      name: 'a service principal of Graph is none',
      record: {
        id: '1',
        appId: '2',
        displayName: 'x',
        createdDateTime: '2024-01-01T00:00:00Z',
        servicePrincipalType: 'Application',
      },
      becomes: undefined,
    },
  ],
});
