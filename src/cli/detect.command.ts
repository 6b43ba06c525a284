import { detect } from '../case/detect.ts';
import { openCase } from '../case/open-case.ts';
import { summarise } from '../report/case-summary.ts';
import type { Severity } from '../shape/severity.ts';
import type { CommandFile } from './command.ts';
import { exitCodeFor } from './exit-code.ts';
import { tellRuleFaults } from './narration.ts';
import {
  addDetectOptions,
  addJsonOption,
  addLimitOptions,
  type LimitOptions,
  limitsOf,
  type WindowOptions,
  windowOf,
} from './options.ts';
import { summaryLines } from './summary.ts';

interface Options extends LimitOptions, WindowOptions {
  readonly case: string;
  readonly rules: string[];
  readonly failOn?: Severity;
  readonly json?: boolean;
}

const command: CommandFile = {
  name: 'detect',
  define(command, { terminal, signal, finish }) {
    addJsonOption(addLimitOptions(addDetectOptions(command.requiredOption('--case <dir>', 'folder of the case'))))
      .description('Only run the detections over a case')
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence detect --case ./case
  $ snowfence detect --case ./case --rules ./our-sigma-rules --since 2024-01-01 --fail-on medium`,
      )
      .action(async (options: Options) => {
        const window = windowOf(options, command);
        const opened = await openCase(options.case, limitsOf(options));
        const stop = (): void => opened.store.interrupt();
        signal.addEventListener('abort', stop);
        try {
          const detected = await detect(opened.store, {
            signal,
            rules: options.rules,
            window,
            onProgress: (step) => terminal.progress(() => `detecting: ${step}`),
          });
          tellRuleFaults(terminal, detected.faults);
          const summary = await summarise(opened.store);
          if (options.json === true) {
            terminal.printJson({
              case: options.case,
              detected: { ...detected, faults: detected.faults.map((fault) => fault.located) },
              summary,
            });
          } else {
            for (const line of summaryLines(summary)) terminal.print(line);
          }
          finish(exitCodeFor(summary, options.failOn));
        } finally {
          signal.removeEventListener('abort', stop);
          opened.close();
        }
      });
  },
};

export default command;
