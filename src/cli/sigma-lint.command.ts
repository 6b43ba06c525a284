import { writeFile } from 'node:fs/promises';
import { InvalidArgumentError } from 'commander';
import { version } from '../case/version.ts';
import { Fault } from '../shape/fault.ts';
import { readAskedRules } from './asked-rules.ts';
import type { CommandFile } from './command.ts';
import { isAtLeastLevel, lint, type LintFinding, type LintLevel, lintLevels } from './lint-finding.ts';
import { addJsonOption, addRulesOption } from './options.ts';
import { sarifOf } from './sarif.ts';
import { harmless } from './terminal.ts';
import { amountText, placeText } from './wording.ts';

interface Options {
  readonly rules: string[];
  readonly json?: boolean;
  /** A file, or true for standard output. */
  readonly sarif?: string | true;
  readonly failOn: LintLevel;
}

const command: CommandFile = {
  name: 'sigma lint',
  define(command, { terminal, finish }) {
    addJsonOption(addRulesOption(command.argument('<path...>', 'rule files and folders with rules')))
      .description('Tell the faults of Sigma rules, and what could be better in them')
      .option(
        '--sarif [file]',
        'write SARIF 2.1.0 into a file that ends in .sarif or .json, or to standard output',
        sarifFile,
      )
      .option(
        '--fail-on <level>',
        `exit with 1 if there is one at or above: ${lintLevels.join(', ')}`,
        lintLevel,
        'error',
      )
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence sigma lint ./our-sigma-rules
  $ snowfence sigma lint ./our-sigma-rules --fail-on advice --sarif lint.sarif
  $ snowfence sigma lint rule.yml --rules ./our-sigma-rules --json`,
      )
      .action(async (paths: string[], options: Options) => {
        if (options.json === true && options.sarif === true)
          command.error('error: --json and --sarif both print to standard output; give --sarif a file');
        const findings = lint(readAskedRules(paths, options));
        const counts = Object.fromEntries(
          lintLevels.toReversed().map((level) => [level, findings.filter((finding) => finding.level === level).length]),
        );
        const sarif = sarifOf(findings, version());
        if (typeof options.sarif === 'string') await write(options.sarif, `${JSON.stringify(sarif, undefined, 2)}\n`);
        if (options.sarif === true) terminal.printJson(sarif);
        else if (options.json === true) terminal.printJson({ counts, findings });
        else for (const line of [...findings.flatMap(linesOf), summaryLine(counts)]) terminal.print(line);
        finish(findings.some(({ level }) => isAtLeastLevel(level, options.failOn)) ? 1 : 0);
      });
  },
};

export default command;

function linesOf({ level, message, hint, place }: LintFinding): string[] {
  return [`${placeText(place)}: ${level}: ${harmless(message)}`, `    ${harmless(hint)}`];
}

function summaryLine(counts: Readonly<Record<string, number>>): string {
  const errors = amountText(counts['error'] ?? 0, 'error');
  const warnings = amountText(counts['warning'] ?? 0, 'warning');
  return `${errors}, ${warnings}, ${amountText(counts['advice'] ?? 0, 'piece', 'pieces')} of advice`;
}

/** The next word of the command line may have been meant as a rule file: that is never written over. */
function sarifFile(value: string): string {
  if (!/\.(sarif|json)$/i.test(value))
    throw new InvalidArgumentError('Give a file that ends in .sarif or .json, or put --sarif last to print it.');
  return value;
}

function lintLevel(value: string): LintLevel {
  const level = lintLevels.find((candidate) => candidate === value);
  if (level === undefined) throw new InvalidArgumentError(`Give one of ${lintLevels.join(', ')}.`);
  return level;
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    const hint = 'Give --sarif a file in a place where you may write.';
    throw new Fault('path-unreadable', 'the file cannot be written', { place: { file }, hint, cause });
  }
}
