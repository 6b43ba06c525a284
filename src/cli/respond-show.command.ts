import { Clocks } from '../response/obligation/clocks.ts';
import { obligationsOf } from '../response/obligation/obligation.ts';
import { historyOf } from '../response/register/history.ts';
import { loadRegister } from '../response/register/load-register.ts';
import { readPlaces, seenBy } from '../response/register/place.ts';
import { oneOf } from '../response/register/select.ts';
import type { CommandFile } from './command.ts';
import { credentialLines } from './credential-lines.ts';
import { addDirectiveOptions, applicationOf, type DirectiveOptions } from './respond-options.ts';
import { harmless } from './terminal.ts';
import { withCase } from './with-case.ts';

const command: CommandFile = {
  name: 'respond show',
  define(command, context) {
    const { terminal, finish } = context;
    addDirectiveOptions(command.argument('<id>', 'the credential, or the beginning of its id'))
      .description(
        'Tell everything about one credential: where it stands, who has seen it, how it is reset, what is due',
      )
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence respond show c1a4 --case ./case
  $ snowfence respond show c1a4 --directive ed-24-02 --case ./case --json`,
      )
      .action(async (id: string, options: DirectiveOptions) => {
        const application = await applicationOf(options);
        await withCase(context, options, false, async (opened) => {
          const { items, entries, register } = await loadRegister(opened, application.now);
          const item = oneOf(items, id);
          const places = await readPlaces(opened.store, item.id);
          const told = {
            credential: item,
            places,
            seenBy: seenBy(places),
            history: historyOf(entries, item.id),
            obligations: obligationsOf(item, application, new Clocks(application, register)),
          };
          if (options.json === true) {
            const obligations = told.obligations.map(({ clause, ...rest }) => ({
              directive: application.directive.id,
              clause: clause.id,
              what: clause.what,
              ...rest,
            }));
            terminal.printJson({ ...told, obligations });
          } else for (const line of credentialLines(told, application)) terminal.print(harmless(line));
          finish(0);
        });
      });
  },
};

export default command;
