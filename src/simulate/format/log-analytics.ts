import { tenant } from '../tenant.ts';
import { auditTable } from './audit-table.ts';
import type { Format, WriteOptions, WrittenFile } from './format.ts';
import { graphActivityTable } from './graph-activity-table.ts';
import type { LogAnalyticsTable } from './log-analytics-table.ts';
import { officeActivityTable } from './office-activity-table.ts';
import { signInKind } from './sign-in-kind.ts';
import { signInTable } from './sign-in-table.ts';
import { groupBy } from './span.ts';

/** Writes one table; called for every table that the records belong to. */
export type WriteTable = <Record>(
  table: LogAnalyticsTable<Record>,
  records: readonly Record[],
  options: WriteOptions,
) => WrittenFile;

/** A Log Analytics export of all logs, from the way that one table is written. */
export function logAnalyticsFormat(id: string, title: string, writeTable: WriteTable): Format {
  return {
    id,
    title,
    signIn: (records, options = {}) =>
      groupBy(records, (record) => signInKind(record).logAnalyticsTable).map(([table, group]) =>
        writeTable(signInTable(table), group, options),
      ),
    directoryAudit: (records, options = {}) =>
      records.length === 0 ? [] : [writeTable(auditTable(options.tenantId ?? tenant.id), records, options)],
    // Only the workloads of Office; changes of the directory have a table of their own.
    unifiedAudit(records, options = {}) {
      const exchange = records.filter((record) => record.Workload === 'Exchange');
      return exchange.length === 0 ? [] : [writeTable(officeActivityTable, exchange, options)];
    },
    graphActivity: (records, options = {}) =>
      records.length === 0 ? [] : [writeTable(graphActivityTable, records, options)],
  };
}
