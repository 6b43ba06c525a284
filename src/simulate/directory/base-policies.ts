import { Random } from '../random.ts';
import type { Directory } from './directory.ts';
import { domainRecord } from './domain-record.ts';
import type { DirectoryRecord } from './object.ts';

/** The policies and configurations of a tenant that is well kept, by the names of their files. */
export function addPolicies(directory: Directory): void {
  const { policies, population, permissionGrantPolicies } = directory;
  const reviewer = directory.person(population.admins[0] ?? 0);
  policies.set('authorizationPolicy', {
    id: 'authorizationPolicy',
    displayName: 'Authorization Policy',
    description: 'Used to manage authorization related settings across the company.',
    allowInvitesFrom: 'adminsAndGuestInviters',
    allowedToSignUpEmailBasedSubscriptions: false,
    allowedToUseSSPR: true,
    allowEmailVerifiedUsersToJoinOrganization: false,
    allowUserConsentForRiskyApps: false,
    blockMsolPowerShell: true,
    guestUserRoleId: '2af84b1e-32c8-42b7-82bc-daa82404023b',
    defaultUserRolePermissions: {
      allowedToCreateApps: false,
      allowedToCreateSecurityGroups: false,
      allowedToCreateTenants: false,
      allowedToReadBitlockerKeysForOwnedDevice: false,
      allowedToReadOtherUsers: true,
      permissionGrantPoliciesAssigned: [],
    },
  });
  policies.set('adminConsentRequestPolicy', {
    isEnabled: true,
    notifyReviewers: true,
    remindersEnabled: true,
    requestDurationInDays: 30,
    version: 0,
    reviewers: [{ query: `/users/${reviewer.id}`, queryType: 'MicrosoftGraph', queryRoot: null }],
  });
  policies.set('authenticationMethodsPolicy', authenticationMethods());
  policies.set('authenticationFlowsPolicy', {
    id: 'authenticationFlowsPolicy',
    displayName: 'Authentication flows policy',
    description: 'Authentication flows policy allows modification of settings related to authentication flows.',
    selfServiceSignUp: { isEnabled: false },
  });
  policies.set('deviceRegistrationPolicy', {
    id: 'deviceRegistrationPolicy',
    displayName: 'Device Registration Policy',
    description: 'Tenant-wide policy that manages initial provisioning controls using quota restrictions.',
    userDeviceQuota: 20,
    multiFactorAuthConfiguration: 'required',
    azureADRegistration: { isAdminConfigurable: true, allowedToRegister: nobody },
    azureADJoin: { isAdminConfigurable: true, allowedToJoin: nobody },
    localAdminPassword: { isEnabled: true },
  });
  policies.set('identitySecurityDefaultsEnforcementPolicy', {
    id: '00000000-0000-0000-0000-000000000005',
    displayName: 'Security Defaults',
    description: 'Security defaults is a set of basic identity security mechanisms recommended by Microsoft.',
    isEnabled: false,
  });
  policies.set('defaultAppManagementPolicy', {
    id: '00000000-0000-0000-0000-000000000000',
    displayName: 'Default app management tenant policy',
    description:
      'Default tenant policy that enforces app management restrictions on applications and service principals.',
    isEnabled: true,
    applicationRestrictions: restrictions(),
    servicePrincipalRestrictions: restrictions(),
  });
  policies.set('crossTenantAccessPolicy_default', crossTenantDefault());
  policies.set('EXO_AdminAuditLogConfig_PowerShell', {
    AdminAuditLogEnabled: true,
    AdminAuditLogAgeLimit: '90.00:00:00',
    AdminAuditLogCmdlets: ['*'],
    UnifiedAuditLogIngestionEnabled: true,
    Identity: 'Default',
  });
  policies.set('EXO_OrganizationConfig_PowerShell', {
    Name: population.domain,
    AuditDisabled: false,
    OAuth2ClientProfileEnabled: true,
    EwsEnabled: true,
    EwsAllowList: [],
    EwsApplicationAccessPolicy: null,
    CustomerLockBoxEnabled: true,
    DefaultAuthenticationPolicy: 'Block Basic Auth',
  });
  permissionGrantPolicies.push({
    id: 'microsoft-user-default-low',
    displayName: 'Default User Low Risk Policy',
    description: 'Permissions consentable based on low-risk settings.',
    includes: [
      {
        id: new Random(`${population.tenantId} consent`).uuid(),
        permissionClassification: 'low',
        permissionType: 'delegated',
        clientApplicationsFromVerifiedPublisherOnly: true,
      },
    ],
    excludes: [],
  });
  directory.domains.push(domainRecord(population.domain, {}));
  directory.directorySettings.push({
    id: new Random(`${population.tenantId} settings of consent`).uuid(),
    displayName: 'Consent Policy Settings',
    templateId: 'dffd5d46-495d-40a9-8e21-954ff55e198a',
    values: [
      { name: 'EnableGroupSpecificConsent', value: 'False' },
      { name: 'BlockUserConsentForRiskyApps', value: 'True' },
      { name: 'EnableAdminConsentRequests', value: 'True' },
      { name: 'ConstrainGroupSpecificConsentToMembersOfGroupId', value: '' },
    ],
  });
}

const nobody = { '@odata.type': '#microsoft.graph.noDeviceRegistrationMembership' };

function restrictions(): DirectoryRecord {
  const limit = (restrictionType: string, maxLifetime: string | null) => ({
    restrictionType,
    state: 'enabled',
    maxLifetime,
    restrictForAppsCreatedAfterDateTime: null,
  });
  return {
    passwordCredentials: [limit('passwordLifetime', 'P730D'), limit('customPasswordAddition', null)],
    keyCredentials: [limit('asymmetricKeyLifetime', 'P1095D')],
  };
}

/** Nothing that another tenant says of a sign-in counts here. */
function crossTenantDefault(): DirectoryRecord {
  const everybody = (accessType: string) => ({
    usersAndGroups: { accessType, targets: [{ target: 'AllUsers', targetType: 'user' }] },
    applications: { accessType, targets: [{ target: 'AllApplications', targetType: 'application' }] },
  });
  return {
    isServiceDefault: false,
    inboundTrust: {
      isMfaAccepted: false,
      isCompliantDeviceAccepted: false,
      isHybridAzureADJoinedDeviceAccepted: false,
    },
    b2bCollaborationInbound: everybody('blocked'),
    b2bCollaborationOutbound: everybody('allowed'),
    b2bDirectConnectInbound: everybody('blocked'),
    b2bDirectConnectOutbound: everybody('blocked'),
    automaticUserConsentSettings: { inboundAllowed: false, outboundAllowed: false },
  };
}

function authenticationMethods(): DirectoryRecord {
  const everybody = [{ targetType: 'group', id: 'all_users', isRegistrationRequired: false }];
  const method = (id: string, state: 'enabled' | 'disabled', more: DirectoryRecord = {}) => ({
    '@odata.type': `#microsoft.graph.${id.slice(0, 1).toLowerCase()}${id.slice(1)}AuthenticationMethodConfiguration`,
    id,
    state,
    excludeTargets: [],
    includeTargets: everybody,
    ...more,
  });
  const shown = { state: 'enabled', includeTarget: { targetType: 'group', id: 'all_users' } };
  return {
    id: 'authenticationMethodsPolicy',
    displayName: 'Authentication Methods Policy',
    policyVersion: '1.5',
    policyMigrationState: 'migrationComplete',
    registrationEnforcement: {
      authenticationMethodsRegistrationCampaign: {
        snoozeDurationInDays: 1,
        enforceRegistrationAfterAllowedSnoozes: true,
        state: 'enabled',
        excludeTargets: [],
        includeTargets: [
          { id: 'all_users', targetType: 'group', targetedAuthenticationMethod: 'microsoftAuthenticator' },
        ],
      },
    },
    reportSuspiciousActivitySettings: { state: 'enabled', voiceReportingCode: 0, includeTarget: everybody[0] },
    authenticationMethodConfigurations: [
      method('Fido2', 'enabled', { isSelfServiceRegistrationAllowed: true, isAttestationEnforced: true }),
      method('MicrosoftAuthenticator', 'enabled', {
        isSoftwareOathEnabled: false,
        featureSettings: { displayAppInformationRequiredState: shown, displayLocationInformationRequiredState: shown },
      }),
      method('Sms', 'disabled'),
      method('TemporaryAccessPass', 'enabled', {
        defaultLength: 8,
        defaultLifetimeInMinutes: 60,
        minimumLifetimeInMinutes: 60,
        maximumLifetimeInMinutes: 480,
        isUsableOnce: true,
      }),
      method('HardwareOath', 'disabled'),
      method('SoftwareOath', 'enabled'),
      method('Voice', 'disabled', { isOfficePhoneAllowed: false }),
      method('Email', 'disabled', { allowExternalIdToUseEmailOtp: 'disabled' }),
      method('X509Certificate', 'disabled'),
    ],
  };
}
