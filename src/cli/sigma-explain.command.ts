import { explainCorrelation } from '../case/explain-correlation.ts';
import { explainRule } from '../case/explain-rule.ts';
import type { RuleFacts } from '../sigma/index.ts';
import { pathOfRule, readAskedRules } from './asked-rules.ts';
import type { CommandFile } from './command.ts';
import { correlationLines, ruleLines } from './explanation.ts';
import { tellRuleFaults } from './narration.ts';
import { addJsonOption, addLimitOptions, addRulesOption, type LimitOptions } from './options.ts';
import { harmless } from './terminal.ts';
import { withCase } from './with-case.ts';
import { placeText } from './wording.ts';

interface Options extends LimitOptions {
  readonly case: string;
  readonly rules: string[];
  readonly json?: boolean;
}

const command: CommandFile = {
  name: 'sigma explain',
  define(command, context) {
    const { terminal, finish } = context;
    command
      .argument('<rule>', 'rule file, or the name of a shipped rule')
      .requiredOption('--case <dir>', 'folder of the case');
    addJsonOption(addLimitOptions(addRulesOption(command)))
      .description('Count what each part of a rule or correlation matches in a case, to see why it is quiet')
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence sigma explain app-role-granted --case ./case
  $ snowfence sigma explain our-correlation.yml --rules ./our-sigma-rules --case ./case --json`,
      )
      .action(async (rule: string, options: Options) => {
        const { compiled, faults, isAsked } = readAskedRules([pathOfRule(rule)], options);
        tellRuleFaults(terminal, faults);
        await withCase(context, options, false, async ({ store }) => {
          const explained: unknown[] = [];
          const tell = (
            { detection, title, place }: RuleFacts,
            explanation: object,
            lines: readonly string[],
          ): void => {
            explained.push({ detection, title, place, ...explanation });
            if (options.json === true) return;
            for (const line of [harmless(`${detection}: ${title}`), placeText(place), '', ...lines, ''])
              terminal.print(line);
          };
          for (const compiledRule of compiled.compiled.filter((one) => isAsked(one.rule))) {
            const explanation = await explainRule(store, compiledRule);
            tell(compiledRule.rule, explanation, ruleLines(explanation));
          }
          for (const correlation of compiled.correlations.filter((one) => isAsked(one.rule))) {
            const explanation = await explainCorrelation(store, correlation, compiled);
            tell(correlation.rule, explanation, correlationLines(explanation));
          }
          if (options.json === true)
            terminal.printJson({ case: options.case, rules: explained, faults: faults.map(({ located }) => located) });
        });
        finish(faults.length > 0 ? 3 : 0);
      });
  },
};

export default command;
