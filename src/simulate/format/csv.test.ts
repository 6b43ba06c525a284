import { describe, expect, it } from 'vitest';
import { sampleTenant } from '../fixture/sample-tenant.ts';
import { csvText } from './csv-text.ts';
import type { WrittenFile } from './format.ts';
import logAnalyticsCsv from './log-analytics-csv.writer.ts';
import mesCsv from './mes-csv.writer.ts';
import portalCsv from './portal-csv.writer.ts';
import purviewCsvOld from './purview-csv-old.writer.ts';
import purviewCsv from './purview-csv.writer.ts';
import searchCsv from './search-csv.writer.ts';
import siemCsv from './siem-csv.writer.ts';

const { production } = sampleTenant();
const unified = production.unifiedAudit.slice(0, 6);

const textOf = (files: readonly WrittenFile[] | undefined) => new TextDecoder().decode(files?.[0]?.bytes);

/** Reads CSV strictly: quotes open only at a cell's start, and nothing but a separator follows a closing one. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y;
  let row: string[] = [];
  while (cells.lastIndex < text.length) {
    const at = cells.lastIndex;
    const match = cells.exec(text);
    if (match === null) throw new Error(`not CSV at ${at}`);
    const cell = match[1] ?? '';
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (match[2] !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

/** The cells of one row by header; of a header that comes twice, the last. */
function rowsOf(files: readonly WrittenFile[] | undefined): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(textOf(files));
  return rows.map((row) => {
    expect(row).toHaveLength(header.length);
    return Object.fromEntries(header.map((name, index) => [name, row[index] ?? '']));
  });
}

describe('csvText', () => {
  it('quotes what needs it and doubles quotes', () => {
    expect(csvText(['a', 'b c', 'd '], [['x,y', '"', null]], 'needed', '\n')).toBe('a,b c,"d "\n"x,y","""",\n');
    expect(csvText(['a'], [[1], [undefined]], 'all', '\r\n')).toBe('"a"\r\n"1"\r\n\r\n');
  });
});

describe('unified audit log', () => {
  it('purview-csv has its header, a blank after CreationDate and numeric types', () => {
    const text = textOf(purviewCsv.unifiedAudit?.(unified));
    expect(text.split('\r\n')[0]).toBe(
      'RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames',
    );
    expect(text).toMatch(/^[-0-9a-f]{36},"2023-11-\d\dT\d\d:\d\d:\d\d\.0000000Z ",\d+,/m);
    const rows = rowsOf(purviewCsv.unifiedAudit?.(unified));
    expect(rows.map((row) => JSON.parse(row['AuditData'] ?? '') as unknown)).toEqual(unified);
  });

  it('purview-csv-old has four columns', () => {
    const rows = rowsOf(purviewCsvOld.unifiedAudit?.(unified));
    expect(Object.keys(rows[0] ?? {})).toEqual(['CreationDate', 'UserIds', 'Operations', 'AuditData']);
    expect(rows.map((row) => JSON.parse(row['AuditData'] ?? '') as unknown)).toEqual(unified);
  });

  it.each([
    ['search-csv', searchCsv],
    ['mes-csv', mesCsv],
  ])('%s has every cell quoted and American dates', (_id, format) => {
    const text = textOf(format.unifiedAudit?.(unified));
    expect(text).toMatch(
      /^"RecordType","CreationDate","UserIds","Operations","AuditData","ResultIndex","ResultCount","Identity","IsValid","ObjectState"\r\n/,
    );
    const rows = rowsOf(format.unifiedAudit?.(unified));
    expect(rows[0]?.['CreationDate']).toMatch(/^11\/13\/2023 6:\d\d:\d\d AM$/);
    expect(rows[0]).toMatchObject({
      RecordType: 'ExchangeItemAggregated',
      ResultIndex: '1',
      ResultCount: '6',
      IsValid: 'True',
    });
    expect(rows.map((row) => JSON.parse(row['AuditData'] ?? '') as unknown)).toEqual(unified);
  });

  it('siem-csv has the record in _raw', () => {
    const rows = rowsOf(siemCsv.unifiedAudit?.(unified));
    expect(Object.keys(rows[0] ?? {})).toEqual(['_time', 'host', 'source', 'sourcetype', '_raw']);
    expect(rows.map((row) => JSON.parse(row['_raw'] ?? '') as unknown)).toEqual(unified);
  });
});

describe('portal-csv', () => {
  it('has the 57 columns of users, one header twice', () => {
    const failed = production.signIn.filter((record) => record.status.errorCode === 50126).slice(0, 1);
    const files = portalCsv.signIn?.(failed);
    const [header = [], row = []] = parseCsv(textOf(files));
    expect(header).toHaveLength(57);
    expect(header.filter((name) => name === 'Incoming token type')).toHaveLength(2);
    expect(header.slice(0, 3)).toEqual(['Date (UTC)', 'Request ID', 'User agent']);
    const cells = new Map(header.map((name, index) => [name, row[index]]));
    expect(cells.get('Application ID ')).toBe(failed[0]?.appId);
    expect(cells.get('Autonomous system  number')).toBe(String(failed[0]?.autonomousSystemNumber));
    expect(cells.get('Status')).toBe('Failure');
    expect(cells.get('Sign-in error code')).toBe('50126');
    expect(cells.get('Date (UTC)')).toBe(failed[0]?.createdDateTime.replace(/\.\d+Z/, 'Z'));
    expect(cells.get('Location')).toMatch(/^\w+, \w+, CA$/);
  });

  it('has the 22 columns of applications', () => {
    const files = portalCsv.signIn?.(production.signIn.filter((record) => record.userId === '').slice(0, 1));
    expect(files?.[0]?.name).toMatch(/^ApplicationSignIns_/);
    const [row] = rowsOf(files);
    expect(Object.keys(row ?? {})).toHaveLength(22);
    expect(row?.['Credential key ID']).toMatch(/^[-0-9a-f]{36}$/);
  });

  it('has audit targets side by side with values as JSON text', () => {
    const granted = production.directoryAudit.filter((record) =>
      record.targetResources.some((target) =>
        target.modifiedProperties.some(({ newValue }) => newValue === '"full_access_as_app"'),
      ),
    );
    const [header = []] = parseCsv(textOf(portalCsv.directoryAudit?.(granted)));
    expect(header).toHaveLength(17 + 3 * (4 + 15) + 12);
    const [row] = rowsOf(portalCsv.directoryAudit?.(granted));
    expect(row).toMatchObject({
      ActorType: 'Application',
      ActorDisplayName: 'Directory Sync Test',
      Target1DisplayName: 'Office 365 Exchange Online',
      Target1ModifiedProperty2Name: 'AppRole.Value',
      Target1ModifiedProperty2NewValue: '"full_access_as_app"',
      Target2DisplayName: 'Mail Flow Insights',
      AdditionalDetail1Key: 'AppId',
    });
  });
});

describe('log-analytics-csv', () => {
  it('has dynamic columns as JSON text', () => {
    const [row] = rowsOf(logAnalyticsCsv.directoryAudit?.(production.directoryAudit));
    expect(row?.['TimeGenerated']).toBe(production.directoryAudit[0]?.activityDateTime);
    expect(JSON.parse(row?.['TargetResources'] ?? '')).toEqual(production.directoryAudit[0]?.targetResources);
  });

  it('names the zone and writes American times as the portal does', () => {
    const [row] = rowsOf(logAnalyticsCsv.graphActivity?.(production.graphActivity, { utcHeader: true }));
    expect(row?.['TimeGenerated [UTC]']).toMatch(/^11\/13\/2023, 6:\d\d:\d\d\.\d{3} AM$/);
    expect(row).not.toHaveProperty('TimeGenerated');
    expect(row?.['ClientAuthMethod']).toBe('1');
  });
});
