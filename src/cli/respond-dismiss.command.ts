import type { CommandFile } from './command.ts';
import { parseText } from './respond-options.ts';
import { defineStep } from './respond-step.ts';

interface Options {
  readonly reason: string;
}

const command: CommandFile = {
  name: 'respond dismiss',
  define(command, context) {
    command
      .description('Write down that what was found is no credential, or never was a valid one')
      .requiredOption('--reason <text>', 'why', parseText)
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence respond dismiss c1a4 --reason "an example of the manual" --case ./case
  $ snowfence respond dismiss c1a4 77be --reason "test data" --by nora --case ./case`,
      );
    defineStep<Options>(command, context, {
      action: 'dismiss',
      said: 'dismissed',
      valuesOf: ({ reason }) => ({ note: reason }),
    });
  },
};

export default command;
