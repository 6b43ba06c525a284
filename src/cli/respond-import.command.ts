import { readFile } from 'node:fs/promises';
import { appendSteps } from '../response/journal/append.ts';
import { loadRegister } from '../response/register/load-register.ts';
import { worklistSteps } from '../response/worklist/import.ts';
import { Fault } from '../shape/fault.ts';
import type { CommandFile } from './command.ts';
import { addHandOption, type HandOptions, handOf } from './respond-options.ts';
import { harmless } from './terminal.ts';
import { withCase } from './with-case.ts';
import { amountText } from './wording.ts';

/** Problems told one by one. */
const mostTold = 100;

const command: CommandFile = {
  name: 'respond import',
  define(command, context) {
    const { terminal, finish } = context;
    addHandOption(command.argument('<file>', 'the exported list with changed state, owner, time or note'))
      .description('Write down what people have filled into an exported list: all of it, or nothing')
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence respond import to-do.csv --by nora --case ./case`,
      )
      .action(async (file: string, options: HandOptions) => {
        const text = await read(file);
        await withCase(context, options, false, async (opened) => {
          const hand = handOf(options);
          const { steps, problems } = worklistSteps(text, await loadRegister(opened), hand.now);
          const [first] = problems;
          if (first !== undefined) {
            for (const { line, why } of problems.slice(0, mostTold))
              terminal.complain(harmless(`${file}:${line}: ${why}`));
            throw new Fault('import-invalid', `${amountText(problems.length, 'row')} of the list cannot be applied`, {
              place: { file, line: first.line },
              hint: 'Nothing was applied. Correct this and import the file again.',
            });
          }
          const entries = await appendSteps(opened, steps, hand);
          const changed = steps.filter(({ action }) => action !== 'enter');
          const credentials = new Set(changed.flatMap((step) => step.credentials)).size;
          if (options.json === true) terminal.printJson({ credentials, entries });
          else
            terminal.print(
              `${amountText(credentials, 'credential')} changed, ${amountText(changed.length, 'step')} written`,
            );
          finish(0);
        });
      });
  },
};

export default command;

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'path-missing' : 'path-unreadable';
    const message = code === 'path-missing' ? 'there is no such file' : 'the file cannot be read';
    throw new Fault(code, message, { place: { file }, hint: 'Give the file that was exported.', cause });
  }
}
