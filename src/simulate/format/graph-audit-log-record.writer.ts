import type { UnifiedAudit } from '../record.ts';
import { encodeText } from './encoded-text.ts';
import type { Format } from './format.ts';
import { digitsOf, wholeSecond } from './moment-text.ts';
import { recordTypeName } from './record-type.ts';
import { spanOf } from './span.ts';
import { creationInstant } from './unified-audit-text.ts';

/** By number in AuditData. Source: https://learn.microsoft.com/graph/api/resources/security-auditlogrecord */
const userTypes: Readonly<Record<number, string>> = {
  0: 'regular',
  1: 'reserved',
  2: 'admin',
  3: 'dcAdmin',
  4: 'system',
  5: 'application',
  6: 'servicePrincipal',
  7: 'customPolicy',
  8: 'systemPolicy',
};

/** Records of an audit log query through Microsoft Graph, as `Get-UALGraph` keeps them: an array, the AuditData as `auditData`. */
const graphAuditLogRecord: Format = {
  id: 'graph-audit-log-record',
  title: 'Microsoft Graph audit log query',
  unifiedAudit(records, { encoding = 'utf8', newline = '\n' } = {}) {
    if (records.length === 0) return [];
    const { last } = spanOf(records, creationInstant);
    const text = JSON.stringify(records.map(auditLogRecord), null, 2).replaceAll('\n', newline) + newline;
    return [{ name: `${digitsOf(last)}-audit-UnifiedAuditLog.json`, bytes: encodeText(text, encoding) }];
  },
};
export default graphAuditLogRecord;

function auditLogRecord(record: UnifiedAudit): object {
  const type = recordTypeName(record.RecordType);
  const clientIp = record.ClientIP ?? record['ClientIPAddress'] ?? record['ActorIpAddress'] ?? null;
  return {
    id: record.Id,
    createdDateTime: wholeSecond(creationInstant(record)),
    auditLogRecordType: type.charAt(0).toLowerCase() + type.slice(1),
    operation: record.Operation,
    organizationId: record.OrganizationId,
    userType: userTypes[record.UserType] ?? 'unknownFutureValue',
    userId: record.UserKey,
    service: record.Workload,
    objectId: record.ObjectId ?? null,
    userPrincipalName: record.UserId,
    clientIp,
    administrativeUnits: [''],
    auditData: record,
  };
}
