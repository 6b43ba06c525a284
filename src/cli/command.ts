import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

/** What a command's action answers: the exit code. */
export type ExitCode = 0 | 1 | 2 | 3 | 70 | 130;

/** One command of the program: a file `<id>.command.ts` with this as its default export. */
export interface CommandFile {
  /** One word, or two for a command of a group, such as `sigma lint`. */
  readonly name: string;
  /** Adds arguments, options, help with examples and the action to an empty command. */
  define(command: Command, context: CommandContext): void;
}

export interface CommandContext {
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Called by an action when it is done. */
  readonly finish: (code: ExitCode) => void;
}
