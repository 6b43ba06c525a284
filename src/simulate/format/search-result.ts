import type { UnifiedAudit } from '../record.ts';
import { recordTypeName } from './record-type.ts';
import { auditDataText } from './unified-audit-text.ts';

/**
 * One object of Search-UnifiedAuditLog with its columns in order; CreationDate is left to the caller's serialiser.
 * Source: https://learn.microsoft.com/powershell/module/exchange/search-unifiedauditlog
 */
export interface SearchResult<CreationDate> {
  RecordType: string;
  CreationDate: CreationDate;
  UserIds: string;
  Operations: string;
  AuditData: string;
  ResultIndex: number;
  ResultCount: number;
  Identity: string;
  IsValid: boolean;
  ObjectState: string;
}

export function searchResults<CreationDate>(
  records: readonly UnifiedAudit[],
  creationDate: (record: UnifiedAudit) => CreationDate,
): SearchResult<CreationDate>[] {
  return records.map((record, index) => ({
    RecordType: recordTypeName(record.RecordType),
    CreationDate: creationDate(record),
    UserIds: record.UserId,
    Operations: record.Operation,
    AuditData: auditDataText(record),
    ResultIndex: index + 1,
    ResultCount: records.length,
    Identity: record.Id,
    IsValid: true,
    ObjectState: 'Unchanged',
  }));
}

export const searchColumns = [
  'RecordType',
  'CreationDate',
  'UserIds',
  'Operations',
  'AuditData',
  'ResultIndex',
  'ResultCount',
  'Identity',
  'IsValid',
  'ObjectState',
] as const;

/** The cells of a result in PowerShell's spelling: `True`, not `true`. */
export function searchCells(result: SearchResult<string>): string[] {
  return searchColumns.map((column) => (column === 'IsValid' ? 'True' : String(result[column])));
}
