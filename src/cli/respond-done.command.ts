import { appendSteps } from '../response/journal/append.ts';
import { Fault } from '../shape/fault.ts';
import type { Instant } from '../shape/instant.ts';
import { findDirective } from '../response/directive/find-directive.ts';
import type { CommandFile } from './command.ts';
import { parseTime } from './options.ts';
import { addHandOption, type HandOptions, handOf, parseText } from './respond-options.ts';
import { harmless } from './terminal.ts';
import { withCase } from './with-case.ts';

interface Options extends HandOptions {
  readonly directive: string;
  readonly at?: Instant;
  readonly note?: string;
}

const command: CommandFile = {
  name: 'respond done',
  define(command, context) {
    const { terminal, finish } = context;
    addHandOption(command.argument('<clause>', 'clause of the directive that is about the organization'))
      .description('Write down that the organization did what a directive asks, such as sending a report')
      .requiredOption('--directive <id>', 'one of content/directive, or a YAML file of your own')
      .option('--at <time>', 'when it was done (UTC); now without it', parseTime)
      .option('--note <text>', 'what is to be known about it', parseText)
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence respond done first-status-report --directive ed-24-02 --at 2024-04-08T20:00:00Z --case ./case`,
      )
      .action(async (clauseId: string, options: Options) => {
        const directive = await findDirective(options.directive);
        const { id } = directive;
        const possible = directive.clauses.filter(({ scope }) => scope.of === 'organization');
        const clause = possible.find((one) => one.id === clauseId);
        if (clause === undefined) {
          throw new Fault('object-unknown', `${id} has no clause ${clauseId} about the organization`, {
            hint: `Give one of: ${possible.map((one) => one.id).join(', ') || 'it has none'}. Clauses about credentials are done when the credentials are.`,
          });
        }
        const hand = handOf(options);
        const at = options.at ?? hand.now;
        if (at > hand.now)
          throw new Fault('step-refused', `${at} lies in the future`, { hint: 'Give --at an earlier time.' });
        await withCase(context, options, false, async (opened) => {
          const note = options.note === undefined ? {} : { note: options.note };
          const values = { directive: id, clause: clauseId, at, ...note };
          const entries = await appendSteps(opened, [{ action: 'clause', credentials: [], values }], hand);
          if (options.json === true) terminal.printJson({ entries });
          else terminal.print(harmless(`${id}: ${clauseId} done at ${at}`));
          finish(0);
        });
      });
  },
};

export default command;
