import type { DirectoryAudit } from '../record.ts';
import { offsetMoment } from './moment-text.ts';

const targetCount = 3;
const propertyCount = 5;
const detailCount = 6;

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** AuditLogs CSV of the admin center: three targets with five properties each and six details. */
export const portalAuditHeader: readonly string[] = [
  'Date (UTC)',
  'CorrelationId',
  'Service',
  'Category',
  'Activity',
  'Result',
  'ResultReason',
  'User Agent',
  'ActorType',
  'ActorDisplayName',
  'ActorObjectId',
  'ActorUserPrincipalName',
  'IPAddress',
  'ActorHomeTenantId',
  'ActorHomeTenantName',
  'ActorServicePrincipalId',
  'ActorServicePrincipalName',
  ...numbers(targetCount).flatMap((target) => [
    `Target${target}Type`,
    `Target${target}DisplayName`,
    `Target${target}ObjectId`,
    `Target${target}UserPrincipalName`,
    ...numbers(propertyCount).flatMap((property) => [
      `Target${target}ModifiedProperty${property}Name`,
      `Target${target}ModifiedProperty${property}OldValue`,
      `Target${target}ModifiedProperty${property}NewValue`,
    ]),
  ]),
  ...numbers(detailCount).flatMap((detail) => [`AdditionalDetail${detail}Key`, `AdditionalDetail${detail}Value`]),
];

/** One row for `portalAuditHeader`; values of properties stay JSON text. */
export function portalAuditRow(record: DirectoryAudit): string[] {
  const { user, app } = record.initiatedBy;
  return [
    offsetMoment(record.activityDateTime),
    record.correlationId,
    record.loggedByService,
    record.category,
    record.activityDisplayName,
    record.result,
    record.resultReason,
    record.userAgent ?? '',
    user === null ? 'Application' : 'User',
    user?.displayName ?? app?.displayName ?? '',
    user?.id ?? '',
    user?.userPrincipalName ?? '',
    user?.ipAddress ?? '',
    user?.homeTenantId ?? '',
    user?.homeTenantName ?? '',
    app?.servicePrincipalId ?? '',
    app?.servicePrincipalName ?? '',
    ...numbers(targetCount).flatMap((number) => targetCells(record, number - 1)),
    ...numbers(detailCount).flatMap((number) => {
      const detail = record.additionalDetails[number - 1];
      return [detail?.key ?? '', detail?.value ?? ''];
    }),
  ];
}

function targetCells(record: DirectoryAudit, index: number): string[] {
  const target = record.targetResources[index];
  return [
    target?.type ?? '',
    target?.displayName ?? '',
    target?.id ?? '',
    target?.userPrincipalName ?? '',
    ...numbers(propertyCount).flatMap((number) => {
      const property = target?.modifiedProperties[number - 1];
      return [property?.displayName ?? '', property?.oldValue ?? '', property?.newValue ?? ''];
    }),
  ];
}
