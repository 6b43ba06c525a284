import { join } from 'node:path';
import { investigate } from '../case/investigate.ts';
import { requirePaths } from '../ingest/collect-files.ts';
import type { CommandFile } from './command.ts';
import { tellDetected } from './detect-result.ts';
import { tellFile, tellUnreadable } from './narration.ts';
import {
  addCaseOption,
  addDetectOptions,
  addJsonOption,
  addLimitOptions,
  type DetectOptions,
  rulesOf,
  windowOf,
} from './options.ts';
import { harmless } from './terminal.ts';
import { withCase } from './with-case.ts';
import { progressText } from './wording.ts';

const command: CommandFile = {
  name: 'investigate',
  define(command, context) {
    const { terminal, signal } = context;
    addJsonOption(addLimitOptions(addDetectOptions(addCaseOption(command))))
      .argument('<path...>', 'files and folders with exports, archives among them')
      .description('Read exports of Microsoft 365, run every detection and write the report')
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence investigate ./exports --case ./case
  $ snowfence investigate audit.csv.gz sentinel.zip --case ./case --since 2023-11-01 --until 2024-02-01
  $ snowfence investigate ./more-exports --case ./case          # adds to the case
  $ snowfence investigate ./exports --case ./case --json --fail-on high
  $ snowfence investigate ./exports --case ./case --rules ./our-sigma-rules --memory 4GB --threads 8`,
      )
      .action(async (paths: string[], options: DetectOptions) => {
        await requirePaths(paths);
        const window = windowOf(options, command);
        await withCase(context, options, true, async (opened) => {
          const startedAt = performance.now();
          const { ingested, detected, summary, files } = await investigate(opened, paths, {
            signal,
            ...rulesOf(options),
            window,
            onIngest: (progress) => terminal.progress(() => progressText(progress, startedAt)),
            onFile: (file) => tellFile(terminal, file),
            onDetect: (step) => terminal.progress(() => `detecting: ${step}`),
          });
          tellUnreadable(terminal, ingested.unreadable);
          tellDetected(context, options, detected, summary, { ingested, files });
          if (options.json !== true) terminal.print(`Report     ${harmless(join(options.case, 'report.html'))}`);
        });
      });
  },
};

export default command;
