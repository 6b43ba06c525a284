import { type Command, InvalidArgumentError, Option } from 'commander';
import type { StageId } from '../shape/story.ts';
import { scenarios } from '../simulate/scenario/index.ts';
import {
  type ParameterName,
  type Parameters,
  parameterNames,
  parameters,
  readStage,
} from '../simulate/scenario/parameter.ts';
import type { Scenario } from '../simulate/scenario/scenario.ts';

export interface AttackerOptions extends Partial<Parameters> {
  readonly scenario: string[];
  readonly without: StageId[];
}

const none = 'benign';

/** One option for each parameter of attackers, beside the ones that say which attackers there are. */
export function addAttackerOptions(command: Command): Command {
  command
    .addOption(
      new Option(
        '--scenario <name>',
        `an attack: ${[...scenarios.map(({ name }) => name), none].join(', ')}; may be given more than once`,
      )
        .argParser((value: string, before: string[]) => [...before, readScenario(value)])
        .default([], 'midnight-blizzard'),
    )
    .addOption(
      new Option('--without <stage>', 'leave out the records of a stage of the attack; may be given more than once')
        .argParser((value: string, before: StageId[]) => [...before, said(() => readStage(value))])
        .default([], 'none'),
    );
  for (const name of parameterNames) command.addOption(parameterOption(name));
  return command;
}

/** The attacks that were asked for. Ends the program with a hint if an option means nothing to any of them. */
export function attackersOf(options: AttackerOptions, command: Command): Scenario[] {
  const names = options.scenario.length === 0 ? ['midnight-blizzard'] : options.scenario;
  if (names.length > 1 && names.includes(none))
    command.error(`error: --scenario ${none} is no attack, so it must stand alone`);
  const chosen = names.flatMap((name) => scenarios.filter((scenario) => scenario.name === name));
  const useless = parameterNames.find(
    (name) => options[name] !== undefined && !chosen.some(({ defaults }) => name in defaults),
  );
  if (useless !== undefined) command.error(`error: ${flagOf(useless)} means nothing to ${names.join(', ')}`);
  const missing = options.without.find((stage) => !chosen.some(({ stages }) => stages.includes(stage)));
  if (missing !== undefined) command.error(`error: there is no stage ${missing} in ${names.join(', ')}`);
  return chosen;
}

/** What was given of the attackers' parameters. */
export function parametersOf(options: AttackerOptions): Partial<Parameters> {
  return Object.fromEntries(
    parameterNames.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
}

function parameterOption(name: ParameterName): Option {
  const { meaning, values, read } = parameters[name];
  return new Option(`${flagOf(name)} <value>`, `${meaning} (${values}; without it ${defaultsText(name)})`)
    .argParser((value: string) => said(() => read(value)))
    .helpGroup('Attackers:');
}

function flagOf(name: ParameterName): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** `14`, or `4 in midnight-blizzard, 5 in surge`. */
function defaultsText(name: ParameterName): string {
  const known = scenarios.filter(({ defaults }) => defaults[name] !== undefined);
  const texts = known.map((scenario) => ({ scenario, text: valueText(scenario.defaults[name]) }));
  if (texts.length > 1 && texts.every(({ text }) => text === texts[0]?.text)) return texts[0]?.text ?? '';
  return texts.map(({ scenario, text }) => `${text} in ${scenario.name}`).join(', ');
}

function valueText(value: unknown): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

function readScenario(value: string): string {
  const names = [...scenarios.map(({ name }) => name), none];
  if (!names.includes(value)) throw new InvalidArgumentError(`Give one of ${names.join(', ')}.`);
  return value;
}

/** What a reader complains about, as commander wants it. */
function said<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidArgumentError(error.message);
    throw error;
  }
}
