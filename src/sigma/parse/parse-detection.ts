import type { Condition } from './condition.ts';
import { parseCondition } from './parse-condition.ts';
import type { ParseOptions } from './parse-item.ts';
import { parseSelection } from './parse-selection.ts';
import { entryOf, type Problems } from './problems.ts';
import type { Detection } from './rule.ts';
import type { Selection } from './selection.ts';
import { TextTrouble } from './text-trouble.ts';
import type { Yaml, YamlEntry } from './yaml-document.ts';

/** Reads selections and condition of a rule's `detection` or a filter's `filter`; entries named in `except` are left out. */
export function parseDetection(
  value: Yaml & { kind: 'map' },
  options: ParseOptions,
  problems: Problems,
  except: readonly string[] = [],
): Detection | undefined {
  const selections = new Map<string, Selection>();
  for (const entry of value.entries) {
    if (entry.key === 'timeframe') {
      problems.add(
        '"timeframe" is no longer part of Sigma',
        entry.keyPlace,
        'Remove it; a correlation has a timespan instead.',
      );
    } else if (entry.key !== 'condition' && !except.includes(entry.key)) {
      selections.set(entry.key, parseSelection(entry, options, problems));
    }
  }
  const conditions = entryOf(value, 'condition');
  if (conditions === undefined)
    return problems.add('the rule has no condition', value.place, 'Write "condition: selection".');
  const parsed = parseConditions(conditions, [...selections.keys()], problems);
  const [only] = parsed;
  if (only === undefined) return undefined;
  return { selections, condition: parsed.length === 1 ? only : { kind: 'or', of: parsed } };
}

function parseConditions({ value }: YamlEntry, names: readonly string[], problems: Problems): Condition[] {
  const texts = value.kind === 'list' ? value.items : [value];
  if (texts.length === 0) problems.add('the list of conditions is empty', value.place, 'Write "condition: selection".');
  return texts.flatMap((text) => {
    if (text.kind !== 'scalar' || text.value === null) {
      problems.add('a condition must be text', text.place, 'Write "condition: selection".');
      return [];
    }
    try {
      return [parseCondition(String(text.value), names)];
    } catch (error) {
      if (!(error instanceof TextTrouble)) throw error;
      problems.add(error.message, text.column(error.index), error.hint);
      return [];
    }
  });
}
