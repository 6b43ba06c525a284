import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import { findDirective } from '../response/directive/find-directive.ts';
import type { Hand } from '../response/journal/append.ts';
import type { Application } from '../response/obligation/clocks.ts';
import { type Filter, filterNames } from '../response/register/select.ts';
import type { Instant } from '../shape/instant.ts';
import { addCaseOption, addJsonOption, parseTime } from './options.ts';

/** Options of every command of the group `respond`. */
export interface RespondOptions {
  readonly case: string;
  readonly keyFile?: string;
  readonly now?: Instant;
  readonly json?: boolean;
}

export interface HandOptions extends RespondOptions {
  readonly by?: string;
}

export interface DirectiveOptions extends RespondOptions {
  readonly directive: string;
  readonly start?: Instant;
  readonly discovery?: Instant;
}

function addRespondOptions(command: Command): Command {
  return addJsonOption(addCaseOption(command)).option(
    '--now <time>',
    'take this for the present time (UTC) instead of the clock',
    parseTime,
  );
}

/** For commands that write into the journal. */
export function addHandOption(command: Command): Command {
  return addRespondOptions(command).option(
    '--by <who>',
    'who does this; the user of this machine without it',
    parseText,
  );
}

/** For commands that compute what is due. */
export function addDirectiveOptions(command: Command): Command {
  return addRespondOptions(command)
    .option('--directive <id>', 'what binds you: one of content/directive, or a YAML file of your own', 'house')
    .option('--start <time>', 'when the directive starts here (UTC); its fixed times move by the same span', parseTime)
    .option(
      '--discovery <time>',
      'when the credentials were discovered (UTC), if not when they were entered',
      parseTime,
    );
}

export function addFilterOptions(command: Command): Command {
  for (const name of filterNames) command.option(`--${name} <${name}>`, `only credentials with this ${name}`);
  return command;
}

/** The present time: the only place of these commands that looks at the clock. */
function nowOf({ now }: RespondOptions): Instant {
  return now ?? new Date().toISOString();
}

export function handOf(options: HandOptions): Hand {
  return { actor: options.by ?? userName(), now: nowOf(options) };
}

export async function applicationOf(options: DirectiveOptions): Promise<Application> {
  const directive = await findDirective(options.directive);
  return { directive, now: nowOf(options), start: options.start, discovery: options.discovery };
}

const mostCharacters = 2000;

/** A text that is to be kept, for commander. */
export function parseText(value: string): string {
  const text = value.trim();
  if (text === '' || text.length > mostCharacters)
    throw new InvalidArgumentError(`Give a text of 1 to ${mostCharacters} characters.`);
  return text;
}

/** `kind=value`, for an option that may be given more than once. */
export function parseCondition(value: string, before: Filter): Filter {
  const [name = '', ...rest] = value.split('=');
  const known = filterNames.find((candidate) => candidate === name);
  if (known === undefined || rest.length === 0)
    throw new InvalidArgumentError(`Give ${filterNames.map((one) => `${one}=…`).join(', ')}.`);
  return { ...before, [known]: rest.join('=') };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without an entry in the system's list has no name.
    return 'unknown';
  }
}
