import type { Instant } from '../shape/instant.ts';
import type { CommandFile } from './command.ts';
import { parseTime } from './options.ts';
import { parseText } from './respond-options.ts';
import { defineStep } from './respond-step.ts';

interface Options {
  readonly at?: Instant;
  readonly note?: string;
}

/** The command by which people say that credentials are out of use. */
export function claimCommand(
  action: 'reset' | 'deactivate',
  { description, said }: { readonly description: string; readonly said: string },
): CommandFile {
  return {
    name: `respond ${action}`,
    define(command, context) {
      command
        .description(description)
        .option('--at <time>', 'when it was done (UTC); now without it', parseTime)
        .option('--note <text>', 'what is to be known about it, such as the number of the change', parseText)
        .addHelpText(
          'after',
          `
Examples:
  $ snowfence respond ${action} c1a4 --at 2024-01-31T16:20:00Z --by nora --case ./case
  $ snowfence respond ${action} --all-of account=svc-backup --note CHG-1207 --case ./case`,
        );
      defineStep<Options>(command, context, { action, said, valuesOf: ({ at, note }) => ({ at, note }) });
    },
  };
}
