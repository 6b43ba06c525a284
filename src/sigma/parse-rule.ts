import { basename } from 'node:path';
import type { Fault } from '../shape/fault.ts';
import type { Condition } from './condition.ts';
import { limits } from './limits.ts';
import { parseCondition } from './parse-condition.ts';
import type { ParseOptions } from './parse-item.ts';
import { parseSelection } from './parse-selection.ts';
import { entryOf, plainYaml, Problems, textOf, textsOf, wordOf } from './problems.ts';
import { groups, levels, type LogSource, type Rule, type RuleExample, statuses } from './rule.ts';
import { ruleFault } from './rule-fault.ts';
import type { Selection } from './selection.ts';
import { TextTrouble } from './text-trouble.ts';
import { readYaml, type Yaml, type YamlEntry } from './yaml-document.ts';

const nextByDefault =
  'Read the matched records with what the same principal did before and after, and decide whether it was meant to happen.';

/**
 * Reads the Sigma rules of one file. A document with something wrong in it gives all its faults (`rule-invalid`, with
 * line and column) and no rule; the other documents of the file are not affected.
 */
export function parseRules(text: string, file: string, options: ParseOptions = {}): { rules: Rule[]; faults: Fault[] } {
  if (Buffer.byteLength(text) > limits.fileBytes) {
    const hint = `At most ${limits.fileBytes} bytes are read; split it.`;
    return { rules: [], faults: [ruleFault('the file is too large', { file, line: 1, column: 1 }, hint)] };
  }
  const { documents, faults } = readYaml(text, file);
  const rules: Rule[] = [];
  for (const [index, document] of documents.entries()) {
    const problems = new Problems();
    const name = basename(file).replace(/\.ya?ml$/i, '');
    const rule = parseRule(document, index === 0 ? name : `${name}-${index + 1}`, options, problems);
    if (rule !== undefined && problems.faults.length === 0) rules.push(rule);
    faults.push(...problems.faults);
    if (faults.length >= limits.faultsPerFile) break;
  }
  if (documents.length === 0 && faults.length === 0) {
    faults.push(ruleFault('the file holds no rule', { file, line: 1, column: 1 }, 'Remove it, or write a rule.'));
  }
  return { rules, faults: faults.slice(0, limits.faultsPerFile) };
}

function parseRule(document: Yaml, detection: string, options: ParseOptions, problems: Problems): Rule | undefined {
  if (document.kind !== 'map')
    return problems.add('this is no rule', document.place, 'A rule is a map with title, logsource and detection.');
  for (const [key, message, hint] of unsupported) {
    const found = entryOf(document, key);
    if (found !== undefined) return problems.add(message, found.keyPlace, hint);
  }
  const title = textOf(document, 'title', problems);
  if (entryOf(document, 'title') === undefined)
    problems.add('the rule has no title', document.place, 'Write "title: ...".');
  const logSource = parseLogSource(document, problems);
  const parsed = parseDetection(document, options, problems);
  const rule = {
    detection,
    id: textOf(document, 'id', problems),
    status: wordOf(document, 'status', statuses, problems),
    description: textOf(document, 'description', problems)?.trim() ?? '',
    references: textsOf(document, 'references', problems),
    author: textOf(document, 'author', problems),
    date: textOf(document, 'date', problems),
    tags: textsOf(document, 'tags', problems),
    falsePositives: textsOf(document, 'falsepositives', problems),
    level: wordOf(document, 'level', levels, problems) ?? 'medium',
    group: wordOf(document, 'group', groups, problems) ?? 'principal',
    next: textOf(document, 'next', problems)?.trim() ?? nextByDefault,
    examples: parseExamples(document, problems),
    place: document.place,
  };
  if (title === undefined || logSource === undefined || parsed === undefined) return undefined;
  return { ...rule, title, logSource, ...parsed };
}

const unsupported: readonly (readonly [string, string, string])[] = [
  ['correlation', 'correlations are not supported yet', 'Remove this document, or use its rules alone.'],
  ['filter', 'filters are not supported yet', 'Write the filter into the rule as a selection with "not".'],
  ['action', '"action" is no longer part of Sigma', 'Write each rule out in full.'],
];

function parseLogSource(document: Yaml, problems: Problems): LogSource | undefined {
  const value = entryOf(document, 'logsource')?.value;
  if (value?.kind !== 'map') {
    return problems.add(
      'the rule has no log source',
      value?.place ?? document.place,
      'Write "logsource: {product: ..., service: ...}".',
    );
  }
  const part = (key: string): string | undefined => textOf(value, key, problems)?.toLowerCase();
  const source = { product: part('product'), category: part('category'), service: part('service') };
  return { ...source, place: value.place };
}

function parseDetection(
  document: Yaml,
  options: ParseOptions,
  problems: Problems,
): { selections: Map<string, Selection>; condition: Condition } | undefined {
  const value = entryOf(document, 'detection')?.value;
  if (value?.kind !== 'map') {
    return problems.add(
      'the rule has no detection',
      value?.place ?? document.place,
      'Write "detection:" with selections and a condition.',
    );
  }
  const selections = new Map<string, Selection>();
  for (const entry of value.entries) {
    if (entry.key === 'timeframe') {
      problems.add(
        '"timeframe" is no longer part of Sigma',
        entry.keyPlace,
        'Remove it; a correlation has a timespan instead.',
      );
    } else if (entry.key !== 'condition') selections.set(entry.key, parseSelection(entry, options, problems));
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

function parseExamples(document: Yaml, problems: Problems): RuleExample[] {
  const value = entryOf(document, 'examples')?.value;
  if (value === undefined) return [];
  return (value.kind === 'list' ? value.items : [value]).flatMap((example) => {
    const name = textOf(example, 'name', problems);
    const fires = entryOf(example, 'fires')?.value;
    const records = entryOf(example, 'records')?.value;
    const isFires = fires?.kind === 'scalar' && typeof fires.value === 'boolean' ? fires.value : undefined;
    if (name === undefined || isFires === undefined || records?.kind !== 'list') {
      problems.add(
        'an example needs a name, fires and records',
        example.place,
        'Write {name: text, fires: true, records: [...]}.',
      );
      return [];
    }
    return [{ name, fires: isFires, records: records.items.map(plainYaml) }];
  });
}
