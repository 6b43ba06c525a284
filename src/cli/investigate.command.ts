import { join } from 'node:path';
import { investigate } from '../case/investigate.ts';
import { openCase } from '../case/open-case.ts';
import type { Severity } from '../shape/severity.ts';
import type { CommandFile } from './command.ts';
import { exitCodeFor } from './exit-code.ts';
import { tellFile, tellRuleFaults, tellUnreadable } from './narration.ts';
import {
  addCaseOption,
  addDetectOptions,
  addJsonOption,
  addLimitOptions,
  type LimitOptions,
  limitsOf,
  type WindowOptions,
  windowOf,
} from './options.ts';
import { summaryLines } from './summary.ts';
import { harmless } from './terminal.ts';
import { progressText } from './wording.ts';

interface Options extends LimitOptions, WindowOptions {
  readonly case: string;
  readonly rules: string[];
  readonly failOn?: Severity;
  readonly json?: boolean;
}

const command: CommandFile = {
  name: 'investigate',
  define(command, { terminal, signal, finish }) {
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
      .action(async (paths: string[], options: Options) => {
        const window = windowOf(options, command);
        const opened = await openCase(options.case, { ...limitsOf(options), create: true });
        const stop = (): void => opened.store.interrupt();
        signal.addEventListener('abort', stop);
        const startedAt = performance.now();
        try {
          const outcome = await investigate(opened, paths, {
            signal,
            rules: options.rules,
            window,
            onIngest: (progress) => terminal.progress(() => progressText(progress, startedAt)),
            onFile: (file) => tellFile(terminal, file),
            onDetect: (step) => terminal.progress(() => `detecting: ${step}`),
          });
          tellUnreadable(terminal, outcome.ingested.unreadable);
          tellRuleFaults(terminal, outcome.detected.faults);
          if (options.json === true) {
            terminal.printJson({
              case: options.case,
              ...outcome,
              detected: { ...outcome.detected, faults: outcome.detected.faults.map((fault) => fault.located) },
            });
          } else {
            for (const line of summaryLines(outcome.summary)) terminal.print(line);
            terminal.print(`Report     ${harmless(join(options.case, 'report.html'))}`);
          }
          finish(exitCodeFor(outcome.summary, options.failOn));
        } finally {
          signal.removeEventListener('abort', stop);
          opened.close();
        }
      });
  },
};

export default command;
