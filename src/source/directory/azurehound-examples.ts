import type { DirectoryExample } from '../directory-source.ts';

const tenantId = 'AAAA0000-0000-4000-8000-0000000000FF';

/** Records of the shape that AzureHound writes: ids in capitals, what is false left out. */
export const azurehoundExamples: readonly DirectoryExample[] = [
  {
    name: 'the tenant that was collected',
    record: {
      kind: 'AZTenant',
      data: {
        id: `/tenants/${tenantId}`,
        tenantId,
        displayName: 'Frostline',
        defaultDomain: 'frostline.example',
        domains: ['frostline.example'],
        collected: true,
      },
    },
    becomes: {
      tenant: [{ id: tenantId.toLowerCase(), displayName: 'Frostline', defaultDomain: 'frostline.example' }],
    },
  },
  {
    name: 'another tenant that the collector could see',
    record: { kind: 'AZTenant', data: { id: '/tenants/x', tenantId: 'x', displayName: 'A customer' } },
    becomes: { tenant: [] },
  },
  {
    name: 'a user who is disabled, which AzureHound says by leaving it out',
    record: {
      kind: 'AZUser',
      data: {
        id: 'AAAA0001-0000-4000-8000-000000000001',
        createdDateTime: '2017-03-02T09:00:00Z',
        displayName: 'Test Legacy',
        lastPasswordChangeDateTime: '2017-03-02T09:00:00Z',
        signInActivity: { lastSignInDateTime: '2021-05-06T07:08:09Z' },
        userPrincipalName: 'TEST.LEGACY@FROSTLINE.EXAMPLE',
        userType: 'Member',
        tenantId,
        tenantName: 'FROSTLINE',
      },
    },
    becomes: {
      user: [
        {
          id: 'aaaa0001-0000-4000-8000-000000000001',
          userPrincipalName: 'test.legacy@frostline.example',
          accountEnabled: 'false',
          onPremisesSyncEnabled: null,
          lastSignIn: '2021-05-06T07:08:09.000Z',
        },
      ],
      group: [],
    },
  },
  {
    name: 'a user of whom only the properties of a bare list were asked',
    record: { kind: 'AZUser', data: { id: 'U2', displayName: 'Gil', userPrincipalName: 'gil@frostline.example' } },
    becomes: { user: [{ id: 'u2', accountEnabled: null }] },
  },
  {
    name: 'a group that may have roles',
    record: {
      kind: 'AZGroup',
      data: {
        id: 'G1',
        displayName: 'Tier 0',
        groupTypes: [],
        isAssignableToRole: true,
        securityEnabled: true,
        tenantId,
      },
    },
    becomes: {
      group: [{ id: 'g1', isAssignableToRole: 'true', securityEnabled: 'true', mailEnabled: 'false', groupTypes: '' }],
    },
  },
  {
    name: 'members of a group',
    record: {
      kind: 'AZGroupMember',
      data: {
        groupId: 'G1',
        members: [
          { groupId: 'G1', member: { '@odata.type': '#microsoft.graph.user', id: 'U1', displayName: 'Ann' } },
          { groupId: 'G1', member: { '@odata.type': '#microsoft.graph.servicePrincipal', id: 'S1' } },
        ],
      },
    },
    becomes: {
      group_member: [
        { groupId: 'g1', memberId: 'u1', memberType: 'user' },
        { groupId: 'g1', memberId: 's1', memberType: 'servicePrincipal' },
      ],
    },
  },
  {
    name: 'a group without members',
    record: { kind: 'AZGroupMember', data: { groupId: 'G2', members: null } },
    becomes: { group_member: [] },
  },
  {
    name: 'an owner of a group',
    record: {
      kind: 'AZGroupOwner',
      data: {
        groupId: 'G1',
        owners: [{ groupId: 'G1', owner: { '@odata.type': '#microsoft.graph.user', id: 'U1' } }],
      },
    },
    becomes: { owner: [{ objectId: 'g1', objectType: 'group', ownerId: 'u1', ownerType: 'user' }] },
  },
  {
    name: 'an application with a secret',
    record: {
      kind: 'AZApp',
      data: {
        id: 'A1',
        appId: 'C1',
        displayName: 'Payroll',
        createdDateTime: '2020-01-02T03:04:05Z',
        signInAudience: 'AzureADMyOrg',
        publisherDomain: 'frostline.example',
        web: { redirectUris: ['https://payroll.frostline.example/'] },
        spa: { redirectUris: [] },
        passwordCredentials: [
          { displayName: '', hint: 'abc', keyId: 'K1', startDateTime: '2024-01-10T00:00:00Z', endDateTime: '' },
        ],
        keyCredentials: [],
        tenantId,
      },
    },
    becomes: {
      application: [{ id: 'a1', appId: 'c1', redirectUris: 'https://payroll.frostline.example/' }],
      credential: [{ ownerId: 'a1', appId: 'c1', keyId: 'k1', type: 'secret', endDateTime: null }],
    },
  },
  {
    name: 'who may come without a secret',
    record: {
      kind: 'AZFederatedIdentityCredential',
      data: {
        appId: 'C1',
        fics: [
          {
            appId: 'C1',
            fic: { id: 'F1', name: 'build', issuer: 'https://token.frostline.example', subject: 'repo:a/b' },
          },
        ],
      },
    },
    becomes: {
      credential: [
        { ownerId: null, ownerType: 'application', appId: 'c1', keyId: 'f1', type: 'federated', subject: 'repo:a/b' },
      ],
    },
  },
  {
    name: 'an owner of an application, which AzureHound names by its appId',
    record: {
      kind: 'AZAppOwner',
      data: { appId: 'C1', owners: [{ appId: 'C1', owner: { '@odata.type': '#microsoft.graph.user', id: 'U1' } }] },
    },
    becomes: { owner: [{ objectId: 'c1', objectType: 'application', ownerId: 'u1' }] },
  },
  {
    name: 'a resource that is enabled',
    record: {
      kind: 'AZServicePrincipal',
      data: {
        id: 'EEEE0000-0000-4000-8000-000000000001',
        accountEnabled: true,
        appId: '00000002-0000-0FF1-CE00-000000000000',
        appOwnerOrganizationId: 'F8CDEF31-A31E-4B4A-93E4-5F571E91255A',
        appRoles: [
          { id: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40', value: 'full_access_as_app', displayName: 'All mail' },
        ],
        displayName: 'Office 365 Exchange Online',
        passwordCredentials: [{ displayName: 'x', keyId: 'K2', startDateTime: '', endDateTime: '' }],
        servicePrincipalType: 'Application',
        verifiedPublisher: {},
        tenantId,
      },
    },
    becomes: {
      service_principal: [
        {
          id: 'eeee0000-0000-4000-8000-000000000001',
          appId: '00000002-0000-0ff1-ce00-000000000000',
          accountEnabled: 'true',
          appRoleAssignmentRequired: 'false',
        },
      ],
      app_role: [{ id: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40', value: 'full_access_as_app' }],
      credential: [{ ownerType: 'servicePrincipal', keyId: 'k2' }],
    },
  },
  {
    name: 'an owner of a service principal',
    record: {
      kind: 'AZServicePrincipalOwner',
      data: { servicePrincipalId: 'S1', owners: [{ servicePrincipalId: 'S1', owner: { id: 'U1' } }] },
    },
    becomes: { owner: [{ objectId: 's1', objectType: 'servicePrincipal', ownerId: 'u1', ownerType: null }] },
  },
  {
    name: 'a role at Exchange',
    record: {
      kind: 'AZAppRoleAssignment',
      data: {
        appRoleId: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
        createdDateTime: '2023-12-01T10:00:00Z',
        id: 'X1',
        principalId: '5555AAAA-0000-4000-8000-000000000001',
        principalType: 'ServicePrincipal',
        resourceDisplayName: 'Office 365 Exchange Online',
        resourceId: 'EEEE0000-0000-4000-8000-000000000001',
        appId: '00000002-0000-0FF1-CE00-000000000000',
        tenantId,
      },
    },
    becomes: {
      app_role_assignment: [
        {
          appRoleId: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
          principalId: '5555aaaa-0000-4000-8000-000000000001',
          resourceAppId: '00000002-0000-0ff1-ce00-000000000000',
          createdDateTime: '2023-12-01T10:00:00.000Z',
        },
      ],
    },
  },
  {
    name: 'a delegated permission',
    record: {
      kind: 'AZOAuth2PermissionGrant',
      data: { id: 'X', clientId: 'S1', consentType: 'AllPrincipals', resourceId: 'R1', scope: ' Mail.Read openid' },
    },
    becomes: { delegated_grant: [{ clientId: 's1', principalId: null, scopes: 'Mail.Read,openid' }] },
  },
  {
    name: 'a virtual machine, which is no part of the directory',
    record: { kind: 'AZVM', data: { id: '/subscriptions/x', name: 'vm1', tenantId } },
    becomes: { user: [] },
  },
  {
    name: 'an object of Kubernetes is none',
    record: { apiVersion: 'v1', kind: 'ConfigMap', data: { a: '1' }, metadata: { name: 'x' } },
    becomes: undefined,
  },
];
