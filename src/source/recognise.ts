import { type AnySource, allSources } from './registry.ts';
import { isRecordObject, type RecordObject, unfoldText, valueAt } from './spelling.ts';

/** A source that claims records of a file, and under which keys of the outer record they lie (none: they are it). */
export interface Recognition {
  readonly source: AnySource;
  readonly envelope: readonly string[];
  /** The records that it claims, without their envelope. */
  readonly samples: readonly RecordObject[];
}

const deepestEnvelope = 2;

/** True if the record has what the source requires and nothing that it excludes. */
export function isClaimedBy(record: RecordObject, source: AnySource): boolean {
  const has = (name: string): boolean => {
    const field = source.fields[name];
    const value = field === undefined ? undefined : valueAt(record, field.path);
    return value !== undefined && value !== null && value !== '';
  };
  return source.requires.every((group) => group.some(has)) && !(source.excludes ?? []).some(has);
}

/**
 * Which sources claim the sample records, the most frequent first. Content decides, never a file's name.
 * A record in an envelope (`AuditData`, a SIEM's column of raw text) is found by looking into the values of the outer one.
 */
export async function recognise(records: readonly RecordObject[]): Promise<readonly Recognition[]> {
  const sources = await allSources();
  const found = new Map<string, { source: AnySource; envelope: readonly string[]; samples: RecordObject[] }>();
  for (const record of records) {
    const hit = claim(record, sources, []);
    if (hit === undefined) continue;
    const key = JSON.stringify([hit.source.id, hit.envelope]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { source: hit.source, envelope: hit.envelope, samples: [hit.record] });
    else known.samples.push(hit.record);
  }
  return [...found.values()].toSorted((a, b) => b.samples.length - a.samples.length);
}

function claim(
  record: RecordObject,
  sources: readonly AnySource[],
  envelope: readonly string[],
): { source: AnySource; envelope: readonly string[]; record: RecordObject } | undefined {
  const source = sources.find((candidate) => isClaimedBy(record, candidate));
  if (source !== undefined) return { source, envelope, record };
  if (envelope.length === deepestEnvelope) return undefined;
  for (const [key, value] of Object.entries(record)) {
    const inner = unfold(value);
    const hit = inner === undefined ? undefined : claim(inner, sources, [...envelope, key]);
    if (hit !== undefined) return hit;
  }
  return undefined;
}

function unfold(value: unknown): RecordObject | undefined {
  const unfolded = unfoldText(value);
  return isRecordObject(unfolded) ? unfolded : undefined;
}
