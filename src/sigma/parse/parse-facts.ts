import { entryOf, plainYaml, type Problems, textOf, textsOf, wordOf } from './problems.ts';
import { levels, type LogSource, type RuleExample, type RuleFacts, statuses } from './rule.ts';
import type { Yaml } from './yaml-document.ts';

const nextByDefault =
  'Read the matched records with what the same principal did before and after, and decide whether it was meant to happen.';

/** What a rule or a correlation says of itself; undefined without a title. */
export function parseFacts(document: Yaml, detection: string, problems: Problems): RuleFacts | undefined {
  const title = parseTitle(document, problems);
  const taxonomy = textOf(document, 'taxonomy', problems);
  if (taxonomy !== undefined && taxonomy !== 'sigma') {
    const place = entryOf(document, 'taxonomy')?.value.place ?? document.place;
    problems.add(`the taxonomy "${taxonomy}" is not known`, place, 'Translate the rule into the taxonomy "sigma".');
  }
  const facts = {
    detection,
    id: textOf(document, 'id', problems),
    name: textOf(document, 'name', problems),
    status: wordOf(document, 'status', statuses, problems),
    description: textOf(document, 'description', problems)?.trim() ?? '',
    references: textsOf(document, 'references', problems),
    author: textOf(document, 'author', problems),
    date: textOf(document, 'date', problems),
    tags: textsOf(document, 'tags', problems),
    falsePositives: textsOf(document, 'falsepositives', problems),
    level: wordOf(document, 'level', levels, problems) ?? 'medium',
    next: textOf(document, 'next', problems)?.trim() ?? nextByDefault,
    examples: parseExamples(document, problems),
    place: document.place,
  };
  return title === undefined ? undefined : { ...facts, title };
}

export function parseTitle(document: Yaml, problems: Problems): string | undefined {
  if (entryOf(document, 'title') === undefined)
    problems.add('the rule has no title', document.place, 'Write "title: ...".');
  return textOf(document, 'title', problems);
}

export function parseLogSource(document: Yaml, problems: Problems): LogSource | undefined {
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
    return [{ name, fires: isFires, records: records.items.map(plainYaml), place: example.place }];
  });
}
