import { RE2JS } from 're2js';
import type { FaultPlace } from '../../shape/fault.ts';
import { ruleFault } from './place.ts';

/** Larger programs take long for every character. The largest of gitleaks' own rules have a few thousand steps. */
const mostSteps = 100_000;

/**
 * An expression in the syntax of Go, for an engine whose time grows with the text alone.
 *
 * @throws Fault `rule-invalid` for one that Go would not take, either.
 */
export function compileExpression(source: string, place: FaultPlace): RE2JS {
  let expression: RE2JS;
  try {
    expression = RE2JS.compile(source);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw ruleFault(
      `the expression is not valid: ${reason}`,
      place,
      'Write it in the syntax of Go (RE2), which has no look-around and no references back.',
      error,
    );
  }
  if (expression.programSize() > mostSteps)
    throw ruleFault('the expression is too large', place, 'Lower its repetition counts or make two rules of it.');
  return expression;
}
