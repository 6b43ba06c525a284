import { readDetection } from './detection.ts';
import { type Mapping, listOf, mappingOf, nameOf, refuse } from './document.ts';
import type { Test } from './item.ts';
import type { Placeholders } from './transformation.ts';

/** A filter, and the rules that it narrows. */
export interface Filter {
  readonly rules: readonly Mapping[];
  readonly test: Test;
}

/** Whether the document is called so, by its id or its name. */
export function isCalled(document: Mapping, name: string): boolean {
  return [document.id, document.name].some((own) => own !== undefined && nameOf(own) === name);
}

/** Each part of the log source that the filter names must be the rule's. */
function fits(filter: Mapping, rule: Mapping): boolean {
  const wanted = mappingOf(filter.logsource, 'logsource');
  const own = mappingOf(rule.logsource, 'logsource');
  return ['category', 'product', 'service'].every((part) => wanted[part] === undefined || wanted[part] === own[part]);
}

export function readFilter(document: Mapping, all: readonly Mapping[], placeholders: Placeholders): Filter {
  const { rules: named, ...detection } = mappingOf(document.filter, 'filter');
  mappingOf(document.logsource, 'logsource');
  const names = named === undefined ? [] : listOf(named).map(nameOf);
  if (names.length === 0) refuse('a filter must name its rules');
  const test = readDetection(detection, placeholders);
  const rules = all.filter((rule) => 'detection' in rule);
  if (names.length === 1 && names[0] === 'any') return { rules: rules.filter((rule) => fits(document, rule)), test };
  return {
    rules: names.map((name) => {
      const rule = rules.find((one) => isCalled(one, name)) ?? refuse(`no rule is called ${name}`);
      return fits(document, rule) ? rule : refuse(`${name} has another log source`);
    }),
    test,
  };
}
