import { readContent } from './fit-content.ts';

/** One way in which a log is exported, and the fields that its records have. */
export interface LogExport {
  /** For people, such as `the table SigninLogs`. */
  readonly title: string;
  /** True if a name that no export of the log lists is in none of its records. */
  readonly isComplete: boolean;
  /** The object that holds what other exports have at the top, in lower case. */
  readonly parent: string | undefined;
  /** Paths as its records spell them; `.*` at the end is anything below. */
  readonly paths: readonly string[];
}

let exports: ReadonlyMap<string, readonly LogExport[]> | undefined;

/** The known exports of a log. @throws Fault `content-invalid` if a file of `content/field/export` is wrong. */
export function exportsOf(log: string): readonly LogExport[] {
  exports ??= loadExports();
  return exports.get(log) ?? [];
}

function loadExports(): ReadonlyMap<string, readonly LogExport[]> {
  const found = new Map<string, readonly LogExport[]>();
  for (const content of readContent('field/export')) {
    const isComplete = content.at('complete').text === 'true';
    const fields = new Map<string, readonly string[]>();
    const list = content.at('exports').entries.map(([name, one]): LogExport => {
      fields.set(name, one.at('fields').texts);
      const parent = one.at('parent').text;
      const inside = parent === undefined ? [] : (fields.get(one.needed('holds')) ?? []);
      const paths = [...one.at('fields').texts, ...inside.map((path) => `${parent}.${path}`)];
      return { title: one.needed('title'), isComplete, parent: parent?.toLowerCase(), paths };
    });
    for (const log of content.at('logs').texts) found.set(log, list);
  }
  return found;
}

/** Whether records of the export spell the field exactly so. */
export function hasField({ paths }: LogExport, field: string): boolean {
  const path = withoutPlaces(field);
  return paths.some((known) => known === path || covers(known, path));
}

/**
 * The paths under which records of the export have the field, without regard to capitals and to the parent. A name
 * that only a wildcard covers keeps the rule's spelling below it.
 */
export function pathsOf({ paths, parent }: LogExport, field: string): string[] {
  const bare = (path: string): string => {
    const lower = withoutPlaces(path).toLowerCase();
    return parent !== undefined && lower.startsWith(`${parent}.`) ? lower.slice(parent.length + 1) : lower;
  };
  const wanted = bare(field);
  return paths.flatMap((known) => {
    if (bare(known) === wanted) return [known];
    return covers(known.toLowerCase(), field.toLowerCase())
      ? [known.slice(0, -2) + field.slice(known.length - 2)]
      : [];
  });
}

function covers(known: string, path: string): boolean {
  return known.endsWith('.*') && (path === known.slice(0, -2) || path.startsWith(known.slice(0, -1)));
}

/** Without the numbers that count the elements of arrays. */
function withoutPlaces(path: string): string {
  return path.replaceAll(/\.\d+(?=\.|$)/g, '');
}
