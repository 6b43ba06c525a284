import type { LogName } from './sample.ts';

/**
 * Columns that a format cannot carry, or carries in words of its own, compared with the plain form of the same records.
 * What is not listed here has to come out the same. An entry that no longer differs is to be taken out: a test sees to that.
 */
const losses: Readonly<Record<string, readonly string[]>> = {
  // AADServicePrincipalSignInLogs and AADManagedIdentitySignInLogs have few of the columns of SigninLogs; none of the
  // tables says "Other." of a success.
  'log-analytics signIn': [
    'appDisplayName',
    'authenticationProtocol',
    'authenticationRequirement',
    'failureReason',
    'homeTenantId',
    'incomingTokenType',
    'isCompliant',
    'riskLevel',
    'riskState',
  ],
  // OfficeActivity writes the names `Application` and `Owner` where AuditData has the numbers 5 and 0.
  'log-analytics unifiedAudit': ['logonType', 'userType'],
  // Whole seconds; columns that the file of applications does not have, and risk, which no file has; of a device only that
  // it is compliant; and that a sign-in was not interactive stands in the name of the file only, which is never trusted.
  'portal-csv signIn': [
    'authenticationProtocol',
    'authenticationRequirement',
    'autonomousSystemNumber',
    'crossTenantAccessType',
    'incomingTokenType',
    'isCompliant',
    'log',
    'riskEventTypes',
    'riskLevel',
    'riskState',
    'time',
    'uniqueTokenIdentifier',
  ],
  // No id of the record, and at most five properties of a target.
  'portal-csv directoryAudit': ['id', 'targets'],
};

/** Names of the columns in which records of this format may differ. */
export function lossOf(format: string, log: LogName): readonly string[] {
  return losses[`${format.replace(/^log-analytics-.*/, 'log-analytics')} ${log}`] ?? [];
}
