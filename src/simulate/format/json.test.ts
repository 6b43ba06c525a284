import { describe, expect, it } from 'vitest';
import { sampleTenant } from '../fixture/sample-tenant.ts';
import diagnosticLines from './diagnostic-lines.writer.ts';
import diagnosticRecords from './diagnostic-records.writer.ts';
import type { WrittenFile } from './format.ts';
import gooseLines from './goose-lines.writer.ts';
import graphArray from './graph-array.writer.ts';
import graphAuditLogRecord from './graph-audit-log-record.writer.ts';
import graphConcatenatedArrays from './graph-concatenated-arrays.writer.ts';
import graphLines from './graph-lines.writer.ts';
import graphPage from './graph-page.writer.ts';
import logAnalyticsJson from './log-analytics-json.writer.ts';
import logAnalyticsLines from './log-analytics-lines.writer.ts';
import managementApi from './management-api.writer.ts';
import mesAuditDataOnly from './mes-audit-data-only.writer.ts';
import mesJsonText from './mes-json-text.writer.ts';
import mesJson from './mes-json.writer.ts';
import mesJsonl from './mes-jsonl.writer.ts';
import portalJson from './portal-json.writer.ts';
import searchJson from './search-json.writer.ts';

const { production } = sampleTenant();
const { signIn, directoryAudit, unifiedAudit, graphActivity } = production;
const interactive = signIn.filter((record) => record.isInteractive).slice(0, 5);
const application = signIn.filter((record) => record.userId === '').slice(0, 3);

function textOf(files: readonly WrittenFile[] | undefined, index = 0): string {
  const bytes = files?.[index]?.bytes ?? new Uint8Array();
  return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes);
}
const nameOf = (files: readonly WrittenFile[] | undefined) => files?.map(({ name }) => name);
/** Everything of a text that is an array of objects; anything else is an error. */
function objectsOf(text: string): Record<string, unknown>[] {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) throw new TypeError('not an array');
  return value.map((element: unknown) => Object.fromEntries(Object.entries(Object(element))));
}
const linesOf = (text: string): unknown[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
const objectLinesOf = (text: string) => objectsOf(JSON.stringify(linesOf(text)));

describe('Graph spelling', () => {
  it('graph-page has pages with a link from one to the next', () => {
    const text = textOf(graphPage.signIn?.(interactive, { pageSize: 3 }));
    const [first, second] = text.split(/(?<=^})\n/m).filter((part) => part !== '');
    const pages = objectsOf(`[${first},${second}]`);
    expect(pages.map((page) => Object.keys(page))).toEqual([
      ['@odata.context', '@odata.nextLink', 'value'],
      ['@odata.context', 'value'],
    ]);
    expect(pages.flatMap((page) => page['value'])).toEqual(interactive);
  });

  it('graph-array and portal-json are one array', () => {
    expect(JSON.parse(textOf(graphArray.directoryAudit?.(directoryAudit)))).toEqual(directoryAudit);
    const files = portalJson.signIn?.([...interactive, ...application]);
    expect(nameOf(files)).toEqual([
      expect.stringMatching(/^InteractiveSignIns_2023-11-\d\d_2023-11-\d\d\.json$/),
      expect.stringMatching(/^ApplicationSignIns_/),
    ]);
    expect(JSON.parse(textOf(files))).toEqual(interactive);
  });

  it('graph-concatenated-arrays has array after array', () => {
    const files = graphConcatenatedArrays.signIn?.([...interactive, ...application]);
    expect(nameOf(files)).toEqual([
      expect.stringMatching(
        /^EntraID\/\d{14}-SignInLogs\/interactiveUserAndNonInteractiveUser\/SignInLogs-.*-Combined\.json$/,
      ),
      expect.stringMatching(/servicePrincipal/),
    ]);
    const arrays = textOf(files)
      .split(/(?<=^\])\r\n/m)
      .filter((part) => part !== '');
    expect(arrays).toHaveLength(2);
    expect(arrays.flatMap(objectsOf)).toEqual(interactive);
  });

  it('graph-lines has a record a line and a file a day', () => {
    const files = graphLines.signIn?.(interactive);
    expect(nameOf(files)?.[0]).toMatch(/^entraid\/signin_rt\/rt_signin_log_2023-11-\d\d\.json$/);
    expect((files ?? []).flatMap((_, index) => linesOf(textOf(files, index)))).toEqual(interactive);
  });
});

describe('diagnostic settings', () => {
  it('wraps sign-ins into the common envelope', () => {
    const [record] = linesOf(textOf(diagnosticLines.signIn?.(application)));
    const [original] = application;
    expect(record).toMatchObject({
      time: original?.createdDateTime.replace('Z', '0000Z'),
      operationName: 'Sign-in activity',
      category: 'ServicePrincipalSignInLogs',
      resultType: '0',
      properties: {
        id: original?.id,
        servicePrincipalCredentialKeyId: original?.servicePrincipalCredentialKeyId,
        createdDateTime: original?.createdDateTime.replace('Z', '0000+00:00'),
      },
    });
    expect(record).not.toHaveProperty('properties.signInEventTypes');
  });

  it('splits blobs by hour on request, with the tenant in the path', () => {
    const files = diagnosticLines.graphActivity?.(graphActivity.slice(0, 2), { hourly: true });
    expect(nameOf(files)?.[0]).toMatch(
      /^insights-logs-microsoftgraphactivitylogs\/tenantId=[-0-9a-f]{36}\/y=2023\/m=11\/d=13\/h=06\/m=00\/PT1H\.json$/,
    );
    expect(files).toHaveLength(2);
  });

  it('shows only the side of initiatedBy that acted', () => {
    const byApplication = directoryAudit.filter((record) => record.initiatedBy.user === null).slice(0, 1);
    const message: unknown = JSON.parse(textOf(diagnosticRecords.directoryAudit?.(byApplication)));
    expect(message).toHaveProperty('records.0.properties.initiatedBy.app.displayName', 'Directory Sync Test');
    expect(message).not.toHaveProperty('records.0.properties.initiatedBy.user');
  });

  it('sends messages of at most pageSize records', () => {
    const messages = linesOf(textOf(diagnosticRecords.graphActivity?.(graphActivity.slice(0, 5), { pageSize: 2 })));
    expect(messages).toHaveLength(3);
    expect(messages[0]).toHaveProperty('records.length', 2);
    expect(messages[2]).toHaveProperty('records.length', 1);
  });
});

describe('Log Analytics', () => {
  it('has PascalCase columns, the details dynamic in SigninLogs and text elsewhere', () => {
    const rows = objectsOf(textOf(logAnalyticsJson.signIn?.(interactive)));
    expect(rows[0]).toMatchObject({
      Type: 'SigninLogs',
      ResultType: String(interactive[0]?.status.errorCode),
      Status: interactive[0]?.status,
      AuthenticationDetails: JSON.stringify(interactive[0]?.authenticationDetails),
      ResourceIdentity: interactive[0]?.resourceId,
    });
    const lines = objectLinesOf(textOf(logAnalyticsLines.signIn?.(interactive)));
    expect(lines[0]?.['Status']).toBe(JSON.stringify(interactive[0]?.status));
    expect(Object.keys(lines[0] ?? {}).every((name) => /^_?[A-Z]/.test(name))).toBe(true);
  });

  it('gives each kind its table', () => {
    expect(nameOf(logAnalyticsJson.signIn?.(signIn))?.toSorted()).toEqual([
      'AADNonInteractiveUserSignInLogs.json',
      'AADServicePrincipalSignInLogs.json',
      'SigninLogs.json',
    ]);
    const rows = objectsOf(textOf(logAnalyticsJson.signIn?.(application)));
    expect(rows[0]).not.toHaveProperty('UserPrincipalName');
    expect(rows[0]?.['ServicePrincipalCredentialKeyId']).toBe(application[0]?.servicePrincipalCredentialKeyId);
  });

  it('has Exchange in OfficeActivity under other names', () => {
    const rows = objectsOf(textOf(logAnalyticsJson.unifiedAudit?.(unifiedAudit)));
    const exchange = unifiedAudit.filter((record) => record.Workload === 'Exchange');
    expect(rows).toHaveLength(exchange.length);
    expect(rows[0]).toMatchObject({
      OfficeId: exchange[0]?.Id,
      RecordType: 'ExchangeItemAggregated',
      Client_IPAddress: exchange[0]?.['ClientIPAddress'],
      AppAccessContext: exchange[0]?.['AppAccessContext'],
      OperationProperties: JSON.stringify(exchange[0]?.['OperationProperties']),
      UserType: 'Application',
    });
  });

  it('keeps targets as they are', () => {
    const rows = objectsOf(textOf(logAnalyticsJson.directoryAudit?.(directoryAudit)));
    expect(rows.map((row) => row['TargetResources'])).toEqual(directoryAudit.map((record) => record.targetResources));
  });
});

describe('unified audit log', () => {
  const records = unifiedAudit.slice(0, 3);

  it('goose-lines, mes-audit-data-only and management-api are AuditData alone', () => {
    expect(linesOf(textOf(gooseLines.unifiedAudit?.(records)))).toEqual(records);
    expect(linesOf(textOf(mesAuditDataOnly.unifiedAudit?.(records)))).toEqual(records);
    expect(JSON.parse(textOf(managementApi.unifiedAudit?.(records)))).toEqual(records);
    expect(nameOf(gooseLines.unifiedAudit?.(records))?.[0]).toMatch(/^m365\/ual_2023-11-13T\d\d_\d\d_\d\d_/);
  });

  it('search-json is UTF-16 with /Date(ms)/ and AuditData as text, and an object if alone', () => {
    const files = searchJson.unifiedAudit?.(records);
    expect([...(files?.[0]?.bytes.slice(0, 2) ?? [])]).toEqual([0xff, 0xfe]);
    const results = objectsOf(textOf(files));
    expect(results[0]?.['CreationDate']).toBe(`/Date(${Date.parse(`${records[0]?.CreationTime}Z`)})/`);
    expect(results.map((result) => JSON.parse(String(result['AuditData'])) as unknown)).toEqual(records);
    expect(JSON.parse(textOf(searchJson.unifiedAudit?.(records.slice(0, 1))))).toHaveProperty(
      'Identity',
      records[0]?.Id,
    );
  });

  it('mes-json has AuditData parsed, batch after batch', () => {
    const text = textOf(mesJson.unifiedAudit?.(records, { pageSize: 2 }));
    const [array, single] = text.split('\r\n\r\n\r\n').filter((part) => part.trim() !== '');
    const results = objectsOf(array ?? '');
    expect(results.map((result) => result['AuditData'])).toEqual(records.slice(0, 2));
    expect(JSON.parse(single ?? '')).toMatchObject({ AuditData: records[2], IsValid: true, ResultIndex: 1 });
    expect(text).toContain('"RecordType":  "');
  });

  it('mes-jsonl and mes-json-text have AuditData as text', () => {
    const lines = objectLinesOf(textOf(mesJsonl.unifiedAudit?.(records)));
    expect(lines.map((line) => JSON.parse(String(line['AuditData'])) as unknown)).toEqual(records);
    expect(lines[0]?.['CreationDate']).toBe(records[0]?.CreationTime);
    const array = objectsOf(textOf(mesJsonText.unifiedAudit?.(records)));
    expect(array[0]?.['CreationDate']).toBe(`${records[0]?.CreationTime}Z`);
    expect(array.map((result) => JSON.parse(String(result['AuditData'])) as unknown)).toEqual(records);
  });

  it('graph-audit-log-record repeats what the list shows', () => {
    const access = unifiedAudit.filter((record) => record.RecordType === 50 && record.UserType === 5).slice(0, 1);
    const [record] = objectsOf(textOf(graphAuditLogRecord.unifiedAudit?.(access)));
    expect(record).toEqual({
      id: access[0]?.Id,
      createdDateTime: `${access[0]?.CreationTime}Z`,
      auditLogRecordType: 'exchangeItemAggregated',
      operation: 'MailItemsAccessed',
      organizationId: access[0]?.OrganizationId,
      userType: 'application',
      userId: access[0]?.UserKey,
      service: 'Exchange',
      objectId: null,
      userPrincipalName: access[0]?.UserId,
      clientIp: access[0]?.['ClientIPAddress'],
      administrativeUnits: [''],
      auditData: access[0],
    });
  });
});
