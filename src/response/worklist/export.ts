import { type Application, Clocks } from '../obligation/clocks.ts';
import { nextDue, obligationsOf } from '../obligation/obligation.ts';
import type { LoadedRegister } from '../register/load-register.ts';
import { columns } from './columns.ts';
import { csvLine } from './csv.ts';

/**
 * The list for the people who do the work, as CSV with a byte order mark, without which some spreadsheets spoil letters. `time` is
 * empty: it is for when something was done. No values.
 */
export function worklistCsv({ items, register }: LoadedRegister, application: Application): string {
  const clocks = new Clocks(application, register);
  const lines = items.map((item) => {
    const { id, kind, system, account, severity, reset, command, standing } = item;
    const due = nextDue(item, obligationsOf(item, application, clocks)) ?? '';
    const procedure = [reset, command].filter((text) => text !== '').join('\n');
    const work = [standing.state, standing.owner ?? '', '', standing.note ?? ''];
    return csvLine([id, kind, system, account, severity, procedure, due, ...work]);
  });
  return `\uFEFF${csvLine(columns)}${lines.join('')}`;
}
