import { sql } from '../../store/sql.ts';
import { bare, list, moment } from '../directory-source.ts';
import { sameNamed, texts } from '../source.ts';
import { appRoleFill } from './app-role-fill.ts';
import type { AzurehoundField, AzurehoundFill } from './azurehound-fields.ts';
import { falseIfLeftOut, ownerFill } from './azurehound-people.ts';
import { credentialFills } from './credential-fill.ts';

/** Applications, service principals, their owners and credentials, and what they may do. */
export const applicationFills: readonly AzurehoundFill[] = [
  {
    table: 'application',
    kind: 'AZApp',
    columns: (field) => ({
      ...sameNamed(field, ['displayName', 'signInAudience', 'publisherDomain', 'isFallbackPublicClient']),
      id: bare(field.id),
      appId: bare(field.appId),
      createdDateTime: moment(field.createdDateTime),
      redirectUris: sql`list_concat(${list(field.webRedirectUris)}, ${list(field.spaRedirectUris)}, ${list(field.publicRedirectUris)})`,
    }),
  },
  ...ofKind(
    'AZApp',
    credentialFills<AzurehoundField>(
      { ownerType: 'application', id: 'id', appId: 'appId' },
      { secrets: 'passwordCredentials', certificates: 'keyCredentials' },
    ),
  ),
  {
    table: 'credential',
    kind: 'AZFederatedIdentityCredential',
    each: [
      {
        list: 'fics',
        fields: texts({ id: 'fic/id', name: 'fic/name', issuer: 'fic/issuer', subject: 'fic/subject' }),
      },
    ],
    columns: (field, item) => ({
      ownerType: sql`'application'`,
      appId: bare(field.appId),
      keyId: bare(item('id')),
      type: sql`'federated'`,
      displayName: item('name'),
      issuer: item('issuer'),
      subject: item('subject'),
    }),
  },
  ownerFill('AZAppOwner', 'application', 'appId'),
  {
    table: 'service_principal',
    kind: 'AZServicePrincipal',
    columns: (field) => ({
      ...sameNamed(field, ['displayName', 'servicePrincipalType', 'signInAudience']),
      id: bare(field.id),
      appId: bare(field.appId),
      appOwnerOrganizationId: bare(field.appOwnerOrganizationId),
      accountEnabled: falseIfLeftOut(field.accountEnabled, field.servicePrincipalType),
      appRoleAssignmentRequired: falseIfLeftOut(field.appRoleAssignmentRequired, field.servicePrincipalType),
      verifiedPublisherId: bare(field.verifiedPublisherId),
      replyUrls: list(field.replyUrls),
    }),
  },
  { ...appRoleFill, kind: 'AZServicePrincipal' },
  ...ofKind(
    'AZServicePrincipal',
    credentialFills<AzurehoundField>(
      { ownerType: 'servicePrincipal', id: 'id', appId: 'appId' },
      { secrets: 'passwordCredentials', certificates: 'keyCredentials' },
    ),
  ),
  ownerFill('AZServicePrincipalOwner', 'servicePrincipal', 'servicePrincipalId'),
  {
    table: 'app_role_assignment',
    kind: 'AZAppRoleAssignment',
    columns: (field) => ({
      ...sameNamed(field, ['principalType']),
      appRoleId: bare(field.appRoleId),
      principalId: bare(field.principalId),
      resourceId: bare(field.resourceId),
      resourceAppId: bare(field.appId),
      resourceName: field.resourceDisplayName,
      createdDateTime: moment(field.createdDateTime),
    }),
  },
  {
    table: 'delegated_grant',
    kind: 'AZOAuth2PermissionGrant',
    columns: (field) => ({
      ...sameNamed(field, ['consentType']),
      clientId: bare(field.clientId),
      principalId: bare(field.principalId),
      resourceId: bare(field.resourceId),
      scopes: sql`words(${field.scope})`,
    }),
  },
];

function ofKind(kind: string, fills: readonly AzurehoundFill[]): AzurehoundFill[] {
  return fills.map((fill) => ({ ...fill, kind }));
}
