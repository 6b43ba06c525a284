import type { CommandFile } from './command.ts';
import { parseText } from './respond-options.ts';
import { defineStep } from './respond-step.ts';

interface Options {
  readonly note?: string;
}

const command: CommandFile = {
  name: 'respond reopen',
  define(command, context) {
    command
      .description('Take credentials up again that were reset, deactivated, verified or dismissed')
      .option('--note <text>', 'why', parseText)
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence respond reopen c1a4 --note "it was the password of another account" --case ./case`,
      );
    defineStep<Options>(command, context, { action: 'reopen', said: 'reopened', valuesOf: ({ note }) => ({ note }) });
  },
};

export default command;
