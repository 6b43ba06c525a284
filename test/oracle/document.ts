import { parseAllDocuments } from 'yaml';

export type Mapping = Readonly<Record<string, unknown>>;

/** Why a document is not run. Everything else that is thrown is a bug of the oracle. */
export class Refusal extends Error {}

export function refuse(because: string): never {
  throw new Refusal(because);
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The mapping that must stand there. */
export function mappingOf(value: unknown, name: string): Mapping {
  return isMapping(value) ? value : refuse(`${name} must be a map`);
}

/** A value alone means a list of it. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** A name or an id, which YAML may have read as a number. */
export function nameOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'bigint' ? String(value) : refuse('a name must be text');
}

/** Maps are merged, of everything else the upper value stays. */
function merge(lower: Mapping, upper: Mapping): Mapping {
  const merged: Record<string, unknown> = { ...lower };
  for (const [key, value] of Object.entries(upper)) {
    const below = merged[key];
    merged[key] = isMapping(below) && isMapping(value) ? merge(below, value) : value;
  }
  return merged;
}

function hasMergeKey(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasMergeKey);
  return isMapping(value) && Object.entries(value).some(([key, inner]) => key === '<<' || hasMergeKey(inner));
}

function* parsed(text: string): Generator<Mapping> {
  const documents = parseAllDocuments(text, { version: '1.2', intAsBigInt: true, merge: false });
  if (!Array.isArray(documents)) return;
  for (const document of documents) {
    const [error] = document.errors;
    if (error) refuse(error.message);
    const value: unknown = document.toJS();
    if (value === null) continue;
    if (hasMergeKey(value)) refuse('merge keys are not YAML 1.2');
    yield mappingOf(value, 'a document');
  }
}

/**
 * The documents of a rule file with `action: global`, `reset` and `repeat` carried out. Integers are bigints, so that
 * their digits are kept.
 */
export function readDocuments(text: string): readonly Mapping[] {
  const made: Mapping[] = [];
  let global: Mapping = {};
  let before: Mapping | undefined;
  for (const { action, ...body } of parsed(text)) {
    if (action === 'global') global = merge(global, body);
    else if (action === 'reset') global = {};
    else if ('correlation' in body || 'filter' in body) made.push(body);
    else {
      if (action === 'repeat' && before === undefined) refuse('there is no rule to repeat');
      before = merge(merge(global, action === 'repeat' ? (before ?? {}) : {}), body);
      made.push(before);
    }
  }
  return made;
}
