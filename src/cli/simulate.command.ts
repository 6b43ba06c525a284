import { type Command, InvalidArgumentError, Option } from 'commander';
import { type LessonId, lessonIds } from '../simulate/directory/weakness/lesson.ts';
import { formatNames, simulate, type Simulation } from '../simulate/scenario/simulate.ts';
import type { CommandFile } from './command.ts';
import { addJsonOption } from './options.ts';
import { addAttackerOptions, type AttackerOptions, attackersOf, parametersOf } from './simulate-attacker-options.ts';
import { harmless } from './terminal.ts';
import { amountText, countText } from './wording.ts';

interface Options extends AttackerOptions {
  readonly out: string;
  readonly format: string;
  readonly users: number;
  readonly days?: number;
  readonly start: string;
  readonly seed: number;
  readonly activity: number;
  readonly directory: boolean;
  readonly weak?: readonly LessonId[];
  readonly json?: boolean;
}

/** Enough for habits to show. */
const leastDays = 30;

const command: CommandFile = {
  name: 'simulate',
  define(command, { terminal, signal, finish }) {
    addJsonOption(addAttackerOptions(addTenantOptions(command)))
      .description(
        'Write the logs and the directory of an invented tenant with an attack in it, to train and to test detections',
      )
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence simulate --out ./lab
  $ snowfence simulate --out ./lab --scenario token-theft --scenario consent-phish --users 2000 --format sentinel
  $ snowfence simulate --out ./lab --attempts-per-day 1 --geography matched --test-tenant no --seed 7
  $ snowfence simulate --out ./quiet --scenario benign --days 30 --format mes,diagnostic`,
      )
      .action(async (options: Options) => {
        const scenarios = attackersOf(options, command);
        const parameters = parametersOf(options);
        const needed = Math.max(0, ...scenarios.map(({ daysNeeded }) => daysNeeded(parameters)));
        const days = options.days ?? Math.max(leastDays, needed);
        if (days < needed)
          command.error(
            `error: this attack takes ${needed} days: give --days ${needed} or more, or shorten the attack`,
          );
        const { out, without, format, users, activity, directory, weak } = options;
        if (!directory && weak !== undefined)
          command.error('error: --weak is about the directory, which --no-directory leaves out');
        const simulation = await simulate({
          out,
          without,
          format,
          users,
          activity,
          directory,
          weak,
          scenarios,
          parameters,
          days,
          signal,
          firstDay: options.start,
          seed: String(options.seed),
          onProgress: (tenant, daysDone) => terminal.progress(() => `${tenant}: day ${daysDone} of ${days}`),
        });
        if (options.json === true) terminal.printJson({ out, days, ...simulation });
        else for (const line of simulationLines(out, simulation)) terminal.print(line);
        finish(0);
      });
  },
};

export default command;

function addTenantOptions(command: Command): Command {
  return command
    .requiredOption('--out <dir>', 'folder to write into, empty or not there')
    .option(
      '--format <name>',
      `how a responder gets the logs: ${formatNames.join(', ')}; several with commas fill each other's gaps`,
      'diagnostic,purview',
    )
    .option('--users <number>', 'people in the tenant, 20 to 200000', wholeFrom(20, 200_000), 200)
    .option(
      '--days <number>',
      `days of logs; without it as many as the attack takes, and ${leastDays} at least`,
      wholeFrom(1, 3650),
    )
    .option('--start <day>', 'first day (UTC)', parseDay, '2023-11-13')
    .option('--seed <number>', 'another number gives another tenant and another attack', wholeFrom(0, 2 ** 32), 1)
    .option('--activity <number>', 'sign-ins of one person on a working day, above 0 to 100', parseActivity, 8)
    .option('--no-directory', 'leave out what the directory holds at the end')
    .addOption(
      new Option(
        '--weak <lessons>',
        `weaknesses of the directory: ids of lessons with commas, all or none; without it those that the attack needed`,
      ).argParser(parseLessons),
    );
}

function simulationLines(out: string, simulation: Simulation): string[] {
  const { tenants, files, records, intrusions } = simulation;
  const [folder, truth] = [`${out}/evidence`, `${out}/truth.json`].map(harmless);
  const lines = [
    `Evidence   ${folder}: ${amountText(files, 'file')}, ${amountText(records, 'record')}`,
    ...tenants.map(
      ({ domain, users, records: own }) =>
        `           ${domain}: ${countText(users)} users, ${amountText(own, 'record')}`,
    ),
    ...intrusions.map(({ scenario, stages }) => {
      const own = stages.reduce(
        (sum, stage) =>
          sum +
          stage.signIn.length +
          stage.directoryAudit.length +
          stage.unifiedAudit.length +
          stage.graphActivity.length,
        0,
      );
      const first =
        stages
          .map((stage) => stage.first)
          .toSorted()
          .at(0)
          ?.slice(0, 10) ?? '';
      const last =
        stages
          .map((stage) => stage.last)
          .toSorted()
          .at(-1)
          ?.slice(0, 10) ?? '';
      return `Attack     ${scenario}: ${amountText(own, 'record')} in ${amountText(stages.length, 'stage')}, ${first} to ${last}`;
    }),
    `Truth      ${truth}`,
    `Next       snowfence investigate ${folder} --case ${harmless(out)}-case`,
  ];
  return intrusions.length === 0 ? lines.toSpliced(1 + tenants.length, 0, 'Attack     none') : lines;
}

function wholeFrom(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most)
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return number;
  };
}

function parseLessons(value: string): readonly LessonId[] {
  if (value === 'all') return lessonIds;
  if (value === 'none') return [];
  return value.split(',').map((word) => {
    const lesson = lessonIds.find((id) => id === word.trim());
    if (lesson === undefined)
      throw new InvalidArgumentError(`Give all, none, or some of ${lessonIds.join(', ')} with commas.`);
    return lesson;
  });
}

function parseActivity(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number <= 100)) throw new InvalidArgumentError('Give a number above 0 and up to 100.');
  return number;
}

/** From 2022 on, because nobody has older programs. */
function parseDay(value: string): string {
  const time = Date.parse(`${value}T00:00:00.000Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(time) || !new Date(time).toISOString().startsWith(value))
    throw new InvalidArgumentError('Give a day such as 2023-11-13.');
  if (value < '2022-01-01' || value > '2035-12-31') throw new InvalidArgumentError('Give a day from 2022 to 2035.');
  return value;
}
