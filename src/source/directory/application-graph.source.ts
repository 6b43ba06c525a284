import { sql } from '../../store/sql.ts';
import { bare, defineDirectorySource, list, moment } from '../directory-source.ts';
import { boolean, json, sameNamed, texts } from '../source.ts';
import { appRoleFill } from './app-role-fill.ts';
import { credentialFills } from './credential-fill.ts';
import { ownerFill } from './member-fill.ts';
import { objectFills } from './object-fill.ts';

/** Graph `applications`, also with `owners` or `federatedIdentityCredentials` expanded; Goose writes the same, one a line. */
export default defineDirectorySource({
  id: 'application-graph',
  title: 'Applications as Graph gives them (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/application',
  table: 'directory',
  fields: {
    ...texts({
      id: 'id',
      appId: 'appId',
      displayName: 'displayName',
      signInAudience: 'signInAudience',
      createdDateTime: 'createdDateTime',
      publisherDomain: 'publisherDomain',
      servicePrincipalType: 'servicePrincipalType',
      appOwnerOrganizationId: 'appOwnerOrganizationId',
      appDisplayName: 'appDisplayName',
      errorCode: 'status/errorCode',
      ipAddress: 'ipAddress',
      deletedDateTime: 'deletedDateTime',
    }),
    isFallbackPublicClient: boolean('isFallbackPublicClient'),
    webRedirectUris: json('web/redirectUris'),
    spaRedirectUris: json('spa/redirectUris'),
    publicClientRedirectUris: json('publicClient/redirectUris'),
    requiredResourceAccess: json('requiredResourceAccess'),
    identifierUris: json('identifierUris'),
    appRoles: json('appRoles'),
    passwordCredentials: json('passwordCredentials'),
    keyCredentials: json('keyCredentials'),
    federatedIdentityCredentials: json('federatedIdentityCredentials'),
    owners: json('owners'),
  },
  requires: [
    ['id'],
    ['appId'],
    [
      'signInAudience',
      'publisherDomain',
      'requiredResourceAccess',
      'identifierUris',
      'passwordCredentials',
      'keyCredentials',
    ],
  ],
  excludes: [
    'servicePrincipalType',
    'appOwnerOrganizationId',
    'appDisplayName',
    'errorCode',
    'ipAddress',
    'deletedDateTime',
  ],
  fills: [
    {
      table: 'application',
      columns: (field) => ({
        ...sameNamed(field, ['displayName', 'signInAudience', 'publisherDomain', 'isFallbackPublicClient']),
        id: bare(field.id),
        appId: bare(field.appId),
        createdDateTime: moment(field.createdDateTime),
        redirectUris: sql`case when coalesce(${field.webRedirectUris}, ${field.spaRedirectUris}, ${field.publicClientRedirectUris}) is not null
          then list_concat(${list(field.webRedirectUris)}, ${list(field.spaRedirectUris)}, ${list(field.publicClientRedirectUris)}) end`,
      }),
    },
    appRoleFill,
    ownerFill('owners', 'application'),
    ...objectFills('owners'),
    ...credentialFills(
      { ownerType: 'application', id: 'id', appId: 'appId' },
      { secrets: 'passwordCredentials', certificates: 'keyCredentials', federated: 'federatedIdentityCredentials' },
    ),
  ],
  examples: [
    {
      name: 'with a secret, a federated credential and an owner',
      record: {
        id: 'AAAA1111-0000-4000-8000-000000000001',
        deletedDateTime: null,
        appId: '1111AAAA-0000-4000-8000-000000000001',
        displayName: 'Legacy mail test',
        createdDateTime: '2019-05-06T07:08:09Z',
        signInAudience: 'AzureADMultipleOrgs',
        publisherDomain: 'frostline.example',
        isFallbackPublicClient: null,
        identifierUris: [],
        web: { redirectUris: ['https://mail.frostline.example/cb'], logoutUrl: null },
        spa: { redirectUris: [] },
        publicClient: { redirectUris: ['http://localhost'] },
        appRoles: [{ id: 'R1', value: 'Mail.Test', displayName: 'Test', isEnabled: true }],
        passwordCredentials: [
          {
            keyId: 'K1',
            displayName: 'added later',
            startDateTime: '2024-01-10T00:00:00Z',
            endDateTime: '2025-01-10T00:00:00Z',
          },
        ],
        keyCredentials: [],
        'federatedIdentityCredentials@odata.context': 'x',
        federatedIdentityCredentials: [
          {
            id: 'F1',
            name: 'ci',
            issuer: 'https://token.ci.example',
            subject: 'repo:frostline/mail',
            audiences: ['api://x'],
          },
        ],
        owners: [
          {
            '@odata.type': '#microsoft.graph.user',
            id: 'U1',
            userPrincipalName: 'Nora.Lind@frostline.example',
            displayName: 'Nora Lind',
          },
        ],
      },
      becomes: {
        application: [
          {
            id: 'aaaa1111-0000-4000-8000-000000000001',
            appId: '1111aaaa-0000-4000-8000-000000000001',
            displayName: 'Legacy mail test',
            createdDateTime: '2019-05-06T07:08:09.000Z',
            publisherDomain: 'frostline.example',
            isFallbackPublicClient: null,
            redirectUris: 'https://mail.frostline.example/cb,http://localhost',
          },
        ],
        app_role: [{ resourceAppId: '1111aaaa-0000-4000-8000-000000000001', id: 'r1', value: 'Mail.Test' }],
        owner: [
          {
            objectId: 'aaaa1111-0000-4000-8000-000000000001',
            objectType: 'application',
            ownerId: 'u1',
            ownerType: 'user',
            state: 'active',
          },
        ],
        user: [{ id: 'u1', userPrincipalName: 'nora.lind@frostline.example' }],
        credential: [
          {
            ownerId: 'aaaa1111-0000-4000-8000-000000000001',
            ownerType: 'application',
            appId: '1111aaaa-0000-4000-8000-000000000001',
            keyId: 'k1',
            type: 'secret',
            endDateTime: '2025-01-10T00:00:00.000Z',
          },
          { keyId: 'f1', type: 'federated', issuer: 'https://token.ci.example', subject: 'repo:frostline/mail' },
        ],
      },
    },
    {
      name: 'written by PowerShell, keys with capitals, a list of one as an object',
      record: {
        Id: 'aaaa1111-0000-4000-8000-000000000002',
        AppId: '1111aaaa-0000-4000-8000-000000000002',
        DisplayName: 'Reports',
        SignInAudience: 'AzureADMyOrg',
        Web: { RedirectUris: 'https://reports.frostline.example/' },
        KeyCredentials: {
          KeyId: 'C1',
          DisplayName: 'CN=reports',
          StartDateTime: '/Date(1704844800000)/',
          EndDateTime: null,
        },
      },
      becomes: {
        application: [
          { appId: '1111aaaa-0000-4000-8000-000000000002', redirectUris: 'https://reports.frostline.example/' },
        ],
        credential: [
          { keyId: 'c1', type: 'certificate', startDateTime: '2024-01-10T00:00:00.000Z', endDateTime: null },
        ],
      },
    },
    {
      name: 'that a service principal owns or made, as Goose writes it',
      record: {
        appId: 'A3',
        displayName: 'Made by another',
        id: 'AP3',
        servicePrincipals: { appId: 'A1', id: 'S1', servicePrincipalType: 'Application' },
        signInAudience: 'AzureADMyOrg',
      },
      becomes: { application: [{ id: 'ap3', appId: 'a3', redirectUris: null }], service_principal: [], owner: [] },
    },
    {
      name: 'a deleted application is none',
      record: { id: 'a', appId: 'b', signInAudience: 'AzureADMyOrg', deletedDateTime: '2024-01-02T00:00:00Z' },
      becomes: undefined,
    },
    {
      name: 'a service principal is none',
      record: { id: 'a', appId: 'b', signInAudience: 'AzureADMyOrg', servicePrincipalType: 'Application' },
      becomes: undefined,
    },
  ],
});
