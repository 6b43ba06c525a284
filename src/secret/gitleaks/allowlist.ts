import type { RE2JS } from 're2js';
import type { FaultPlace } from '../../shape/fault.ts';
import { compileExpression } from './expression.ts';
import { listField, type Table, textField } from './field.ts';
import { ruleFault } from './place.ts';

/** What a rule found, as an allowlist looks at it. */
export interface Found {
  readonly secret: string;
  readonly match: string;
  /** All lines that the match touches. */
  readonly line: string;
}

/** Values that are not reported though a rule finds them. */
export interface Allowlist {
  readonly regexes: readonly RE2JS[];
  readonly regexTarget: keyof Found;
  /** In lower case. */
  readonly stopwords: readonly string[];
  readonly needsAll: boolean;
  /** Asks for a path or a commit, which text of a mail has not. */
  readonly isOfFiles: boolean;
  /** Rules that it is about; all of them if empty. */
  readonly targetRules: readonly string[];
}

/** @throws Fault `rule-invalid` */
export function parseAllowlist(table: Table, place: FaultPlace): Allowlist {
  const regexTarget = textField(table, 'regexTarget', place) || 'secret';
  if (regexTarget !== 'secret' && regexTarget !== 'match' && regexTarget !== 'line')
    throw ruleFault(`regexTarget "${regexTarget}" is unknown`, place, 'Write "secret", "match" or "line".');
  const condition = (textField(table, 'condition', place) ?? 'OR').toUpperCase();
  if (!['OR', '||', 'AND', '&&', ''].includes(condition))
    throw ruleFault(`condition "${condition}" is unknown`, place, 'Write "OR" or "AND".');
  const list: Allowlist = {
    regexes: listField(table, 'regexes', place).map((source) => compileExpression(source, place)),
    regexTarget,
    stopwords: listField(table, 'stopwords', place).map((word) => word.toLowerCase()),
    needsAll: condition === 'AND' || condition === '&&',
    isOfFiles: [...listField(table, 'paths', place), ...listField(table, 'commits', place)].length > 0,
    targetRules: listField(table, 'targetRules', place),
  };
  if (list.regexes.length === 0 && list.stopwords.length === 0 && !list.isOfFiles)
    throw ruleFault('an allowlist allows nothing', place, 'Give it regexes or stopwords, or remove it.');
  return list;
}

/** True if the list says that this is not to be reported. */
export function isAllowed(list: Allowlist, found: Found): boolean {
  const target = found[list.regexTarget];
  const secret = found.secret.toLowerCase();
  const byExpression = list.regexes.some((expression) => expression.test(target));
  const byWord = list.stopwords.some((word) => secret.includes(word));
  if (!list.needsAll) return byExpression || byWord;
  // A mail has neither path nor commit, so that a list that needs one can never be about it.
  return !list.isOfFiles && (list.regexes.length === 0 || byExpression) && (list.stopwords.length === 0 || byWord);
}
