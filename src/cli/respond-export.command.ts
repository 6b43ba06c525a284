import { basename, dirname } from 'node:path';
import { replaceTextFile } from '../report/atomic-file.ts';
import { loadRegister } from '../response/register/load-register.ts';
import { worklistCsv } from '../response/worklist/export.ts';
import type { CommandFile } from './command.ts';
import { addDirectiveOptions, applicationOf, type DirectiveOptions } from './respond-options.ts';
import { harmless } from './terminal.ts';
import { exitCodeAfterScan } from './scanned-mail.ts';
import { withCase } from './with-case.ts';
import { amountText } from './wording.ts';

interface Options extends DirectiveOptions {
  readonly csv: string;
}

const command: CommandFile = {
  name: 'respond export',
  define(command, context) {
    const { terminal, finish } = context;
    addDirectiveOptions(command)
      .description('Write the credentials as a list for the people who reset them; no values')
      .requiredOption('--csv <file>', 'file to write')
      .addHelpText(
        'after',
        `
They fill in state (assigned, reset, deactivated, dismissed, reopened), owner, time (when it was done, UTC) and note;
\`snowfence respond import\` reads it back.

Examples:
  $ snowfence respond export --csv to-do.csv --directive ed-24-02 --case ./case`,
      )
      .action(async (options: Options) => {
        const application = await applicationOf(options);
        await withCase(context, options, false, async (opened) => {
          const loaded = await loadRegister(opened, application.now);
          const text = worklistCsv(loaded, application);
          await replaceTextFile(dirname(options.csv), basename(options.csv), (write) => write(text));
          if (options.json === true) terminal.printJson({ file: options.csv, credentials: loaded.items.length });
          else terminal.print(harmless(`${options.csv}: ${amountText(loaded.items.length, 'credential')}`));
          finish(await exitCodeAfterScan(opened.store, terminal, 0));
        });
      });
  },
};

export default command;
