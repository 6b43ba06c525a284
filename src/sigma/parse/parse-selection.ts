import { ruleFault } from './rule-fault.ts';
import { parseItem, parseKeywords, type ParseOptions } from './parse-item.ts';
import type { Problems } from './problems.ts';
import type { Item, Selection } from './selection.ts';
import type { Yaml, YamlEntry } from './yaml-document.ts';

/**
 * Reads what stands under a name of `detection`: a map (and), a list of maps (or), or keywords.
 * What is wrong goes to `problems`; the result is then not to be used.
 */
export function parseSelection(
  { key, keyPlace, value }: YamlEntry,
  options: ParseOptions,
  problems: Problems,
): Selection {
  if (value.kind === 'map') return parseMap(value, options, problems);
  const values = value.kind === 'list' ? value.items : [value];
  if (values.length === 0)
    problems.add(`the selection "${key}" is empty`, keyPlace, 'Give it a map of fields, or keywords.');
  const keywords = values.filter((item) => item.kind === 'scalar');
  const parts: Selection[] = [];
  if (keywords.length > 0) {
    const item = problems.attempt(() => parseKeywords(keywords, keyPlace));
    if (item !== undefined) parts.push({ kind: 'all', of: [item] });
  }
  for (const item of values) {
    if (item.kind === 'map') parts.push(parseMap(item, options, problems));
    if (item.kind === 'list') problems.add('a list in a list has no meaning', item.place, 'Use maps or texts in it.');
  }
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: 'any', of: parts };
}

function parseMap(map: Yaml & { kind: 'map' }, options: ParseOptions, problems: Problems): Selection {
  if (map.entries.length === 0) problems.add('the map is empty', map.place, 'Give it at least one "Field: value".');
  const items: Item[] = [];
  for (const { key, keyPlace, value } of map.entries) {
    const item = problems.attempt(() => {
      if (key === '') throw ruleFault('the field has no name', keyPlace, 'Write "Field: value".');
      return parseItem(key, value, keyPlace, options);
    });
    if (item !== undefined) items.push(item);
  }
  return { kind: 'all', of: items };
}
