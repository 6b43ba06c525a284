import type { Columns } from './columns.ts';

/** What exports say about tenants, and what the checks of `posture` and the paths of `privilege` made of it. */
export const postureTables: Readonly<Record<string, Columns>> = {
  /** Every record of a directory that was read, whichever tables it went on to. */
  directory_record: { file_id: 'INTEGER', record: 'BIGINT', source: 'VARCHAR', kind: 'VARCHAR', raw: 'VARCHAR' },
  /**
   * When a file with directory records was exported. A row for each place where its bytes were found: what did not change from one
   * export to the next is in both, and two tenants may have the same policy.
   */
  directory_file: {
    file_id: 'INTEGER',
    path: 'VARCHAR',
    taken: 'TIMESTAMP',
    /** Where `taken` is from: what the file says (`content`), its `name`, or when the `file` was last written. */
    takenFrom: 'VARCHAR',
  },
  /** Tenants that the last audit saw: what they are called, and when the newest export of each was made. */
  posture_tenant: { tenantId: 'VARCHAR', name: 'VARCHAR', taken: 'TIMESTAMP' },
  /** Files that the last audit saw: their tenants, and whether a newer snapshot took their place. */
  posture_file: { file_id: 'INTEGER', tenantId: 'VARCHAR', taken: 'TIMESTAMP', isOlder: 'BOOLEAN' },
  /** What each check of the last audit says of each tenant: `met`, `not-met` or `not-examined`, and why. */
  posture_verdict: { check: 'VARCHAR', tenantId: 'VARCHAR', verdict: 'VARCHAR', because: 'VARCHAR' },
  /** The objects that break a check; `severity` is the check's where it gives them none. */
  posture_object: {
    check: 'VARCHAR',
    tenantId: 'VARCHAR',
    type: 'VARCHAR',
    id: 'VARCHAR',
    name: 'VARCHAR',
    because: 'VARCHAR',
    severity: 'VARCHAR',
    file_id: 'INTEGER',
    record: 'BIGINT',
  },
  /** Who reaches the mailboxes and Global Administrator of each tenant, by type of node; `end` is one of `ends` in `privilege/path.ts`. */
  privilege_reach: { tenantId: 'VARCHAR', end: 'VARCHAR', type: 'VARCHAR', count: 'BIGINT' },
  /** The best paths to each end, in order; `path` is JSON as `paths --json` prints it. */
  privilege_path: { tenantId: 'VARCHAR', end: 'VARCHAR', position: 'INTEGER', path: 'VARCHAR' },
  /** Edges to remove first, in order. */
  privilege_cut: {
    tenantId: 'VARCHAR',
    end: 'VARCHAR',
    position: 'INTEGER',
    edge: 'VARCHAR',
    fromName: 'VARCHAR',
    toName: 'VARCHAR',
    principals: 'BIGINT',
  },
  /** Exports that a tenant lacks and through which paths may lead. */
  privilege_missing: { tenantId: 'VARCHAR', what: 'VARCHAR' },
};
