import { join } from 'node:path';
import { version } from '../case/version.ts';
import { writeAuthorityReport } from '../report/authority/write-authority-report.ts';
import { summariseForAuthority } from '../response/authority/summary.ts';
import { loadRegister } from '../response/register/load-register.ts';
import type { Instant } from '../shape/instant.ts';
import type { CommandFile } from './command.ts';
import { parseTime } from './options.ts';
import { addDirectiveOptions, applicationOf, type DirectiveOptions } from './respond-options.ts';
import { harmless } from './terminal.ts';
import { exitCodeAfterScan } from './scanned-mail.ts';
import { withCase } from './with-case.ts';

interface Options extends DirectiveOptions {
  readonly out: string;
  readonly since?: Instant;
}

const command: CommandFile = {
  name: 'respond report',
  define(command, context) {
    const { terminal, finish } = context;
    addDirectiveOptions(command)
      .description('Write the report for an authority as HTML, CSV and JSON: counts only')
      .requiredOption('--out <dir>', 'folder for the files; made if it is not there')
      .option('--since <time>', 'tell what changed since this time (UTC), such as the last report', parseTime)
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence respond report --directive ed-24-02 --out ./report --case ./case
  $ snowfence respond report --directive ed-24-02 --since 2024-04-08 --out ./report --case ./case`,
      )
      .action(async (options: Options) => {
        const application = await applicationOf(options);
        await withCase(context, options, false, async (opened) => {
          const summary = await summariseForAuthority(
            opened.store,
            await loadRegister(opened, application.now),
            application,
            options.since,
          );
          const files = await writeAuthorityReport(summary, options.out, `snowfence ${version()}`);
          if (options.json === true) terminal.printJson({ out: options.out, files });
          else for (const file of files) terminal.print(harmless(join(options.out, file)));
          finish(await exitCodeAfterScan(opened.store, terminal, 0));
        });
      });
  },
};

export default command;
