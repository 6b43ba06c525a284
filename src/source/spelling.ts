/** The key as it is compared: without case, outer blanks and doubled blanks, which real headers have. */
export function bareKey(key: string): string {
  return key.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

export type RecordObject = Readonly<Record<string, unknown>>;

export function isRecordObject(value: unknown): value is RecordObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at `path` (keys joined by `/`) without regard to case; undefined if a key is missing on the way. */
export function valueAt(record: RecordObject, path: string): unknown {
  let value: unknown = record;
  for (const step of path.split('/')) {
    if (!isRecordObject(value)) return undefined;
    const key = findKey(value, step);
    if (key === undefined) return undefined;
    value = value[key];
  }
  return value;
}

/** The spelling of `step` in `record`, if it is there. */
export function findKey(record: RecordObject, step: string): string | undefined {
  if (Object.hasOwn(record, step)) return step;
  let spellings = spellingsOf.get(record);
  if (spellings === undefined) {
    spellings = new Map(Object.keys(record).map((key) => [bareKey(key), key]));
    spellingsOf.set(record, spellings);
  }
  return spellings.get(bareKey(step));
}

/** Every source asks every sample record for its keys: they are made comparable once. */
const spellingsOf = new WeakMap<RecordObject, Map<string, string>>();

/** JSON that arrived as text inside JSON, read; anything else as it is. */
export function unfoldText(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
