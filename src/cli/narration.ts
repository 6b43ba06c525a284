import { basename } from 'node:path';
import type { DetectOutcome } from '../case/detect.ts';
import type { Unreadable } from '../ingest/collect-files.ts';
import type { FileOutcome } from '../ingest/ingest-file.ts';
import type { Fault } from '../shape/fault.ts';
import { harmless, type Terminal } from './terminal.ts';
import { amountText, countText } from './wording.ts';

/** One line about a file that has been read. */
export function tellFile(terminal: Terminal, file: FileOutcome): void {
  const path = harmless(file.path);
  if (file.state === 'known') terminal.note(`known     ${path}`);
  else if (file.source === '')
    terminal.note(
      `unknown   ${path}${file.rejected === 0 ? ': empty' : `: ${harmless(file.problem ?? 'no export that snowfence reads')}`}`,
    );
  else {
    const rejected = file.rejected === 0 ? '' : `, ${countText(file.rejected)} rejected`;
    terminal.note(`read      ${path}: ${amountText(file.records, 'record')} of ${file.source}${rejected}`);
    for (const { column, values } of file.unread)
      terminal.note(
        `          ${amountText(values, 'value')} of ${column} in ${harmless(basename(file.path))} could not be read and ${values === 1 ? 'counts' : 'count'} as not exported`,
      );
  }
}

/** Files that could not be opened: told always, because they are holes in the evidence. */
export function tellUnreadable(terminal: Terminal, unreadable: readonly Unreadable[]): void {
  for (const { path, reason } of unreadable) terminal.complain(`unreadable ${harmless(`${path}: ${reason}`)}`);
}

/** Filters: told always, because what they leave out is found by nobody. */
export function tellFilters(terminal: Terminal, filters: DetectOutcome['filters']): void {
  for (const { title, rules } of filters)
    terminal.complain(`filter "${harmless(title)}" narrows ${amountText(rules, 'rule')}`);
}

/** Rules of the user's own that were not used. */
export function tellRuleFaults(terminal: Terminal, faults: readonly Fault[]): void {
  for (const fault of faults) terminal.complain(`rule not used: ${harmless(fault.located)}\n  ${harmless(fault.hint)}`);
}
