import type { SignIn, SignInEventType } from '../record.ts';

/** How each exporter names one kind of sign-in. */
export interface SignInKind {
  readonly diagnosticCategory: string;
  readonly logAnalyticsTable: string;
  /** Container of a storage account's diagnostic blobs. */
  readonly container: string;
  readonly portalName: string;
  readonly extractorName: string;
  readonly gooseName: string;
}

const interactive: SignInKind = {
  diagnosticCategory: 'SignInLogs',
  logAnalyticsTable: 'SigninLogs',
  container: 'insights-logs-signinlogs',
  portalName: 'InteractiveSignIns',
  extractorName: 'interactiveUserAndNonInteractiveUser',
  gooseName: 'rt',
};

const nonInteractive: SignInKind = {
  diagnosticCategory: 'NonInteractiveUserSignInLogs',
  logAnalyticsTable: 'AADNonInteractiveUserSignInLogs',
  container: 'insights-logs-noninteractiveusersigninlogs',
  portalName: 'NonInteractiveSignIns',
  extractorName: 'interactiveUserAndNonInteractiveUser',
  gooseName: 'rt',
};

const servicePrincipal: SignInKind = {
  diagnosticCategory: 'ServicePrincipalSignInLogs',
  logAnalyticsTable: 'AADServicePrincipalSignInLogs',
  container: 'insights-logs-serviceprincipalsigninlogs',
  portalName: 'ApplicationSignIns',
  extractorName: 'servicePrincipal',
  gooseName: 'sp',
};

const managedIdentity: SignInKind = {
  diagnosticCategory: 'ManagedIdentitySignInLogs',
  logAnalyticsTable: 'AADManagedIdentitySignInLogs',
  container: 'insights-logs-managedidentitysigninlogs',
  portalName: 'MSISignIns',
  extractorName: 'managedIdentity',
  gooseName: 'msi',
};

const federation: SignInKind = {
  diagnosticCategory: 'ADFSSignInLogs',
  logAnalyticsTable: 'ADFSSignInLogs',
  container: 'insights-logs-adfssigninlogs',
  portalName: 'InteractiveSignIns',
  extractorName: 'interactiveUserAndNonInteractiveUser',
  gooseName: 'adfs',
};

const kinds: Readonly<Record<SignInEventType, SignInKind>> = {
  interactiveUser: interactive,
  nonInteractiveUser: nonInteractive,
  servicePrincipal,
  managedIdentity,
};

/** The kind by event type; AD FS by the token's issuer. */
export function signInKind(record: SignIn): SignInKind {
  return record.tokenIssuerType === 'ADFederationServices' ? federation : kinds[record.signInEventTypes[0]];
}
