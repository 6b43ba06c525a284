import type { Command } from 'commander';
import type { Action } from '../response/journal/entry.ts';
import { loadRegister } from '../response/register/load-register.ts';
import { type Filter, fits, oneOf } from '../response/register/select.ts';
import { stateAfter } from '../response/register/state.ts';
import { takeStep } from '../response/register/take-steps.ts';
import type { CommandContext } from './command.ts';
import { addHandOption, type HandOptions, handOf, parseCondition } from './respond-options.ts';
import { harmless } from './terminal.ts';
import { withCase } from './with-case.ts';
import { amountText } from './wording.ts';

interface StepOptions extends HandOptions {
  readonly allOf?: Filter;
}

/** What the commands that change the state of credentials have in common. */
export interface StepCommand<Options> {
  readonly action: Action;
  /** As in `3 credentials reset`. */
  readonly said: string;
  /** What is written down beside the credentials. */
  readonly valuesOf: (options: Options) => Readonly<Record<string, string | undefined>>;
}

/** Adds ids, `--all-of`, `--by`, `--now` and the action to a command. */
export function defineStep<Options extends object>(
  command: Command,
  context: CommandContext,
  { action, said, valuesOf }: StepCommand<Options>,
): void {
  const { terminal, finish } = context;
  addHandOption(command.argument('[id...]', 'credentials, or the beginning of their ids'))
    .option(
      '--all-of <what=value>',
      'all credentials for which this step is possible and that have this kind, system, account, severity, owner or state; may be given more than once',
      parseCondition,
    )
    .action((ids: string[], options: Options & StepOptions) => {
      if (ids.length === 0 && options.allOf === undefined) command.error('error: give ids of credentials, or --all-of');
      return withCase(context, options, false, async (opened) => {
        const loaded = await loadRegister(opened);
        const { allOf = {} } = options;
        const listed = options.allOf === undefined ? [] : loaded.items.filter((item) => fits(item, allOf));
        const possible = listed.filter(({ standing }) => stateAfter(standing.state, action) !== undefined);
        const credentials = new Set([...ids.map((id) => oneOf(loaded.items, id).id), ...possible.map(({ id }) => id)]);
        const values = Object.entries(valuesOf(options)).filter(
          (entry): entry is [string, string] => entry[1] !== undefined,
        );
        const step = { action, credentials: [...credentials].toSorted(), values: Object.fromEntries(values) };
        const entries = credentials.size === 0 ? [] : await takeStep(opened, loaded, step, handOf(options));
        if (options.json === true) terminal.printJson({ credentials: step.credentials, entries });
        else {
          const left = listed.length - possible.length;
          const rest = left === 0 ? '' : `; ${amountText(left, 'other')} left as they are`;
          terminal.print(harmless(`${amountText(credentials.size, 'credential')} ${said}${rest}`));
        }
        finish(0);
      });
    });
}
