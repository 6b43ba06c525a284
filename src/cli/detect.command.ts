import { detect } from '../case/detect.ts';
import { summarise } from '../report/case-summary.ts';
import type { CommandFile } from './command.ts';
import { tellDetected } from './detect-result.ts';
import { addDetectOptions, addJsonOption, addLimitOptions, type DetectOptions, rulesOf, windowOf } from './options.ts';
import { withCase } from './with-case.ts';

const command: CommandFile = {
  name: 'detect',
  define(command, context) {
    const { terminal, signal } = context;
    addJsonOption(addLimitOptions(addDetectOptions(command.requiredOption('--case <dir>', 'folder of the case'))))
      .description('Only run the detections over a case')
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence detect --case ./case
  $ snowfence detect --case ./case --rules ./our-sigma-rules --since 2024-01-01 --fail-on medium`,
      )
      .action((options: DetectOptions) => {
        const window = windowOf(options, command);
        return withCase(context, options, false, async ({ store }) => {
          const detected = await detect(store, {
            signal,
            ...rulesOf(options),
            window,
            onProgress: (step) => terminal.progress(() => `detecting: ${step}`),
          });
          tellDetected(context, options, detected, await summarise(store));
        });
      });
  },
};

export default command;
