import { type ExampleOutcome, testRules } from '../case/test-rules.ts';
import type { RuleFacts } from '../sigma/index.ts';
import { readAskedRules } from './asked-rules.ts';
import type { CommandFile } from './command.ts';
import { tellRuleFaults } from './narration.ts';
import { addJsonOption, addRulesOption } from './options.ts';
import { tableLines } from './table.ts';
import { harmless } from './terminal.ts';
import { amountText, countText, placeText } from './wording.ts';

interface Options {
  readonly rules: string[];
  readonly json?: boolean;
}

const command: CommandFile = {
  name: 'sigma test',
  define(command, { terminal, signal, finish }) {
    addJsonOption(addRulesOption(command.argument('<path...>', 'rule files and folders with rules')))
      .description('Hold the examples of Sigma rules against them')
      .addHelpText(
        'after',
        `
Exits with 1 if an example fails or a rule cannot be used.

Examples:
  $ snowfence sigma test ./our-sigma-rules
  $ snowfence sigma test our-correlation.yml --rules ./our-sigma-rules --json`,
      )
      .action(async (paths: string[], options: Options) => {
        const { compiled, faults, isAsked } = readAskedRules(paths, options);
        const outcomes = await testRules(compiled, isAsked, signal);
        const without = [...compiled.compiled, ...compiled.correlations]
          .map(({ rule }) => rule)
          .filter((rule) => isAsked(rule) && rule.examples.length === 0);
        tellRuleFaults(terminal, faults);
        const failed = outcomes.filter(({ failure }) => failure !== undefined).length;
        const counts = { passed: outcomes.length - failed, failed, rulesWithoutExamples: without.length };
        if (options.json === true) {
          terminal.printJson({
            ...counts,
            examples: outcomes.map(({ rule, example: { name, fires }, failure }) => ({
              ...nameOf(rule),
              example: name,
              fires,
              passed: failure === undefined,
              ...(failure === undefined ? {} : { failure }),
            })),
            withoutExamples: without.map(nameOf),
            faults: faults.map(({ located }) => located),
          });
        } else {
          for (const line of tableLines([...outcomes.map(rowOf), ...without.map(rowWithout)])) terminal.print(line);
          terminal.print(
            `${countText(counts.passed)} passed, ${countText(failed)} failed, ${amountText(without.length, 'rule')} without examples`,
          );
        }
        finish(failed > 0 || faults.length > 0 ? 1 : 0);
      });
  },
};

export default command;

function nameOf({ detection, title, place }: RuleFacts) {
  return { detection, title, place };
}

function rowOf({ rule, example, failure }: ExampleOutcome): string[] {
  const outcome = failure === undefined ? [] : [placeText(example.place), harmless(failure)];
  return [failure === undefined ? 'passed' : 'FAILED', harmless(rule.detection), harmless(example.name), ...outcome];
}

function rowWithout(rule: RuleFacts): string[] {
  return ['none', harmless(rule.detection), 'no examples', placeText(rule.place)];
}
