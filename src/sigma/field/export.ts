import { readContent } from './content.ts';

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
  /** As records spell it, without the places of elements in lists. */
  readonly path: string;
  /** True if it covers everything below it. */
  readonly isOpen: boolean;
  /** Lower case, without the parent. */
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
      const start = `${parent}.`;
      const list = [...fields, ...inside.map((path) => start + path)].map((path): ExportField => {
        const closed = path.replace(/\.\*$/, '');
        const bare = closed.startsWith(start) ? closed.slice(start.length) : closed;
        return { path: closed, isOpen: closed !== path, name: bare.toLowerCase() };
      });
      return { title: one.needed('title'), isComplete, parent: parent?.toLowerCase(), fields: list };
    });
    for (const log of content.at('logs').texts) found.set(log, list);
  }
  return found;
}

/** Whether records of the export spell the field exactly so, and if so whether an object or a list stands there. */
export function findField({ fields }: LogExport, field: string): 'value' | 'object' | undefined {
  const wanted = withoutPlaces(field);
  const isObject = fields.some(({ path, isOpen }) => (isOpen && path === wanted) || path.startsWith(`${wanted}.`));
  if (isObject) return 'object';
  return fields.some(({ path, isOpen }) => covers(path, isOpen, wanted)) ? 'value' : undefined;
}

/** Whether records of one of the exports have the field, perhaps in other capitals or outside the parent. */
export function knowsField(exports: readonly LogExport[], field: string): boolean {
  const wanted = withoutPlaces(bareName(exports, field)).toLowerCase();
  return exports.some(({ fields }) =>
    fields.some(({ name, isOpen }) => covers(name, isOpen, wanted) || name.startsWith(`${wanted}.`)),
  );
}

/**
 * The paths at which its records have the field, given without parent and in whatever capitals. What is below an open
 * name keeps the spelling.
 */
export function pathsOf({ fields }: LogExport, bare: string): string[] {
  const wanted = bare.toLowerCase();
  return fields.flatMap(({ path, name, isOpen }) =>
    covers(name, isOpen, wanted) ? [path + bare.slice(name.length)] : [],
  );
}

/** The field without the parent that one of the exports has. */
export function bareName(exports: readonly LogExport[], field: string): string {
  const parent = exports.find((one) => one.parent !== undefined)?.parent;
  return parent !== undefined && field.toLowerCase().startsWith(`${parent}.`) ? field.slice(parent.length + 1) : field;
}

function covers(name: string, isOpen: boolean, wanted: string): boolean {
  return name === wanted || (isOpen && wanted.startsWith(`${name}.`));
}

/** Without the numbers that count the elements of lists. */
function withoutPlaces(path: string): string {
  return path.replaceAll(/\.\d+(?=\.|$)/g, '');
}
