import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type EventTable, eventTables } from '../shape/detection.ts';
import { Fault } from '../shape/fault.ts';
import { eventColumns } from '../store/tables.ts';
import { entryOf, Problems, textOf, textsOf } from './problems.ts';
import { readYaml, type Yaml } from './yaml-document.ts';

/** Where the value of a field is kept in an event table. */
export type FieldHome =
  | { readonly kind: 'column'; readonly column: string }
  /** In the record itself, at the first of these paths that it has. */
  | { readonly kind: 'record'; readonly paths: readonly string[] }
  | {
      readonly kind: 'element';
      /** The column with the list, and the list inside its elements if the value is one deeper. */
      readonly list: string;
      readonly inside: string | undefined;
      /** Only elements whose part has this value. */
      readonly when: { readonly part: string; readonly value: string } | undefined;
      /** Only the element with this name. */
      readonly name: string | undefined;
      readonly part: string;
    };

interface FieldMap {
  readonly exact: ReadonlyMap<string, FieldHome>;
  readonly patterns: readonly { readonly start: string; readonly end: string; readonly home: FieldHome }[];
}

let maps: ReadonlyMap<EventTable, FieldMap> | undefined;

/**
 * Where the table keeps the field, or undefined if no column does; capitals do not count.
 *
 * @throws Fault `content-invalid` if a file of `content/field` is wrong.
 */
export function homeOf(table: EventTable, field: string): FieldHome | undefined {
  maps ??= loadFieldMaps();
  const map = maps.get(table);
  const name = field.toLowerCase();
  const exact = map?.exact.get(name);
  if (exact !== undefined) return exact;
  for (const { start, end, home } of map?.patterns ?? []) {
    if (name.length <= start.length + end.length || !name.startsWith(start) || !name.endsWith(end)) continue;
    const bound = field.slice(start.length, field.length - end.length);
    return home.kind === 'element' && home.name === '*' ? { ...home, name: bound } : home;
  }
  return undefined;
}

function loadFieldMaps(): ReadonlyMap<EventTable, FieldMap> {
  const folder = fileURLToPath(new URL('../../content/field/', import.meta.url));
  const found = new Map<EventTable, FieldMap>();
  for (const file of readdirSync(folder).toSorted()) {
    if (!file.endsWith('.yml')) continue;
    const [table, map] = readFieldMap(readFileSync(`${folder}${file}`, 'utf8'), file);
    found.set(table, map);
  }
  return found;
}

function readFieldMap(text: string, file: string): [EventTable, FieldMap] {
  const { documents, faults } = readYaml(text, file);
  const problems = new Problems();
  const [document] = documents;
  const name = document === undefined ? undefined : textOf(document, 'table', problems);
  const table = eventTables.find((candidate) => candidate === name);
  const fields = document === undefined ? undefined : entryOf(document, 'fields')?.value;
  if (faults.length > 0 || table === undefined || fields?.kind !== 'map')
    throw invalid(file, 1, 'it needs a table and its fields');
  const exact = new Map<string, FieldHome>();
  const patterns: { start: string; end: string; home: FieldHome }[] = [];
  for (const { key, value } of fields.entries) {
    const home = readHome(value, table);
    if (home === undefined) throw invalid(file, value.place.line, `"${key}" names no column of ${table}`);
    const [start = '', end] = key.toLowerCase().split('*');
    if (end === undefined) exact.set(start, home);
    else patterns.push({ start, end, home });
  }
  return [table, { exact, patterns }];
}

function readHome(value: Yaml, table: EventTable): FieldHome | undefined {
  const columns = eventColumns[table];
  if (value.kind === 'scalar') {
    const column = String(value.value);
    return Object.hasOwn(columns, column) ? { kind: 'column', column } : undefined;
  }
  const problems = new Problems();
  const paths = textsOf(value, 'record', problems);
  if (paths.length > 0) return { kind: 'record', paths };
  const list = textOf(value, 'list', problems);
  const part = textOf(value, 'part', problems);
  if (list === undefined || part === undefined || !Object.hasOwn(columns, list)) return undefined;
  const when = entryOf(value, 'when')?.value;
  const [condition] = when?.kind === 'map' ? when.entries : [];
  return {
    kind: 'element',
    list,
    part,
    inside: textOf(value, 'inside', problems),
    name: textOf(value, 'name', problems),
    when:
      condition?.value.kind === 'scalar' ? { part: condition.key, value: String(condition.value.value) } : undefined,
  };
}

function invalid(file: string, line: number | undefined, what: string): Fault {
  const hint = 'Install the package again: this file belongs to it.';
  return new Fault('content-invalid', `the field map cannot be used: ${what}`, { place: { file, line }, hint });
}
