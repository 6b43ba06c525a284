import { Fault } from '../../shape/fault.ts';
import { parseInstant } from '../../shape/instant.ts';
import { readYaml, type Yaml } from '../../sigma/parse/yaml-document.ts';
import type { Clause, Directive } from './directive.ts';
import { parseZonedTime } from './due.ts';
import { directiveFault, FieldReader, itemsOf, textOf } from './field-reader.ts';
import { readBasis, readClause } from './read-clause.ts';

/**
 * Reads a directive from the text of its file.
 *
 * @param file name for messages.
 * @throws Fault `directive-invalid` with line and column of the first mistake.
 */
export function readDirective(text: string, file: string): Directive {
  const { documents, faults } = readYaml(text, file);
  const [fault] = faults;
  if (fault !== undefined)
    throw new Fault('directive-invalid', fault.message, { place: fault.place, hint: fault.hint, cause: fault });
  const [document] = documents;
  if (document === undefined || documents.length > 1)
    throw directiveFault(
      'the file must hold one directive',
      { file, line: 1 },
      'content/directive/README.md lists the fields.',
    );
  return directiveOf(document);
}

function directiveOf(document: Yaml): Directive {
  const fields = new FieldReader(document, 'a directive');
  const listed = fields.optional('sources');
  const sources = listed === undefined ? [] : readSources(listed);
  const known = new Set(sources.map(({ id }) => id));
  const facts = fields.optional('facts');
  const clauses = itemsOf(fields.required('clauses'), 'clauses');
  const directive: Directive = {
    id: fields.parsed(
      'id',
      (text) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) ? text : undefined),
      'a word in kebab-case',
    ),
    title: fields.text('title'),
    authority: fields.text('authority'),
    status: fields.parsed(
      'status',
      (text) => (text === 'in force' || text === 'retired' ? text : undefined),
      '"in force" or "retired"',
    ),
    since: fields.parsed('since', dayOf, 'a day such as 2024-04-02'),
    binds: fields.text('binds'),
    start: readStart(fields.required('start')),
    holidays: readDays(fields.optional('holidays')),
    clauses: readClauses(clauses, known),
    sources,
    facts: (facts === undefined ? [] : itemsOf(facts, 'facts')).map((item) => readFact(item, known)),
  };
  fields.end();
  return directive;
}

function readStart(value: Yaml): Directive['start'] {
  const fields = new FieldReader(value, '"start"');
  const what = fields.text('what');
  const date = fields.optional('date');
  fields.end();
  if (date === undefined) return { what, date: undefined };
  const instant = parseZonedTime(textOf(date, 'date'));
  if (instant === undefined)
    throw directiveFault('"date" is no time with a zone', date.place, 'Write it as 2024-04-02 00:00 America/New_York.');
  return { what, date: instant };
}

function readClauses(items: readonly Yaml[], sources: ReadonlySet<string>): Clause[] {
  const clauses: Clause[] = [];
  for (const item of items) {
    const clause = readClause(item, sources);
    const ids = new Set(clauses.map(({ id }) => id));
    if (ids.has(clause.id)) throw directiveFault(`two clauses are called "${clause.id}"`, item.place, 'Rename one.');
    // Only clauses before it, so that no two wait for each other.
    const from =
      clause.due.kind === 'after' && typeof clause.due.from === 'object' ? clause.due.from.clause : undefined;
    if (from !== undefined && !ids.has(from))
      throw directiveFault(
        `clause "${clause.id}" waits for "${from}", which is not above it`,
        item.place,
        'Name a clause that stands above.',
      );
    clauses.push(clause);
  }
  return clauses;
}

function readSources(value: Yaml): Directive['sources'] {
  if (value.kind !== 'map')
    throw directiveFault('"sources" must be a map', value.place, 'Write "id: {title: …, url: …}".');
  return value.entries.map(({ key, value: source }) => {
    const fields = new FieldReader(source, 'a source');
    const title = fields.text('title');
    const url = fields.parsed(
      'url',
      (text) => (URL.canParse(text) && text.startsWith('https://') ? text : undefined),
      'an https address',
    );
    fields.end();
    return { id: key, title, url };
  });
}

function readFact(value: Yaml, sources: ReadonlySet<string>): Directive['facts'][number] {
  const fields = new FieldReader(value, 'a fact');
  const fact = { fact: fields.text('fact'), basis: readBasis(fields.required('source'), sources) };
  fields.end();
  return fact;
}

function readDays(value: Yaml | undefined): string[] {
  return (value === undefined ? [] : itemsOf(value, 'holidays')).map((item) => {
    const day = dayOf(textOf(item, 'holidays'));
    if (day === undefined) throw directiveFault('a holiday is no day', item.place, 'Write a day such as 2024-07-04.');
    return day;
  });
}

function dayOf(text: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseInstant(text) !== undefined ? text : undefined;
}
