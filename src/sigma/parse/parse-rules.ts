import { basename } from 'node:path';
import type { Fault } from '../../shape/fault.ts';
import type { Correlation } from './correlation.ts';
import { limits } from './limits.ts';
import { mergeActions } from './merge-actions.ts';
import { parseCorrelation } from './parse-correlation.ts';
import type { ParseOptions } from './parse-item.ts';
import { parseFilter, parseRule } from './parse-rule.ts';
import { entryOf, Problems } from './problems.ts';
import type { Filter, Rule } from './rule.ts';
import { ruleFault } from './rule-fault.ts';
import { readYaml, type Yaml } from './yaml-document.ts';

/** What the documents of one or many files are, in their order, before any refers to another. */
export interface Documents {
  readonly rules: Rule[];
  readonly correlations: Correlation[];
  readonly filters: Filter[];
  readonly faults: Fault[];
}

/**
 * Reads the Sigma documents of one file. A document with something wrong in it gives all its faults (`rule-invalid`,
 * with line and column) and nothing else; the other documents of the file are not affected.
 */
export function parseDocuments(text: string, file: string, options: ParseOptions = {}): Documents {
  const found: Documents = { rules: [], correlations: [], filters: [], faults: [] };
  if (Buffer.byteLength(text) > limits.fileBytes) {
    const hint = `At most ${limits.fileBytes} bytes are read; split it.`;
    found.faults.push(ruleFault('the file is too large', { file, line: 1, column: 1 }, hint));
    return found;
  }
  const { documents, faults } = readYaml(text, file);
  const problems = new Problems();
  const merged = mergeActions(documents, problems);
  found.faults.push(...faults, ...problems.faults);
  const name = basename(file).replace(/\.ya?ml$/i, '');
  for (const [index, document] of merged.entries()) {
    parseDocument(document, index === 0 ? name : `${name}-${index + 1}`, options, found);
    if (found.faults.length >= limits.faultsPerFile) break;
  }
  if (documents.length === 0 && faults.length === 0) {
    found.faults.push(ruleFault('the file holds no rule', { file, line: 1, column: 1 }, 'Remove it, or write a rule.'));
  }
  return { ...found, faults: found.faults.toSorted(byPlace).slice(0, limits.faultsPerFile) };
}

const kinds = ['detection', 'correlation', 'filter'];

function byPlace(a: Fault, b: Fault): number {
  const lines = (a.place.line ?? 0) - (b.place.line ?? 0);
  return lines === 0 ? (a.place.column ?? 0) - (b.place.column ?? 0) : lines;
}

function parseDocument(document: Yaml, detection: string, options: ParseOptions, found: Documents): void {
  const problems = new Problems();
  if (document.kind !== 'map') {
    problems.add('this is no rule', document.place, 'A rule is a map with title, logsource and detection.');
  } else if (kinds.filter((kind) => entryOf(document, kind) !== undefined).length > 1) {
    problems.add('the document is several things at once', document.place, `Give it only one of: ${kinds.join(', ')}.`);
  } else if (entryOf(document, 'correlation') !== undefined) {
    keep(parseCorrelation(document, detection, problems), found.correlations);
  } else if (entryOf(document, 'filter') !== undefined) keep(parseFilter(document, options, problems), found.filters);
  else keep(parseRule(document, detection, options, problems), found.rules);
  found.faults.push(...problems.faults);

  function keep<T>(parsed: T | undefined, list: T[]): void {
    if (parsed !== undefined && problems.faults.length === 0) list.push(parsed);
  }
}
