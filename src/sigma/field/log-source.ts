import { type EventTable, type Log, logs } from '../../shape/detection.ts';
import type { LogSource } from '../parse/rule.ts';
import { readContent } from './content.ts';

/** The part of a table that a log source means. */
export interface SourceTable {
  readonly table: string;
  readonly logs: readonly Log[];
  /** Further columns and the values that they must have one of. */
  readonly where: Readonly<Record<string, readonly string[]>>;
}

export interface LogSourceTable extends SourceTable {
  readonly table: EventTable;
}

interface KnownSource {
  readonly product: string;
  readonly category?: string;
  readonly service?: string;
  readonly tables: readonly LogSourceTable[];
}

const signIns: LogSourceTable = { table: 'sign_in', logs: logs.filter((log) => log.endsWith('sign-in')), where: {} };
const directoryAudit: LogSourceTable = { table: 'activity', logs: ['directory-audit'], where: {} };
const azureActivity: LogSourceTable = { table: 'activity', logs: ['azure-activity'], where: {} };
const riskDetections: LogSourceTable = { table: 'activity', logs: ['risk-detection'], where: {} };
const graphActivity: LogSourceTable = { table: 'graph_activity', logs: ['graph-activity'], where: {} };

function unifiedAudit(where: LogSourceTable['where'] = {}): LogSourceTable {
  return { table: 'activity', logs: ['unified-audit'], where };
}

const known: readonly KnownSource[] = [
  { product: 'azure', service: 'signinlogs', tables: [signIns] },
  { product: 'azure', service: 'auditlogs', tables: [directoryAudit] },
  { product: 'azure', service: 'microsoftgraphactivitylogs', tables: [graphActivity] },
  { product: 'azure', service: 'activitylogs', tables: [azureActivity] },
  { product: 'azure', service: 'riskdetection', tables: [riskDetections] },
  ...['audit', 'exchange', 'threat_management', 'threat_detection'].map((service) => ({
    product: 'm365',
    service,
    tables: [unifiedAudit()],
  })),
  // AuditLogRecordType 8 is AzureActiveDirectory, 9 AzureActiveDirectoryAccountLogon, 15 AzureActiveDirectoryStsLogon.
  {
    product: 'microsoft365',
    category: 'directory_change',
    tables: [directoryAudit, unifiedAudit({ recordType: ['8'] })],
  },
  { product: 'microsoft365', category: 'authentication', tables: [signIns, unifiedAudit({ recordType: ['9', '15'] })] },
  { product: 'microsoft365', category: 'mailbox', tables: [unifiedAudit({ workload: ['Exchange'] })] },
];

/** The tables that a log source means, or undefined if it is none of ours. */
export function tablesOf({ product, category, service }: LogSource): readonly LogSourceTable[] | undefined {
  return known.find(
    (source) => source.product === product && source.category === category && source.service === service,
  )?.tables;
}

/** The known log sources in one sentence. */
function knownSources(): string {
  const names = known.map(({ product, category, service }) => `${product}/${category ?? service}`);
  return `Known (product/service or product/category) are: ${names.join(', ')}.`;
}

/** Why nothing is known of a log source: no export has it, or we do not read it. */
export function whyUnknown({ product, category, service }: LogSource): string {
  const content = readContent('field/unlogged').find(
    (one) =>
      one.at('product').text === product &&
      (one.at('service').text ?? one.at('category').text) === (service ?? category),
  );
  return content === undefined ? knownSources() : `${content.needed('because')} ${content.needed('instead')}`;
}
