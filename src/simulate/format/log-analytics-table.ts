/**
 * How a column travels: `dynamic` is an object in the API's JSON and JSON text in CSV and lines; `datetime` is an instant, which
 * the portal writes in the American way; the others are as they are.
 */
export type ColumnType = 'string' | 'number' | 'bool' | 'datetime' | 'dynamic';

export type Content = string | number | boolean | object | null | undefined;

export interface Column<Record> {
  readonly name: string;
  readonly type: ColumnType;
  readonly value: (record: Record) => Content;
}

export interface LogAnalyticsTable<Record> {
  readonly name: string;
  readonly columns: readonly Column<Record>[];
}

/** The workspace's id, which is what the column TenantId holds. */
export const workspaceId = '4e0d9a6b-3f17-4c25-b8ea-90c5d1f7a263';

export function column<Record>(name: string, type: ColumnType, value: (record: Record) => Content): Column<Record> {
  return { name, type, value };
}

/** A column of type string that holds JSON text, as many columns of the sign-in tables do; empty for null. */
export function jsonTextColumn<Record>(name: string, value: (record: Record) => Content): Column<Record> {
  return column(name, 'string', (record) => {
    const content = value(record);
    return content === null || content === undefined ? '' : JSON.stringify(content);
  });
}
