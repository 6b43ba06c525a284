/**
 * Names of the record types that the simulation makes, by number.
 * Source: https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema#auditlogrecordtype
 */
const recordTypes: Readonly<Record<number, string>> = {
  1: 'ExchangeAdmin',
  2: 'ExchangeItem',
  3: 'ExchangeItemGroup',
  6: 'SharePointFileOperation',
  8: 'AzureActiveDirectory',
  9: 'AzureActiveDirectoryAccountLogon',
  15: 'AzureActiveDirectoryStsLogon',
  50: 'ExchangeItemAggregated',
};

/** The name as Exchange gives it, the number as text for any other type. */
export function recordTypeName(recordType: number): string {
  return recordTypes[recordType] ?? String(recordType);
}
