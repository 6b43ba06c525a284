import type { Instant } from '../../shape/instant.ts';
import type { Step } from '../journal/entry.ts';
import type { LoadedRegister } from '../register/load-register.ts';
import { enterStep, Rehearsal } from '../register/take-steps.ts';
import { type Column, readColumns } from './columns.ts';
import { type CsvRow, parseCsv, unguarded } from './csv.ts';
import { stepsOf, type WorkRow } from './row-steps.ts';

/** A row that cannot be applied, and why. */
export interface Problem {
  readonly line: number;
  readonly why: string;
}

const mostCharacters = 2000;

/**
 * The steps that a list which people have filled in asks for, in its order; none if nothing changed. With problems there are no
 * steps: a list is applied as a whole or not at all.
 */
export function worklistSteps(
  text: string,
  loaded: LoadedRegister,
  now: Instant,
): { readonly steps: readonly Step[]; readonly problems: readonly Problem[] } {
  const { rows, problems } = readRows(text);
  const rehearsal = new Rehearsal(loaded, now);
  const known = new Set(loaded.items.map(({ id }) => id));
  const seen = new Set<string>();
  const steps: Step[] = [];
  for (const { line, row } of rows) {
    const why = known.has(row.id)
      ? seen.has(row.id)
        ? `${row.id} stands twice in the file`
        : undefined
      : `no credential has the id "${row.id}"`;
    seen.add(row.id);
    const asked = why ?? tooLong(row) ?? stepsOf(row, rehearsal.standingOf(row.id));
    if (typeof asked === 'string') {
      problems.push({ line, why: asked });
      continue;
    }
    for (const step of asked) {
      const trouble = rehearsal.tryStep(row.id, step.action, step.values);
      if (trouble === undefined) steps.push(step);
      else problems.push({ line, why: trouble });
    }
  }
  if (problems.length > 0 || steps.length === 0) return { steps: [], problems };
  return { steps: [...enterStep(loaded, rehearsal), ...steps], problems };
}

function readRows(text: string): { rows: { line: number; row: WorkRow }[]; problems: Problem[] } {
  const parsed = parseCsv(text);
  if (!Array.isArray(parsed))
    return { rows: [], problems: [{ line: parsed.unclosed, why: 'a quote is opened and never closed' }] };
  const [head, ...body] = parsed;
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const missing = readColumns.filter((name) => !names.includes(name));
  if (missing.length > 0)
    return {
      rows: [],
      problems: [{ line: 1, why: `the file has no column ${missing.join(', ')}: import the file that was exported` }],
    };
  return { rows: body.map((row) => ({ line: row.line, row: rowOf(row, names) })), problems: [] };
}

function rowOf({ cells }: CsvRow, names: readonly string[]): WorkRow {
  const of = (name: Column): string => unguarded(cells[names.indexOf(name)] ?? '').trim();
  return { id: of('id'), state: of('state'), owner: of('owner'), time: of('time'), note: of('note') };
}

function tooLong({ owner, note }: WorkRow): string | undefined {
  return Math.max(owner.length, note.length) > mostCharacters
    ? `owner and note may have ${mostCharacters} characters`
    : undefined;
}
