import { type Status, statusOf } from '../response/obligation/status.ts';
import { loadRegister } from '../response/register/load-register.ts';
import type { CommandFile } from './command.ts';
import { addDirectiveOptions, applicationOf, type DirectiveOptions } from './respond-options.ts';
import { statusLines } from './status-lines.ts';
import { harmless } from './terminal.ts';
import { exitCodeAfterScan } from './scanned-mail.ts';
import { withCase } from './with-case.ts';

const command: CommandFile = {
  name: 'respond status',
  define(command, context) {
    const { terminal, finish } = context;
    addDirectiveOptions(command)
      .description('Count what is done, due and overdue under a directive, and tell who owes what')
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence respond status --case ./case
  $ snowfence respond status --directive ed-24-02 --start 2024-04-02 --case ./case
  $ snowfence respond status --directive gdpr-article-33 --start 2024-01-30T09:00:00Z --case ./case --json`,
      )
      .action(async (options: DirectiveOptions) => {
        const application = await applicationOf(options);
        await withCase(context, options, false, async (opened) => {
          const { items, register } = await loadRegister(opened, application.now);
          const status = statusOf(items, register, application);
          if (options.json === true) {
            const { directive, now } = application;
            terminal.printJson({ directive: directive.id, status: directive.status, now, ...plain(status) });
          } else for (const line of statusLines(status, application)) terminal.print(harmless(line));
          finish(await exitCodeAfterScan(opened.store, terminal, 0));
        });
      });
  },
};

export default command;

function plain(status: Status): object {
  return {
    ...status,
    clauses: status.clauses.map(({ clause, ...rest }) => ({
      clause: clause.id,
      what: clause.what,
      who: clause.who,
      ...rest,
    })),
  };
}
