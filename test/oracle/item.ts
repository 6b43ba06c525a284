import { listOf, refuse } from './document.ts';
import { folded, isNothing, membersOf, numberOf, textsOf, valuesAt } from './event-value.ts';
import { inNetwork } from './network.ts';
import { type Pattern, anyText, literally, matches, parsePattern } from './pattern.ts';
import { searchOf } from './search-expression.ts';
import { instantOf, timeParts } from './time.ts';
import { type Placeholders, patternOf, transformed } from './transformation.ts';

/** Whether an event is meant. */
export type Test = (event: unknown) => boolean;

/** Whether one value of a rule meets what an event has in the field. */
type ValueTest = (found: readonly unknown[], event: unknown) => boolean;

/** A field with modifiers as the rule has it; without a field it is about the whole event. */
interface Item {
  readonly field: string;
  readonly modifiers: readonly string[];
  readonly placeholders: Placeholders;
}

type Fold = (text: string) => string;

const asWritten: Fold = (text) => text;

const comparisons: ReadonlyMap<string, (left: number, right: number) => boolean> = new Map([
  ['lt', (left, right) => left < right],
  ['lte', (left, right) => left <= right],
  ['gt', (left, right) => left > right],
  ['gte', (left, right) => left >= right],
]);

/** Modifiers that only change how the values are joined or compared. */
const joining = new Set(['all', 'neq', 'cased']);

function anyOf(test: (text: string) => boolean): ValueTest {
  return (found) => textsOf(found).some(test);
}

/** Everything but the modifiers named there and those that join is refused. */
function allowOnly(item: Item, allowed: readonly string[]): void {
  for (const modifier of item.modifiers) {
    if (!joining.has(modifier) && !allowed.includes(modifier)) refuse(`${modifier} does not fit here`);
  }
}

function foldOf({ modifiers }: Item): Fold {
  return modifiers.includes('cased') ? asWritten : folded;
}

function scalarText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  if (typeof value === 'bigint' || typeof value === 'number') return String(value);
  return refuse('a value must be text, a number or a truth value');
}

/** Keywords are sought as they are, and as JSON would write them. */
function spelledAsJson(pattern: Pattern): Pattern {
  return pattern.flatMap((piece) =>
    piece.is === 'character' ? literally(JSON.stringify(piece.character).slice(1, -1)) : [piece],
  );
}

function textTest(item: Item, value: unknown): ValueTest {
  const start = parsePattern(scalarText(value), item.modifiers.includes('expand'));
  const stages = item.modifiers.reduce<readonly (Pattern | Uint8Array)[]>(
    (made, modifier) =>
      joining.has(modifier)
        ? made
        : made.flatMap((stage) => transformed(modifier, stage, item.placeholders) ?? refuse(`unknown ${modifier}`)),
    [start],
  );
  const patterns = stages.map(patternOf);
  const sought =
    item.field === ''
      ? patterns.flatMap((pattern) => [pattern, spelledAsJson(pattern)]).map((one) => [anyText, ...one, anyText])
      : patterns;
  return anyOf((text) => sought.some((pattern) => matches(pattern, text, foldOf(item))));
}

function numberTest(item: Item, value: unknown): ValueTest {
  allowOnly(item, [...comparisons.keys(), ...timeParts.keys()]);
  if (typeof value !== 'bigint' && typeof value !== 'number') return refuse('needs a number without quotes');
  const limit = Number(value);
  if (!Number.isFinite(limit)) return refuse('needs a finite number');
  const compare =
    item.modifiers.map((name) => comparisons.get(name)).find(Boolean) ?? ((left, right) => left === right);
  const part = item.modifiers.map((name) => timeParts.get(name)).find(Boolean);
  return anyOf((text) => {
    if (!part) {
      const number = numberOf(text);
      return number !== undefined && compare(number, limit);
    }
    const instant = instantOf(text);
    return instant !== undefined && compare(part(new Date(instant / 1000)), limit);
  });
}

function fieldTest(item: Item, value: unknown): ValueTest {
  allowOnly(item, ['fieldref', 'contains', 'startswith', 'endswith']);
  if (item.field === '') refuse('fieldref needs a field');
  const fold = foldOf(item);
  const holds = (own: string, other: string): boolean => {
    const place = item.modifiers.find((name) => name !== 'fieldref' && !joining.has(name));
    if (place === undefined) return own === other;
    if (other === '') return false;
    if (place === 'contains') return own.includes(other);
    return place === 'startswith' ? own.startsWith(other) : own.endsWith(other);
  };
  return (found, event) => {
    const referred = valuesAt(event, scalarText(value));
    const [other] = membersOf(referred);
    // An array has no single value.
    if (other === undefined || referred.length > 1 || Array.isArray(referred[0])) return false;
    return textsOf(found).some((own) => holds(fold(own), fold(other)));
  };
}

function valueTest(item: Item, value: unknown): ValueTest {
  const has = (name: string): boolean => item.modifiers.includes(name);
  if (value === null) {
    allowOnly(item, []);
    return (found) => found.every(isNothing);
  }
  if (has('re')) {
    allowOnly(item, ['re', 'i', 'm', 's', 'ignorecase', 'multiline', 'dotall', 'contains', 'startswith', 'endswith']);
    if (item.modifiers[0] !== 're') refuse('re must come first');
    return anyOf(searchOf(scalarText(value), item.modifiers));
  }
  if (has('cidr')) {
    allowOnly(item, ['cidr']);
    if (item.modifiers[0] !== 'cidr') refuse('cidr must come first');
    return anyOf(inNetwork(scalarText(value)));
  }
  if (item.modifiers.some((name) => comparisons.has(name) || timeParts.has(name))) return numberTest(item, value);
  return has('fieldref') ? fieldTest(item, value) : textTest(item, value);
}

function existenceTest(item: Item, value: unknown): Test {
  if (item.modifiers.length > 1 || item.field === '') refuse('exists stands alone, behind a field');
  if (typeof value !== 'boolean') return refuse('exists needs true or false');
  return (event) => valuesAt(event, item.field).length > 0 === value;
}

/** One line of a selection's map: `key` is the field with its modifiers. */
export function readItem(key: string, value: unknown, placeholders: Placeholders): Test {
  const [field = '', ...modifiers] = key.split('|');
  const item = { field, modifiers, placeholders };
  if (modifiers.includes('exists')) return existenceTest(item, value);
  const values = listOf(value);
  if (values.length === 0) refuse('no values');
  if (Array.isArray(value) && values.includes(null)) refuse('null may not be in a list');
  if (field === '' && values.includes(null)) refuse('null needs a field');
  if (modifiers.includes('all') && values.length === 1) refuse('all needs several values');
  const tests = values.map((one) => valueTest(item, one));
  return (event) => {
    const found = field === '' ? [JSON.stringify(event)] : valuesAt(event, field);
    const hit = (test: ValueTest): boolean => test(found, event);
    const isMet = modifiers.includes('all') ? tests.every(hit) : tests.some(hit);
    return modifiers.includes('neq') ? !isMet : isMet;
  };
}
