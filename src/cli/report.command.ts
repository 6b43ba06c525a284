import { join } from 'node:path';
import { report } from '../case/investigate.ts';
import { summarise } from '../report/case-summary.ts';
import type { CommandFile } from './command.ts';
import { addJsonOption, addLimitOptions, type LimitOptions } from './options.ts';
import { harmless } from './terminal.ts';
import { withCase } from './with-case.ts';

interface Options extends LimitOptions {
  readonly case: string;
  readonly json?: boolean;
}

const command: CommandFile = {
  name: 'report',
  define(command, context) {
    const { terminal, finish } = context;
    addJsonOption(addLimitOptions(command.requiredOption('--case <dir>', 'folder of the case')))
      .description('Only write the report and the other results of a case anew')
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence report --case ./case
  $ snowfence report --case ./case --json`,
      )
      .action((options: Options) =>
        withCase(context, options, false, async (opened) => {
          const files = await report(opened);
          if (options.json === true) {
            terminal.printJson({ case: options.case, files, summary: await summarise(opened.store) });
          } else {
            for (const file of files) terminal.print(harmless(join(options.case, file)));
          }
          finish(0);
        }),
      );
  },
};

export default command;
