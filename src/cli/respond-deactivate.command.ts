import type { Instant } from '../shape/instant.ts';
import type { CommandFile } from './command.ts';
import { parseTime } from './options.ts';
import { parseText } from './respond-options.ts';
import { defineStep } from './respond-step.ts';

interface Options {
  readonly at?: Instant;
  readonly note?: string;
}

const command: CommandFile = {
  name: 'respond deactivate',
  define(command, context) {
    command
      .description('Write down that what credentials open was switched off for good')
      .option('--at <time>', 'when it was done (UTC); now without it', parseTime)
      .option('--note <text>', 'what is to be known about it, such as the number of the change', parseText)
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence respond deactivate c1a4 --at 2024-01-31T16:20:00Z --by nora --case ./case
  $ snowfence respond deactivate --all-of account=svc-backup --note CHG-1207 --case ./case`,
      );
    defineStep<Options>(command, context, {
      action: 'deactivate',
      said: 'deactivated',
      valuesOf: ({ at, note }) => ({ at, note }),
    });
  },
};

export default command;
