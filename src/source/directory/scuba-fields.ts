import type { Fill } from '../directory-source.ts';
import { json, texts } from '../source.ts';

/** The parts of an export of ScubaGear that say something about a directory. Any of them may be one object or a list. */
export const scubaFields = {
  ...texts({
    baselineVersion: 'baseline_version',
    moduleVersion: 'module_version',
    timestamp: 'timestamp_zulu',
    date: 'date',
    tenantId: 'tenant_id',
    totalUserCount: 'total_user_count',
  }),
  tenantDetails: json('tenant_details'),
  scubaConfig: json('scuba_config'),
  conditionalAccessPolicies: json('conditional_access_policies'),
  authorizationPolicies: json('authorization_policies'),
  adminConsentPolicies: json('admin_consent_policies'),
  authenticationMethod: json('authentication_method'),
  privilegedUsers: json('privileged_users'),
  privilegedServicePrincipals: json('privileged_service_principals'),
  privilegedRoles: json('privileged_roles'),
  servicePlans: json('service_plans'),
  licenses: json('license_information'),
  directorySettings: json('directory_settings'),
  domainSettings: json('domain_settings'),
  riskyApplications: json('risky_applications'),
  riskyServicePrincipals: json('risky_third_party_service_principals'),
  riskyClassifications: json('risky_delegated_permission_classifications'),
  legacyExchange: json('legacy_exchange_service_principal'),
  exchangeHybrid: json('dedicated_exchange_hybrid_applications'),
  defaultAppManagement: json('default_app_management_policy'),
  appManagement: json('app_management_policies'),
  organizationConfig: json('org_config'),
  adminAuditLogConfig: json('admin_audit_log_config'),
  remoteDomains: json('remote_domains'),
  transportConfig: json('transport_config'),
  aadFailed: json('aad_unsuccessful_commands'),
  exoFailed: json('exo_unsuccessful_commands'),
  defenderFailed: json('defender_unsuccessful_commands'),
  securitySuiteFailed: json('securitysuite_unsuccessful_commands'),
  aadDone: json('aad_successful_commands'),
  exoDone: json('exo_successful_commands'),
  defenderDone: json('defender_successful_commands'),
  securitySuiteDone: json('securitysuite_successful_commands'),
};

export type ScubaField = keyof typeof scubaFields;
export type ScubaFill = Fill<ScubaField>;
