import { InvalidArgumentError, type Command } from 'commander';
import { type Instant, parseInstant, type TimeWindow } from '../shape/instant.ts';
import { isSeverity, type Severity, severities } from '../shape/severity.ts';
import { readPlaceholders } from '../sigma/index.ts';
import type { StoreLimits } from '../store/store.ts';

/** Options that several commands have; each adds the ones that mean something to it. */
export function addCaseOption(command: Command): Command {
  return command.requiredOption('--case <dir>', 'folder of the case; made if it is not there');
}

export function addLimitOptions(command: Command): Command {
  return command
    .option(
      '--memory <size>',
      'memory for the engine, such as 4GB; without it 600MB, for a directory up to 2GB',
      parseSize,
    )
    .option('--threads <number>', 'processors for the engine; 2 without it', parseThreads);
}

export function addRulesOption(command: Command): Command {
  return command
    .option('--rules <path>', 'Sigma rules of your own, a file or a folder; may be given more than once', collect, [])
    .option('--placeholders <file>', 'YAML or JSON file with the values for %name% in rules that use "expand"');
}

export interface RulesOptions {
  readonly rules: string[];
  readonly placeholders?: string;
}

/**
 * The rules that were named and the values for them.
 *
 * @throws Fault `path-missing`, `path-unreadable`, `rule-invalid` for the file with the values.
 */
export function rulesOf({ rules, placeholders }: RulesOptions) {
  return { rules, placeholders: placeholders === undefined ? {} : readPlaceholders(placeholders) };
}

export function addDetectOptions(command: Command): Command {
  return addRulesOption(command)
    .option(
      '--since <time>',
      'look only at records from this time on (UTC), such as 2024-01-12 or 2024-01-12T08:00:00Z',
      parseTime,
    )
    .option('--until <time>', 'look only at records before this time (UTC)', parseTime)
    .option(
      '--fail-on <severity>',
      `exit with 1 if there is a finding at or above: ${severities.join(', ')}`,
      parseSeverity,
    );
}

/** For a command that judges a configuration instead of events. */
export function addFailOnOption(command: Command): Command {
  return command.option(
    '--fail-on <severity>',
    `exit with 1 if a check at or above is not met: ${severities.join(', ')}`,
    parseSeverity,
  );
}

export function addJsonOption(command: Command): Command {
  return command.option('--json', 'print one JSON summary to standard output and nothing else');
}

export interface LimitOptions {
  readonly memory?: string;
  readonly threads?: number;
}

export interface WindowOptions {
  readonly since?: Instant;
  readonly until?: Instant;
}

/** Options of a command that runs detections. */
export interface DetectOptions extends LimitOptions, WindowOptions, RulesOptions {
  readonly case: string;
  readonly failOn?: Severity;
  readonly json?: boolean;
}

export function limitsOf({ memory, threads }: LimitOptions): StoreLimits {
  return { memory, threads };
}

/** Ends the program with a hint if the window has no time in it: nothing found in it would sound like good news. */
export function windowOf({ since, until }: WindowOptions, command: Command): TimeWindow {
  if (since !== undefined && until !== undefined && since >= until)
    command.error('error: --since must be before --until');
  return { since, until };
}

/** For an option that may be given more than once. */
export function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

/** The time that an option gives, for commander. */
export function parseTime(value: string): Instant {
  const instant = parseInstant(value);
  if (instant === undefined)
    throw new InvalidArgumentError('Give a date such as 2024-01-12 or a time such as 2024-01-12T08:00:00Z.');
  return instant;
}

function parseSeverity(value: string): Severity {
  if (!isSeverity(value)) throw new InvalidArgumentError(`Give one of ${severities.join(', ')}.`);
  return value;
}

function parseSize(value: string): string {
  if (!/^[1-9]\d*(\.\d+)?\s?([KMGT]i?B)$/i.test(value))
    throw new InvalidArgumentError('Give a number and a unit, such as 600MB or 4GB.');
  return value;
}

/** A whole number from 1 on. */
export function parseAmount(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number from 1 on.');
  return number;
}

function parseThreads(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 512)
    throw new InvalidArgumentError('Give a whole number from 1 to 512.');
  return number;
}
