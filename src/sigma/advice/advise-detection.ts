import type { Advice } from './advice.ts';
import type { Condition } from '../parse/condition.ts';
import { parseCondition } from '../parse/parse-condition.ts';
import { entryOf } from '../parse/problems.ts';
import { parseText } from '../parse/text.ts';
import { TextTrouble } from '../parse/text-trouble.ts';
import type { Yaml, YamlEntry } from '../parse/yaml-document.ts';

/** Selections and condition of a rule or filter; nothing for what is neither. */
export function adviseDetection(document: Yaml): Advice[] {
  const filter = entryOf(document, 'filter');
  const value = (filter ?? entryOf(document, 'detection'))?.value;
  if (value?.kind !== 'map') return [];
  const isSelection = ({ key }: YamlEntry): boolean =>
    key !== 'condition' && key !== 'timeframe' && !(filter !== undefined && key === 'rules');
  const selections = value.entries.filter(isSelection);
  const items = selections.flatMap((selection) => itemsOf(selection.value));
  return [
    ...adviseCondition(entryOf(value, 'condition'), selections, filter !== undefined && !items.some(isNegated)),
    ...items.flatMap(adviseItem),
    ...selections.flatMap(({ value: keywords }) => adviseValues(undefined, [], keywords)),
  ];
}

function adviseCondition(
  condition: YamlEntry | undefined,
  selections: readonly YamlEntry[],
  needsNot: boolean,
): Advice[] {
  const found: Advice[] = [];
  const texts =
    condition?.value.kind === 'list' ? condition.value.items : condition === undefined ? [] : [condition.value];
  const parsed: Condition[] = [];
  for (const text of texts) {
    if (text.kind !== 'scalar') return found;
    const source = String(text.value);
    const them = /\ball\s+of\s+them\b/i.exec(source);
    if (them !== null) {
      const hint = 'Name the selections, or give them names that begin alike: "all of selection_*".';
      const message = '"all of them" takes in every selection that is added later';
      found.push({ kind: 'all-of-them', message, hint, place: text.column(them.index) });
    }
    try {
      const names = selections.map(({ key }) => key);
      parsed.push(parseCondition(source, names));
    } catch (error) {
      if (!(error instanceof TextTrouble)) throw error;
      // It is a fault already; what it would have named is not known.
      return found;
    }
  }
  const named = new Set(parsed.flatMap(namesIn));
  for (const { key, keyPlace } of selections.filter((selection) => !named.has(selection.key))) {
    const message = `the condition never names "${key}"`;
    found.push({ kind: 'unused-selection', message, hint: 'Name it there, or remove it.', place: keyPlace });
  }
  if (needsNot && condition !== undefined && !parsed.some(hasNot)) {
    const message = 'the filter leaves only what its selections describe';
    const hint = 'To suppress that, write "condition: not selection"; filters are joined to rules with "and".';
    found.push({ kind: 'filter-without-not', message, hint, place: condition.value.place });
  }
  return found;
}

function namesIn(condition: Condition): string[] {
  if (condition.kind === 'selection') return [condition.name];
  return condition.kind === 'not' ? namesIn(condition.of) : condition.of.flatMap(namesIn);
}

function hasNot(condition: Condition): boolean {
  return condition.kind === 'not' || (condition.kind !== 'selection' && condition.of.some(hasNot));
}

/** The lines of all maps of a selection. */
function itemsOf(value: Yaml): readonly YamlEntry[] {
  if (value.kind === 'map') return value.entries;
  return value.kind === 'list' ? value.items.flatMap((item) => (item.kind === 'map' ? item.entries : [])) : [];
}

function isNegated({ key }: YamlEntry): boolean {
  return key.split('|').includes('neq');
}

function adviseItem({ key, value }: YamlEntry): Advice[] {
  const [field = '', ...chain] = key.split('|');
  return adviseValues(field === '' ? undefined : field, chain, value);
}

/** `field` is undefined for keywords. */
function adviseValues(field: string | undefined, chain: readonly string[], value: Yaml): Advice[] {
  return (value.kind === 'list' ? value.items : [value]).flatMap((item) => {
    if (item.kind !== 'scalar' || typeof item.value !== 'string') return [];
    const advice = chain.includes('re') ? adviseRegex(field, chain, item.value) : adviseText(field, chain, item.value);
    return advice === undefined ? [] : [{ ...advice, place: item.place }];
  });
}

type Remark = Omit<Advice, 'place'>;

/** Modifiers behind which a value is still the text that is looked for. */
const plain = new Set(['contains', 'startswith', 'endswith', 'all', 'cased', 'neq', 'windash']);

function adviseText(field: string | undefined, chain: readonly string[], source: string): Remark | undefined {
  if (!chain.every((modifier) => plain.has(modifier))) return undefined;
  if (/^\*+$/.test(source)) {
    if (field === undefined)
      return { kind: 'only-wildcard', message: 'every record has this keyword', hint: 'Remove it.' };
    const message = `"${source}" asks only whether "${field}" is there`;
    return { kind: 'only-wildcard', message, hint: `Write "${field}|exists: true", or '?*' if it must not be empty.` };
  }
  const length = parseText(source).pieces.reduce(
    (sum, piece) => sum + (typeof piece === 'string' ? piece.length : 0),
    0,
  );
  if (!chain.includes('contains') || length >= 3) return undefined;
  const message = `"${source}" is so short that it stands in many values by chance`;
  return { kind: 'short-contains', message, hint: 'Give more of the text, or the whole value without "contains".' };
}

function adviseRegex(field: string | undefined, chain: readonly string[], source: string): Remark | undefined {
  if (chain.includes('startswith') || chain.includes('endswith')) return undefined;
  const kind = 'needless-regex';
  const inner = source.replace(/^(\.\*)+/, '').replace(/(?<!\\)(\.\*)+$/, '');
  if (inner === '') {
    const hint = field === undefined ? 'Remove it.' : `Write "${field}|exists: true".`;
    return { kind, message: `"${source}" is met by every value`, hint };
  }
  if (!/[\\^$.|?*+()[\]{}]/.test(inner)) {
    const isCased = !chain.includes('i') && !chain.includes('ignorecase');
    const key = [field ?? '', ...(field === undefined ? [] : ['contains']), ...(isCased ? ['cased'] : [])].join('|');
    const hint = key === '' ? 'Write it without "re".' : `Write "${key}" instead of "re".`;
    return { kind, message: `"${inner}" is plain text`, hint };
  }
  if (inner === source) return undefined;
  const message = 'an expression is found anywhere in a value, also without ".*" at its ends';
  return { kind, message, hint: `Write "${inner}".` };
}
