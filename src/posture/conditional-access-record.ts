import type { GraphRecord } from './graph-record.ts';

/** What a policy of an example differs in from one that asks every user for a second factor at every application. */
export interface PolicyOf {
  readonly state?: string;
  readonly users?: GraphRecord;
  readonly applications?: GraphRecord;
  /** Further conditions. */
  readonly conditions?: GraphRecord;
  /** Null for none. */
  readonly grantControls?: GraphRecord | null;
}

/** A conditional access policy as Graph gives it; without more it asks everyone everywhere for a second factor. */
export function accessPolicy(id: string, policy: PolicyOf = {}): GraphRecord {
  return {
    id,
    displayName: id,
    state: policy.state ?? 'enabled',
    createdDateTime: '2024-02-01T08:00:00Z',
    modifiedDateTime: null,
    templateId: null,
    conditions: {
      clientAppTypes: ['all'],
      platforms: null,
      locations: null,
      devices: null,
      userRiskLevels: [],
      signInRiskLevels: [],
      servicePrincipalRiskLevels: [],
      clientApplications: null,
      users: {
        includeUsers: ['All'],
        excludeUsers: [],
        includeGroups: [],
        excludeGroups: [],
        includeRoles: [],
        excludeRoles: [],
        includeGuestsOrExternalUsers: null,
        excludeGuestsOrExternalUsers: null,
        ...policy.users,
      },
      applications: {
        includeApplications: ['All'],
        excludeApplications: [],
        includeUserActions: [],
        includeAuthenticationContextClassReferences: [],
        applicationFilter: null,
        ...policy.applications,
      },
      ...policy.conditions,
    },
    grantControls: policy.grantControls === undefined ? grants('OR', 'mfa') : policy.grantControls,
    sessionControls: null,
  };
}

/** Built-in controls such as `mfa` or `block`. */
export function grants(operator: 'AND' | 'OR', ...builtInControls: readonly string[]): GraphRecord {
  return {
    operator,
    builtInControls,
    customAuthenticationFactors: [],
    termsOfUse: [],
    authenticationStrength: null,
  };
}

/** The built-in strength that cannot be phished. */
export const phishingResistant: GraphRecord = {
  operator: 'OR',
  builtInControls: [],
  customAuthenticationFactors: [],
  termsOfUse: [],
  authenticationStrength: {
    id: '00000000-0000-0000-0000-000000000004',
    displayName: 'Phishing-resistant MFA',
    policyType: 'builtIn',
    requirementsSatisfied: 'mfa',
    allowedCombinations: ['windowsHelloForBusiness', 'fido2', 'x509CertificateMultiFactor'],
    combinationConfigurations: [],
  },
};
