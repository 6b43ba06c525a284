import type { Instant } from '../shape/instant.ts';
import type { CommandFile } from './command.ts';
import { parseTime } from './options.ts';
import { parseText } from './respond-options.ts';
import { defineStep } from './respond-step.ts';

interface Options {
  readonly to: string;
  readonly due?: Instant;
  readonly note?: string;
}

const command: CommandFile = {
  name: 'respond assign',
  define(command, context) {
    command
      .description('Write down who has to reset credentials')
      .requiredOption('--to <who>', 'who has it to do', parseText)
      .option('--due <time>', 'until when (UTC), beside what the directive says', parseTime)
      .option('--note <text>', 'what is to be known about it', parseText)
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence respond assign c1a4 --to nora --due 2024-02-01 --case ./case
  $ snowfence respond assign --all-of kind=entra-client-secret --to app-team --case ./case`,
      );
    defineStep<Options>(command, context, {
      action: 'assign',
      said: 'assigned',
      valuesOf: ({ to, due, note }) => ({ to, due, note }),
    });
  },
};

export default command;
