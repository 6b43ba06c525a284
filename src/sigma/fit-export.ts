import { readContent } from './fit-content.ts';

/** One way in which a log is exported, and the fields that its records have. */
export interface LogExport {
  /** For people, such as `a diagnostic setting`. */
  readonly title: string;
  /** True if a name that no export of the log lists is in none of its records. */
  readonly isComplete: boolean;
  /** The object that holds what other exports have at the top, in lower case. */
  readonly parent: string | undefined;
  readonly fields: readonly ExportField[];
}

interface ExportField {
  /** As records spell it; `[]` stands behind lists, and a name that is `isOpen` covers everything below it. */
  readonly path: string;
  readonly isOpen: boolean;
  /** Lower case, without parent and `[]`. */
  readonly name: string;
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
    const own = new Map<string, readonly string[]>();
    const list = content.at('exports').entries.map(([name, one]): LogExport => {
      const fields = one.at('fields').texts;
      own.set(name, fields);
      const parent = one.at('parent').text;
      const inside = own.get(one.at('holds').text ?? '') ?? [];
      const paths = [...fields, ...inside.map((path) => `${parent}.${path}`)];
      return {
        title: one.needed('title'),
        isComplete,
        parent: parent?.toLowerCase(),
        fields: paths.map((path) => {
          const closed = path.replace(/\.\*$/, '');
          return { path: closed, isOpen: closed !== path, name: nameOf(withoutLists(closed), parent) };
        }),
      };
    });
    for (const log of content.at('logs').texts) found.set(log, list);
  }
  return found;
}

/** Whether records of the export spell the field exactly so, and if so whether an object or a list stands there. */
export function findField({ fields }: LogExport, field: string): 'value' | 'object' | undefined {
  const wanted = withoutPlaces(field);
  if (!fields.some(({ path, isOpen }) => covers(withoutLists(path), isOpen, wanted))) return undefined;
  return fields.some(({ path }) => withoutLists(path).startsWith(`${wanted}.`)) ? 'object' : 'value';
}

/** Whether records of the export have the field, perhaps in other capitals or outside the parent. */
export function knowsField({ fields, parent }: LogExport, field: string): boolean {
  const wanted = nameOf(withoutPlaces(field), parent);
  return fields.some(({ name, isOpen }) => covers(name, isOpen, wanted));
}

/**
 * The paths at which its records have the field, without regard to capitals and to the parent; none for what stands
 * inside a list, where no path leads. What is below an open name keeps the rule's spelling.
 */
export function pathsOf({ fields, parent }: LogExport, field: string): string[] {
  const wanted = nameOf(field, parent);
  return fields.flatMap(({ path, name, isOpen }) => {
    if (!covers(name, isOpen, wanted) || path.includes('[].')) return [];
    return [path + (wanted.length > name.length ? field.slice(name.length - wanted.length) : '')];
  });
}

function covers(name: string, isOpen: boolean, wanted: string): boolean {
  return name === wanted || (isOpen && wanted.startsWith(`${name}.`));
}

function nameOf(path: string, parent: string | undefined): string {
  const name = path.toLowerCase();
  const start = `${parent?.toLowerCase()}.`;
  return parent !== undefined && name.startsWith(start) ? name.slice(start.length) : name;
}

/** Without the numbers that count the elements of lists. */
function withoutPlaces(path: string): string {
  return path.replaceAll(/\.\d+(?=\.|$)/g, '');
}

function withoutLists(path: string): string {
  return path.replaceAll('[]', '');
}
