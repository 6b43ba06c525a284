import type { Format } from '../format/format.ts';
import type { SignIn } from '../record.ts';
import type { TenantOptions, Written } from './write-tenant.ts';
import { writeDays } from './write-tenant.ts';
import type { Evidence } from '../scenario/evidence.ts';

type Cell = string | number | boolean | null;

/** Names of the logs in the table `sign_in`. */
const logs = {
  interactiveUser: 'sign-in',
  nonInteractiveUser: 'non-interactive-sign-in',
  servicePrincipal: 'service-principal-sign-in',
  managedIdentity: 'managed-identity-sign-in',
} as const;

/** The columns of the table `sign_in` in their order, without `raw`; the values are those that the importer makes of a Graph record. */
const columns: readonly [name: string, value: (record: SignIn, position: number) => Cell][] = [
  ['file_id', () => 1],
  ['record', (_record, position) => position],
  ['log', (record) => logs[record.signInEventTypes[0]]],
  ['time', (record) => record.createdDateTime.replace('Z', '')],
  ['id', (record) => record.id],
  ['operation', () => 'Sign-in'],
  ['principal', (record) => (record.userPrincipalName || record.servicePrincipalName || '').toLowerCase()],
  ['ip', (record) => record.ipAddress],
  ['userAgent', (record) => record.userAgent],
  ['appId', (record) => record.appId],
  ['userId', (record) => record.userId],
  ['servicePrincipalId', (record) => record.servicePrincipalId],
  ['servicePrincipalCredentialKeyId', (record) => record.servicePrincipalCredentialKeyId],
  ['appDisplayName', (record) => record.appDisplayName],
  ['resourceId', (record) => record.resourceId],
  ['resourceDisplayName', (record) => record.resourceDisplayName],
  ['clientAppUsed', (record) => record.clientAppUsed],
  ['authenticationProtocol', (record) => record.authenticationProtocol],
  ['authenticationRequirement', (record) => record.authenticationRequirement],
  ['conditionalAccessStatus', (record) => record.conditionalAccessStatus],
  ['incomingTokenType', (record) => record.incomingTokenType],
  ['errorCode', (record) => record.status.errorCode],
  ['failureReason', (record) => record.status.failureReason],
  ['statusDetails', (record) => record.status.additionalDetails],
  ['country', (record) => record.location.countryOrRegion],
  ['city', (record) => record.location.city],
  ['autonomousSystemNumber', (record) => record.autonomousSystemNumber],
  ['deviceOperatingSystem', (record) => record.deviceDetail.operatingSystem],
  ['deviceBrowser', (record) => record.deviceDetail.browser],
  ['deviceTrustType', (record) => record.deviceDetail.trustType],
  ['deviceId', (record) => record.deviceDetail.deviceId],
  ['isCompliant', (record) => record.deviceDetail.isCompliant],
  ['correlationId', (record) => record.correlationId],
  ['sessionId', (record) => record.sessionId],
  ['uniqueTokenIdentifier', (record) => record.uniqueTokenIdentifier],
  ['homeTenantId', (record) => record.homeTenantId],
  ['resourceTenantId', (record) => record.resourceTenantId],
  ['crossTenantAccessType', (record) => record.crossTenantAccessType],
  ['appOwnerTenantId', (record) => record.appOwnerTenantId],
  ['riskLevel', (record) => record.riskLevelDuringSignIn],
  ['riskState', (record) => record.riskState],
  ['riskEventTypes', ({ riskEventTypes_v2: types }) => (types.length === 0 ? null : `[${types.join(', ')}]`)],
];

/** What stands for null, so that it differs from empty text. */
export const nullText = '\\N';

const tableRows: Format = {
  id: 'table-rows',
  title: 'Rows of the table sign_in',
  signIn(records, { newline = '\n' } = {}) {
    if (records.length === 0) return [];
    const lines = records.map((record, index) => columns.map(([, value]) => cell(value(record, index + 1))).join(','));
    const text = [columns.map(([name]) => name).join(','), ...lines].map((line) => line + newline).join('');
    return [{ name: 'sign_in.csv', bytes: new Uint8Array(Buffer.from(text)) }];
  },
};

function cell(value: Cell): string {
  if (value === null) return nullText;
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `DIR/sign_in.csv` with the tenant's sign-ins as rows of the table, for measurements that need a full case without ingest. */
export async function writeTableRows(
  options: Omit<TenantOptions, 'format' | 'logs'>,
  told: Evidence,
): Promise<Written> {
  return writeDays(options, { signIn: tableRows }, told);
}
