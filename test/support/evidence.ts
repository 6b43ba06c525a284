import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A sign-in as Graph gives it; records of different numbers have different ids, times and users. */
export function signIn(number: number, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: `6e0f2c5c-0f0a-4a07-9c1e-${String(number).padStart(12, '0')}`,
    createdDateTime: new Date(Date.UTC(2024, 0, 10) + number * 1000).toISOString(),
    userPrincipalName: `user${number}@frostline.example`,
    userId: `11111111-2222-4333-8444-${String(number).padStart(12, '0')}`,
    appId: '1b730954-1685-4b74-9bfd-dac224a7b894',
    ipAddress: '203.0.113.7',
    clientAppUsed: 'Browser',
    isInteractive: true,
    status: { errorCode: 0 },
    ...more,
  };
}

/** Sign-ins number 1 to `count`. */
export function signIns(count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => signIn(index + 1));
}

/** One record a line. */
export function lines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** A record of the unified audit log, as it stands in `AuditData`. */
export function auditData(number: number, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    CreationTime: new Date(Date.UTC(2024, 0, 10) + number * 1000).toISOString().slice(0, 19),
    Id: `7a1f2c5c-0f0a-4a07-9c1e-${String(number).padStart(12, '0')}`,
    Operation: 'MailItemsAccessed',
    RecordType: 50,
    Workload: 'Exchange',
    UserId: `user${number}@frostline.example`,
    ...more,
  };
}

export const purviewHeader = ['RecordId', 'CreationDate', 'RecordType', 'Operation', 'UserId', 'AuditData'];

/** A row of Purview's export, quoted throughout. */
export function purviewRow(number: number, data: unknown = auditData(number)): string {
  const cells = [number, '2024-01-10T00:00:00.0000000Z', 50, 'MailItemsAccessed', `user${number}@frostline.example`];
  return csvRow([...cells, typeof data === 'string' ? data : JSON.stringify(data)]);
}

/** Cells in quotes, quotes in them doubled. */
export function csvRow(cells: readonly unknown[]): string {
  return cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',');
}

/** Lays files into a folder; returns the folder. */
export async function layFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}
