import { appendSteps } from '../response/journal/append.ts';
import { loadRegister } from '../response/register/load-register.ts';
import { enterStep, Rehearsal } from '../response/register/take-steps.ts';
import { Fault } from '../shape/fault.ts';
import type { Instant } from '../shape/instant.ts';
import type { CommandFile } from './command.ts';
import { parseTime } from './options.ts';
import { addHandOption, type HandOptions, handOf } from './respond-options.ts';
import { exitCodeAfterScan } from './scanned-mail.ts';
import { withCase } from './with-case.ts';
import { amountText } from './wording.ts';

interface Options extends HandOptions {
  readonly at?: Instant;
}

const command: CommandFile = {
  name: 'respond enter',
  define(command, context) {
    const { terminal, finish } = context;
    addHandOption(command)
      .description('Enter all credentials into the journal that are not in it, so that their time runs')
      .option('--at <time>', 'when they were discovered (UTC); now without it', parseTime)
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence respond enter --case ./case
  $ snowfence respond enter --at 2024-01-30T09:00:00Z --case ./case`,
      )
      .action((options: Options) =>
        withCase(context, options, false, async (opened) => {
          const hand = handOf(options);
          if (options.at !== undefined && options.at > hand.now)
            throw new Fault('step-refused', `${options.at} lies in the future`, { hint: 'Give --at an earlier time.' });
          const loaded = await loadRegister(opened);
          const steps = enterStep(loaded, new Rehearsal(loaded, hand.now), options.at);
          const entries = await appendSteps(opened, steps, hand);
          const count = steps.flatMap(({ credentials }) => credentials).length;
          if (options.json === true) terminal.printJson({ entered: count, entries });
          else terminal.print(`${amountText(count, 'credential')} entered`);
          finish(await exitCodeAfterScan(opened.store, terminal, 0));
        }),
      );
  },
};

export default command;
