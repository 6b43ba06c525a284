import { verifyEvidence } from '../response/custody/verify-evidence.ts';
import { verifyJournal } from '../response/journal/verify-journal.ts';
import type { CommandFile } from './command.ts';
import { addJsonOption } from './options.ts';
import { harmless } from './terminal.ts';
import { withCase } from './with-case.ts';
import { amountText } from './wording.ts';

interface Options {
  readonly case: string;
  readonly json?: boolean;
}

const command: CommandFile = {
  name: 'verify',
  define(command, context) {
    const { terminal, finish } = context;
    addJsonOption(command.requiredOption('--case <dir>', 'folder of the case'))
      .description('Check that nobody changed the journal of a case or the evidence that was read into it')
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence verify --case ./case
  $ snowfence verify --case ./case --json`,
      )
      .action((options: Options) =>
        withCase(context, options, false, async (opened) => {
          const journal = await verifyJournal(opened);
          const evidence = await verifyEvidence(opened.store, (file) => terminal.progress(() => harmless(file)));
          const changed = evidence.filter(({ verdict }) => verdict === 'changed');
          const isSound = journal.break === undefined && changed.length === 0;
          if (options.json === true) terminal.printJson({ case: options.case, isSound, journal, evidence });
          else {
            for (const { file, verdict } of evidence)
              if (verdict !== 'same') terminal.print(`${verdict.padEnd(11)}${harmless(file)}`);
            const same = evidence.filter(({ verdict }) => verdict === 'same').length;
            terminal.print(`Evidence   ${same} of ${amountText(evidence.length, 'file')} as it was read`);
            const { number, hash } = journal.end;
            if (journal.break !== undefined)
              terminal.print(harmless(`Journal    ${journal.file}:${journal.break.line}: ${journal.break.why}`));
            else terminal.print(`Journal    sound, ${amountText(number, 'line')}, ends with ${hash}`);
            if (!journal.isRemembered && number > 0)
              terminal.print(
                '           This case never wrote this journal, so lines that were taken from its end cannot be seen.',
              );
          }
          finish(isSound ? 0 : 3);
        }),
      );
  },
};

export default command;
