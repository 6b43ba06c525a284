import { sql, type Sql } from '../../store/sql.ts';
import { bare, defineDirectorySource } from '../directory-source.ts';
import { boolean, json, sameNamed, texts } from '../source.ts';
import { pluck } from './list-part.ts';
import { settingFill } from './setting-fill.ts';

/** Whose settings they are: those of one other tenant, or the default for all that are not named. */
const partner = (tenantId: Sql): Sql => sql`coalesce(${bare(tenantId)}, 'default')`;

/**
 * Graph `policies/crossTenantAccessPolicy/default` and `/partners`, also with `identitySynchronization` expanded or alone.
 * What a partner has null or leaves out is as in the default.
 */
export default defineDirectorySource({
  id: 'cross-tenant-access-policy-graph',
  title: 'Trust in other tenants as Graph gives it (JSON)',
  reference: 'https://learn.microsoft.com/graph/api/resources/crosstenantaccesspolicyconfigurationpartner',
  table: 'directory',
  fields: {
    ...texts({
      tenantId: 'tenantId',
      inboundUserAccess: 'b2bCollaborationInbound/usersAndGroups/accessType',
      inboundApplicationAccess: 'b2bCollaborationInbound/applications/accessType',
      outboundUserAccess: 'b2bCollaborationOutbound/usersAndGroups/accessType',
      outboundApplicationAccess: 'b2bCollaborationOutbound/applications/accessType',
      directUserAccess: 'b2bDirectConnectInbound/usersAndGroups/accessType',
      directApplicationAccess: 'b2bDirectConnectInbound/applications/accessType',
    }),
    inboundUsers: json('b2bCollaborationInbound/usersAndGroups/targets'),
    inboundApplications: json('b2bCollaborationInbound/applications/targets'),
    outboundApplications: json('b2bCollaborationOutbound/applications/targets'),
    directApplications: json('b2bDirectConnectInbound/applications/targets'),
    trustsMfa: boolean('inboundTrust/isMfaAccepted'),
    trustsCompliantDevice: boolean('inboundTrust/isCompliantDeviceAccepted'),
    trustsHybridJoinedDevice: boolean('inboundTrust/isHybridAzureADJoinedDeviceAccepted'),
    consentsInbound: boolean('automaticUserConsentSettings/inboundAllowed'),
    consentsOutbound: boolean('automaticUserConsentSettings/outboundAllowed'),
    syncAllowed: boolean('identitySynchronization/userSyncInbound/isSyncAllowed'),
    syncAllowedAlone: boolean('userSyncInbound/isSyncAllowed'),
    isServiceProvider: boolean('isServiceProvider'),
    isServiceDefault: boolean('isServiceDefault'),
  },
  requires: [
    [
      'inboundUserAccess',
      'outboundUserAccess',
      'directUserAccess',
      'trustsMfa',
      'consentsInbound',
      'syncAllowed',
      'syncAllowedAlone',
      'isServiceProvider',
      'isServiceDefault',
    ],
  ],
  fills: [
    {
      table: 'partner',
      columns: (field) => ({
        ...sameNamed(field, [
          'trustsMfa',
          'trustsCompliantDevice',
          'trustsHybridJoinedDevice',
          'consentsInbound',
          'consentsOutbound',
          'isServiceProvider',
        ]),
        partner: partner(field.tenantId),
        collaborationInbound: access(
          field.inboundUserAccess,
          field.inboundApplicationAccess,
          field.inboundApplications,
        ),
        collaborationInboundUsers: pluck(field.inboundUsers, 'target', 'Target'),
        collaborationInboundApplications: pluck(field.inboundApplications, 'target', 'Target'),
        collaborationOutbound: access(
          field.outboundUserAccess,
          field.outboundApplicationAccess,
          field.outboundApplications,
        ),
        directConnectInbound: access(field.directUserAccess, field.directApplicationAccess, field.directApplications),
        syncsUsersInbound: sql`coalesce(${field.syncAllowed}, ${field.syncAllowedAlone})`,
      }),
    },
    settingFill('crossTenantAccessPolicy', { object: (at) => partner(at('tenantId')) }),
  ],
  examples: [
    {
      name: 'a partner whose multi-factor authentication counts and who syncs users',
      record: {
        tenantId: '99990000-0000-4000-8000-000000000009',
        isServiceProvider: false,
        isInMultiTenantOrganization: null,
        inboundTrust: {
          isMfaAccepted: true,
          isCompliantDeviceAccepted: false,
          isHybridAzureADJoinedDeviceAccepted: false,
        },
        b2bCollaborationInbound: {
          usersAndGroups: { accessType: 'allowed', targets: [{ target: 'AllUsers', targetType: 'user' }] },
          applications: { accessType: 'blocked', targets: [{ target: 'Office365', targetType: 'application' }] },
        },
        b2bCollaborationOutbound: null,
        automaticUserConsentSettings: { inboundAllowed: true, outboundAllowed: null },
        identitySynchronization: { userSyncInbound: { isSyncAllowed: true } },
      },
      becomes: {
        partner: [
          {
            partner: '99990000-0000-4000-8000-000000000009',
            trustsMfa: 'true',
            trustsCompliantDevice: 'false',
            collaborationInbound: 'allowed',
            collaborationInboundUsers: 'AllUsers',
            collaborationInboundApplications: 'Office365',
            collaborationOutbound: null,
            directConnectInbound: null,
            consentsInbound: 'true',
            consentsOutbound: null,
            syncsUsersInbound: 'true',
            isServiceProvider: 'false',
          },
        ],
      },
    },
    {
      name: 'the default, by PowerShell',
      record: {
        IsServiceDefault: true,
        InboundTrust: { IsMfaAccepted: false },
        B2BCollaborationInbound: {
          UsersAndGroups: { AccessType: 'allowed', Targets: { Target: 'AllUsers', TargetType: 'user' } },
          Applications: { AccessType: 'blocked', Targets: [{ Target: 'AllApplications', TargetType: 'application' }] },
        },
      },
      becomes: {
        partner: [
          {
            partner: 'default',
            trustsMfa: 'false',
            collaborationInbound: 'blocked',
            collaborationInboundUsers: 'AllUsers',
            collaborationInboundApplications: 'AllApplications',
          },
        ],
        setting: [
          { policy: 'crossTenantAccessPolicy', object: 'default', path: 'isservicedefault', value: 'true' },
          { path: 'inboundtrust.ismfaaccepted', value: 'false' },
          { path: 'b2bcollaborationinbound.usersandgroups.accesstype', value: 'allowed' },
          { path: 'b2bcollaborationinbound.usersandgroups.targets.target' },
          { path: 'b2bcollaborationinbound.usersandgroups.targets.targettype' },
          { path: 'b2bcollaborationinbound.applications.accesstype' },
          { path: 'b2bcollaborationinbound.applications.targets[0].target' },
          { path: 'b2bcollaborationinbound.applications.targets[0].targettype' },
        ],
      },
    },
    {
      name: 'the synchronization of a partner alone',
      record: { tenantId: 'T9', displayName: 'Partner', userSyncInbound: { isSyncAllowed: true } },
      becomes: { partner: [{ partner: 't9', syncsUsersInbound: 'true', collaborationInbound: null }] },
    },
  ],
});

/** `blocked` if users are, or if no application is left to them; null if the export does not say. */
function access(users: Sql, applications: Sql, targets: Sql): Sql {
  return sql`case when ${applications} = 'blocked' and list_contains(${pluck(targets, 'target', 'Target')}, 'AllApplications')
    then 'blocked' else ${users} end`;
}
