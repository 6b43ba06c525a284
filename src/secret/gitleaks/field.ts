import type { FaultPlace } from '../../shape/fault.ts';
import { ruleFault } from './place.ts';

/** A table of TOML. */
export type Table = Readonly<Record<string, unknown>>;

/** Reads a field of a table; without it undefined. Keys are taken whatever their case, as gitleaks does. */
function field(table: Table, name: string): unknown {
  const key = Object.keys(table).find((own) => own.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : table[key];
}

/** @throws Fault `rule-invalid` if it is there and is no text. */
export function textField(table: Table, name: string, place: FaultPlace): string | undefined {
  const value = field(table, name);
  if (value === undefined || typeof value === 'string') return value;
  throw ruleFault(`${name} is no text`, place, 'Write it in quotes.');
}

/** @throws Fault `rule-invalid` if it is there and is no number from 0. */
export function numberField(table: Table, name: string, place: FaultPlace): number | undefined {
  const value = field(table, name);
  if (value === undefined) return undefined;
  if (typeof value === 'number' && value >= 0) return value;
  throw ruleFault(`${name} is no number from 0 on`, place, 'Write a number, without quotes.');
}

/** @throws Fault `rule-invalid` if it is there and is neither true nor false. */
export function flagField(table: Table, name: string, place: FaultPlace): boolean {
  const value = field(table, name);
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  throw ruleFault(`${name} is neither true nor false`, place, 'Write true or false, without quotes.');
}

/** @throws Fault `rule-invalid` if it is there and is no list of texts. */
export function listField(table: Table, name: string, place: FaultPlace): readonly string[] {
  const value = field(table, name);
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value;
  throw ruleFault(`${name} is no list of texts`, place, 'Write it as ["one", "two"].');
}

/** One table or a list of them; none without the field. @throws Fault `rule-invalid` if it is anything else. */
export function tablesField(table: Table, name: string, place: FaultPlace): readonly Table[] {
  const value = field(table, name);
  if (value === undefined) return [];
  const tables: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isTable = (part: unknown): part is Table =>
    typeof part === 'object' && part !== null && !Array.isArray(part) && !(part instanceof Date);
  if (tables.every(isTable)) return tables;
  throw ruleFault(`${name} is no table`, place, `Write [${name}] or [[${name}]] on a line of its own.`);
}
