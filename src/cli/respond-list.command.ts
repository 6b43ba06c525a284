import { Clocks } from '../response/obligation/clocks.ts';
import { nextDue, obligationsOf } from '../response/obligation/obligation.ts';
import { countdown } from '../response/obligation/countdown.ts';
import { loadRegister } from '../response/register/load-register.ts';
import { type Filter, fits } from '../response/register/select.ts';
import type { CommandFile } from './command.ts';
import { addDirectiveOptions, addFilterOptions, applicationOf, type DirectiveOptions } from './respond-options.ts';
import { tableLines } from './table.ts';
import { harmless } from './terminal.ts';
import { exitCodeAfterScan } from './scanned-mail.ts';
import { withCase } from './with-case.ts';
import { amountText } from './wording.ts';

interface Options extends DirectiveOptions, Filter {
  readonly overdue?: boolean;
}

const head = ['id', 'kind', 'system', 'account', 'severity', 'state', 'owner', 'first sent', 'due (UTC)', ''];

const command: CommandFile = {
  name: 'respond list',
  define(command, context) {
    const { terminal, finish } = context;
    addFilterOptions(addDirectiveOptions(command))
      .description('List the credentials that were found, where they stand and when they are due')
      .option('--overdue', 'only those that are overdue')
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence respond list --case ./case
  $ snowfence respond list --overdue --directive ed-24-02 --case ./case
  $ snowfence respond list --state assigned --owner nora --case ./case --json`,
      )
      .action(async (options: Options) => {
        const application = await applicationOf(options);
        await withCase(context, options, false, async (opened) => {
          const { items, register } = await loadRegister(opened, application.now);
          const clocks = new Clocks(application, register);
          const rows = items
            .filter((item) => fits(item, options))
            .map((item) => {
              const due = nextDue(item, obligationsOf(item, application, clocks));
              return { item, due, isOverdue: due !== undefined && application.now >= due };
            })
            .filter(({ isOverdue }) => options.overdue !== true || isOverdue);
          if (options.json === true) {
            terminal.printJson(
              rows.map(({ item: { id, kind, system, account, severity, standing, firstSent }, due, isOverdue }) => {
                const { state, owner, entered } = standing;
                return { id, kind, system, account, severity, state, owner, firstSent, entered, due, isOverdue };
              }),
            );
          } else {
            const texts = rows.map(({ item: { id, kind, system, account, severity, standing, firstSent }, due }) => {
              const times = [firstSent?.slice(0, 10) ?? '', due?.slice(0, 16).replace('T', ' ') ?? ''];
              const standsAt = [standing.state, standing.owner ?? ''];
              return [id, kind, system, account, severity, ...standsAt, ...times, countdown(due, application.now)];
            });
            for (const line of tableLines([head, ...texts.map((row) => row.map(harmless))])) terminal.print(line);
            terminal.note(`${amountText(rows.length, 'credential')}; due by ${harmless(application.directive.title)}`);
            const unentered = items.filter(({ standing }) => standing.entered === undefined).length;
            if (unentered > 0)
              terminal.note(
                `${amountText(unentered, 'credential')} not in the journal yet: their time begins with \`snowfence respond enter\``,
              );
          }
          finish(await exitCodeAfterScan(opened.store, terminal, 0));
        });
      });
  },
};

export default command;
