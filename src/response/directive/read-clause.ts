import { isSeverity, severities } from '../../shape/severity.ts';
import type { Yaml } from '../../sigma/parse/yaml-document.ts';
import type { Basis, Clause, Scope } from './directive.ts';
import { parseDue } from './due.ts';
import { directiveFault, FieldReader, itemsOf, textOf } from './field-reader.ts';

/** Reads one clause. @throws Fault `directive-invalid`. */
export function readClause(value: Yaml, sources: ReadonlySet<string>): Clause {
  const fields = new FieldReader(value, 'a clause');
  const id = fields.parsed(
    'id',
    (text) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) ? text : undefined),
    'a word in kebab-case',
  );
  const scope = readScope(fields.required('of'));
  const done = fields.optional('done');
  if (scope.of !== 'organization' && done === undefined)
    throw directiveFault(
      `clause "${id}" is about credentials and needs "done"`,
      fields.place,
      'Write "done: remediated" or "done: verified".',
    );
  const weekly = fields.optional('repeats');
  if (weekly !== undefined && textOf(weekly, 'repeats') !== 'weekly')
    throw directiveFault('only "weekly" repeats are known', weekly.place, 'Write "repeats: weekly".');
  const clause: Clause = {
    id,
    what: fields.text('what'),
    who: fields.text('who'),
    scope,
    done: done === undefined ? 'remediated' : readDone(done),
    due: fields.parsed(
      'due',
      parseDue,
      '"2024-04-30 23:59 America/New_York", "start + 28 days", "discovery + 72 hours" or "clause ID + 1 month"',
    ),
    isWeekly: weekly !== undefined,
    report: fields.optionalTexts('report'),
    basis: readBasis(fields.required('source'), sources),
  };
  fields.end();
  return clause;
}

function readDone(value: Yaml): 'remediated' | 'verified' {
  const text = textOf(value, 'done');
  if (text === 'remediated' || text === 'verified') return text;
  throw directiveFault(`"done" is "${text}"`, value.place, 'Write "done: remediated" or "done: verified".');
}

function readScope(value: Yaml): Scope {
  if (value.kind === 'scalar') {
    const text = textOf(value, 'of');
    if (text === 'organization' || text === 'all') return { of: text };
    throw directiveFault(
      `"of" is "${text}"`,
      value.place,
      'Write organization, all, or a map with "kinds" or "severities".',
    );
  }
  const fields = new FieldReader(value, '"of"');
  const kinds = fields.optionalTexts('kinds');
  const listed = fields.optional('severities');
  fields.end();
  if (kinds.length > 0 && listed === undefined) return { of: 'kinds', kinds };
  if (listed === undefined || kinds.length > 0)
    throw directiveFault(
      '"of" needs either "kinds" or "severities"',
      value.place,
      'Write {severities: [critical]} or {kinds: [entra-client-secret]}.',
    );
  const items = itemsOf(listed, 'severities').map((item) => {
    const text = textOf(item, 'severities');
    if (!isSeverity(text))
      throw directiveFault(`"${text}" is no severity`, item.place, `Write one of ${severities.join(', ')}.`);
    return text;
  });
  return { of: 'severities', severities: items };
}

/** Reads what a statement rests on. @throws Fault `directive-invalid` if on nothing, or on a source that is not listed. */
export function readBasis(value: Yaml, sources: ReadonlySet<string>): Basis {
  const fields = new FieldReader(value, '"source"');
  const listed = fields.optional('confirmed');
  const confirmed = (listed === undefined ? [] : itemsOf(listed, 'confirmed')).map((item) => {
    const id = textOf(item, 'confirmed');
    if (!sources.has(id))
      throw directiveFault(`"${id}" is not among the sources`, item.place, 'Add it to "sources" with title and url.');
    return id;
  });
  const basis = { confirmed, memory: fields.optionalText('memory'), own: fields.optionalText('own') };
  fields.end();
  if (confirmed.length === 0 && basis.memory === undefined && basis.own === undefined)
    throw directiveFault(
      'a statement needs what it rests on',
      value.place,
      'Give "confirmed" with sources, "memory" or "own".',
    );
  return basis;
}
