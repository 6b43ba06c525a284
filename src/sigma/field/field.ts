import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type EventTable, eventTables, type Log, logs as allLogs } from '../../shape/detection.ts';
import { Fault } from '../../shape/fault.ts';
import { eventColumns } from '../../store/tables.ts';
import { bareName, exportsOf, pathsOf } from './export.ts';
import { entryOf, Problems, textOf, textsOf } from '../parse/problems.ts';
import { readYaml, type Yaml, type YamlEntry } from '../parse/yaml-document.ts';

/** Where the value of a field is kept in an event table. */
export type FieldHome =
  | { readonly kind: 'column'; readonly column: string }
  /** A column with a list of texts. */
  | { readonly kind: 'list'; readonly column: string }
  | {
      readonly kind: 'record';
      /** In the record itself, at the first of these paths that it has. */
      readonly paths: readonly string[];
      /** Only in records where this column has one of these values; never if it is the first place of a field. */
      readonly when: { readonly column: string; readonly values: readonly string[] } | undefined;
    }
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

/** One of the places that a name may mean. */
export interface FieldMeaning {
  readonly home: FieldHome;
  /** What values of a rule, in lower case, are called there. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

interface Section {
  /** By name in lower case. */
  readonly exact: ReadonlyMap<string, readonly FieldMeaning[]>;
  readonly patterns: readonly {
    readonly start: string;
    readonly end: string;
    readonly meanings: readonly FieldMeaning[];
  }[];
  /** As the file spells them. */
  readonly names: readonly string[];
}

interface FieldMap {
  readonly common: Section;
  readonly byLog: ReadonlyMap<string, Section>;
}

let maps: ReadonlyMap<string, FieldMap> | undefined;

function mapOf(table: string): FieldMap | undefined {
  maps ??= loadFieldMaps();
  return maps.get(table);
}

/**
 * Where the table keeps the field, or undefined if neither a column nor a known path does; capitals do not count.
 * Of several places the first. Without logs only what the field means in all of them.
 *
 * @throws Fault `content-invalid` if a file of `content/field` is wrong.
 */
export function homeOf(table: string, field: string, logs?: readonly Log[]): FieldHome | undefined {
  if (logs !== undefined) return meaningsOf(table, field, logs)[0]?.home;
  const map = mapOf(table);
  if (map === undefined) return undefined;
  const common: FieldMap = { common: map.common, byLog: new Map() };
  const found = [...map.byLog.keys()].map((log) => meaningsIn(common, log, field));
  return found.find((meanings) => meanings.length > 0)?.[0]?.home;
}

/** All places that the field may mean in these logs of the table; empty if it is not known. */
export function meaningsOf(table: string, field: string, logs: readonly Log[]): readonly FieldMeaning[] {
  const map = mapOf(table);
  const found = new Map<string, FieldMeaning>();
  for (const meaning of logs.flatMap((log) => (map === undefined ? [] : meaningsIn(map, log, field)))) {
    found.set(JSON.stringify([meaning.home, ...meaning.values]), meaning);
  }
  return [...found.values()];
}

function meaningsIn(map: FieldMap, log: string, field: string): readonly FieldMeaning[] {
  const exports = exportsOf(log);
  const own = map.byLog.get(log);
  const bare = bareName(exports, field);
  for (const name of new Set([field, bare])) {
    const meanings = (own && inSection(own, name)) ?? inSection(map.common, name);
    if (meanings !== undefined) return meanings;
  }
  const paths = new Set(exports.flatMap((one) => pathsOf(one, bare)));
  return paths.size === 0 ? [] : [{ home: { kind: 'record', paths: [...paths], when: undefined }, values: new Map() }];
}

function inSection(section: Section, field: string): readonly FieldMeaning[] | undefined {
  const name = field.toLowerCase();
  const exact = section.exact.get(name);
  if (exact !== undefined) return exact;
  for (const { start, end, meanings } of section.patterns) {
    if (name.length <= start.length + end.length || !name.startsWith(start) || !name.endsWith(end)) continue;
    const bound = field.slice(start.length, field.length - end.length);
    return meanings.map(({ home, values }) => ({
      home: home.kind === 'element' && home.name === '*' ? { ...home, name: bound } : home,
      values,
    }));
  }
  return undefined;
}

/** A name that rules may use, and one place that it means. */
export interface ListedField {
  readonly table: EventTable;
  /** Undefined if the name means this in all logs of the table. */
  readonly log: string | undefined;
  readonly field: string;
  readonly target: string;
}

/** The names of the map, and those that only exports have, sorted by table, log and name. */
export function listFields(): ListedField[] {
  const listed = eventTables.flatMap((table) => {
    const map = mapOf(table);
    if (map === undefined) return [];
    const named = [[undefined, map.common] as const, ...map.byLog].flatMap(([log, section]) =>
      section.names.flatMap((field) =>
        (inSection(section, field) ?? []).map(({ home }) => ({ table, log, field, target: targetOf(home) })),
      ),
    );
    const exported = [...map.byLog.keys()].flatMap((log) => {
      const fields = exportsOf(log).flatMap(({ fields }) => fields.map(({ path }) => path));
      const places = fields.flatMap((field) => {
        const [home] = meaningsIn(map, log, field).map(({ home }) => home);
        return home?.kind === 'record' ? [{ table, log, field, target: targetOf(home) }] : [];
      });
      // Each place under the first of its spellings: capitals and the parent do not count.
      return [...new Map(places.toReversed().map((place) => [place.target, place])).values()];
    });
    return [...named, ...exported];
  });
  const keyOf = ({ table, log, field, target }: ListedField): string => [table, log ?? '', field, target].join('\t');
  const unique = new Map(listed.map((field) => [keyOf(field), field]));
  return [...unique].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, field]) => field);
}

/** A place in short: a column, `record: path or path`, or the part of a list's elements. */
export function targetOf(home: FieldHome): string {
  if (home.kind === 'column' || home.kind === 'list') return home.column;
  if (home.kind === 'record') {
    const { paths, when } = home;
    const condition = when === undefined ? '' : ` where ${when.column} ${when.values.join(' or ')}`;
    return `record: ${paths.join(' or ')}${condition}`;
  }
  const list = home.inside === undefined ? home.list : `${home.list}.${home.inside}`;
  const conditions = [
    ...(home.when === undefined ? [] : [`${home.when.part} ${home.when.value}`]),
    ...(home.name === undefined ? [] : [`name ${home.name}`]),
  ];
  return conditions.length === 0 ? `${list}.${home.part}` : `${list}.${home.part} where ${conditions.join(' and ')}`;
}

function loadFieldMaps(): ReadonlyMap<string, FieldMap> {
  const folder = fileURLToPath(new URL('../../../content/field/', import.meta.url));
  const found = new Map<string, FieldMap>();
  for (const file of readdirSync(folder).toSorted()) {
    if (!file.endsWith('.yml')) continue;
    const [table, map] = readFieldMap(readFileSync(`${folder}${file}`, 'utf8'), file);
    found.set(table, map);
  }
  return found;
}

function readFieldMap(text: string, file: string): [EventTable, FieldMap] {
  const { documents, faults } = readYaml(text, file);
  const [document] = documents;
  const name = document === undefined ? undefined : textOf(document, 'table', new Problems());
  const table = eventTables.find((candidate) => candidate === name);
  const fields = document === undefined ? undefined : entryOf(document, 'fields')?.value;
  if (document === undefined || faults.length > 0 || table === undefined || fields?.kind !== 'map')
    throw invalid(file, 1, 'it needs a table and its fields');
  const byLog = new Map<string, Section>(logsOf(table).map((log) => [log, readSection([], table, file)]));
  const logs = entryOf(document, 'logs')?.value;
  for (const { key, value, keyPlace } of logs?.kind === 'map' ? logs.entries : []) {
    if (!byLog.has(key) || value.kind !== 'map') throw invalid(file, keyPlace.line, `"${key}" is no log of ${table}`);
    byLog.set(key, readSection(value.entries, table, file));
  }
  return [table, { common: readSection(fields.entries, table, file), byLog }];
}

function logsOf(table: EventTable): readonly Log[] {
  return allLogs.filter((log) => {
    if (table === 'sign_in') return log.endsWith('sign-in');
    return (log === 'graph-activity') === (table === 'graph_activity') && !log.endsWith('sign-in');
  });
}

function readSection(entries: readonly YamlEntry[], table: EventTable, file: string): Section {
  const exact = new Map<string, readonly FieldMeaning[]>();
  const patterns: { start: string; end: string; meanings: readonly FieldMeaning[] }[] = [];
  for (const { key, value } of entries) {
    const meanings = (value.kind === 'list' ? value.items : [value]).map((one) => readMeaning(one, table));
    const known = meanings.filter((meaning) => meaning !== undefined);
    if (known.length < meanings.length) throw invalid(file, value.place.line, `"${key}" names no column of ${table}`);
    const first = known[0]?.home;
    if (first?.kind === 'record' && first.when !== undefined)
      throw invalid(file, value.place.line, `"${key}" has a condition on its first place`);
    const [start = '', end] = key.toLowerCase().split('*');
    if (end === undefined) exact.set(start, known);
    else patterns.push({ start, end, meanings: known });
  }
  return { exact, patterns, names: entries.map(({ key }) => key) };
}

function readMeaning(value: Yaml, table: EventTable): FieldMeaning | undefined {
  const home = readHome(value, table);
  if (home === undefined) return undefined;
  const values = entryOf(value, 'values')?.value;
  const entries = values?.kind === 'map' ? values.entries : [];
  return {
    home,
    values: new Map(
      entries.map(({ key, value }) => {
        const words = value.kind === 'list' ? value.items : [value];
        return [key.toLowerCase(), words.flatMap((word) => (word.kind === 'scalar' ? String(word.value) : []))];
      }),
    ),
  };
}

function readHome(value: Yaml, table: EventTable): FieldHome | undefined {
  const columns = new Map(Object.entries(eventColumns[table]));
  const problems = new Problems();
  const column = value.kind === 'scalar' ? String(value.value) : textOf(value, 'column', problems);
  if (column !== undefined)
    return columns.get(column)?.endsWith('[]') === false ? { kind: 'column', column } : undefined;
  const texts = entryOf(value, 'values')?.value;
  if (texts?.kind === 'scalar') {
    const column = String(texts.value);
    return columns.get(column) === 'VARCHAR[]' ? { kind: 'list', column } : undefined;
  }
  const when = entryOf(value, 'when')?.value;
  const [condition] = when?.kind === 'map' ? when.entries : [];
  const paths = textsOf(value, 'record', problems);
  if (paths.length > 0) {
    if (when === undefined || condition === undefined) return { kind: 'record', paths, when: undefined };
    const values = textsOf(when, condition.key, problems);
    const isKnown = columns.has(condition.key) && values.length > 0;
    return isKnown ? { kind: 'record', paths, when: { column: condition.key, values } } : undefined;
  }
  const list = textOf(value, 'list', problems);
  const part = textOf(value, 'part', problems);
  if (list === undefined || part === undefined || !columns.has(list)) return undefined;
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
