import { requirePaths } from '../ingest/collect-files.ts';
import { ingest } from '../ingest/ingest.ts';
import type { CommandFile } from './command.ts';
import { tellFile, tellUnreadable } from './narration.ts';
import { addCaseOption, addJsonOption, addLimitOptions, type LimitOptions } from './options.ts';
import { withCase } from './with-case.ts';
import { amountText, countText, progressText, unreadText } from './wording.ts';

interface Options extends LimitOptions {
  readonly case: string;
  readonly json?: boolean;
}

const command: CommandFile = {
  name: 'ingest',
  define(command, context) {
    const { terminal, signal, finish } = context;
    addJsonOption(addLimitOptions(addCaseOption(command)))
      .argument('<path...>', 'files and folders with exports, archives among them')
      .description('Only read exports into the case')
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence ingest ./exports --case ./case
  $ snowfence ingest ./exports/*.csv --case ./case --json`,
      )
      .action(async (paths: string[], options: Options) => {
        await requirePaths(paths);
        await withCase(context, options, true, async (opened) => {
          const startedAt = performance.now();
          const outcome = await ingest(opened.store, opened.folder, paths, {
            signal,
            onProgress: (progress) => terminal.progress(() => progressText(progress, startedAt)),
            onFile: (file) => tellFile(terminal, file),
          });
          tellUnreadable(terminal, outcome.unreadable);
          if (options.json === true) terminal.printJson({ case: options.case, ingested: outcome });
          else {
            terminal.print(
              `${amountText(outcome.read, 'file')} read, ${countText(outcome.known)} known already: ${amountText(outcome.records, 'record')}, ${amountText(outcome.duplicates, 'duplicate')} left out, ${countText(outcome.rejected)} rejected${unreadText(outcome.unread)}`,
            );
          }
          finish(0);
        });
      });
  },
};

export default command;
