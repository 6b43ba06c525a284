/** Columns of the list for the people who do the work. The import reads `id` and the last four; the others are to know what to do. */
export const columns = [
  'id',
  'kind',
  'system',
  'account',
  'severity',
  'reset procedure',
  'due',
  'state',
  'owner',
  'time',
  'note',
] as const;

export type Column = (typeof columns)[number];

/** Columns that the import reads. */
export const readColumns: readonly Column[] = ['id', 'state', 'owner', 'time', 'note'];
