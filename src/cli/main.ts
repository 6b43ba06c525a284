#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { version } from '../case/version.ts';
import { discover } from '../discover/discover.ts';
import { Fault } from '../shape/fault.ts';
import type { CommandFile, ExitCode } from './command.ts';
import { harmless, Terminal } from './terminal.ts';

const groups: Readonly<Record<string, string>> = {
  respond: 'Have exposed credentials reset, keep the journal of it, and report',
  sigma: 'Write, check, try and understand Sigma rules',
};

process.exitCode = await main(process.argv.slice(2));

/** Runs the command line; never throws. Exit codes: 0, 1 findings, 2 usage, 3 fault or nothing examined, 70 bug, 130 stopped by Ctrl-C. */
async function main(words: readonly string[]): Promise<ExitCode> {
  const terminal = new Terminal(words.includes('--json'));
  // Who reads the output may leave early, as `head` does: that ends nothing and is no finding.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const stop = new AbortController();
  process.on('SIGINT', () => {
    if (stop.signal.aborted) process.exit(130);
    terminal.complain('stopping; press Ctrl-C again to leave at once');
    stop.abort();
  });
  let code: ExitCode = 0;
  const program = new Command('snowfence')
    .description(
      'Investigates a breached Microsoft 365 tenant from the exports that you already hold. Offline: nothing is sent or fetched.',
    )
    .version(version())
    .exitOverride()
    .showHelpAfterError('(see --help for examples)')
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 findings at or above --fail-on, 2 wrong use, 3 could not go on or examined nothing, 70 a bug of snowfence, 130 stopped.',
    );
  try {
    for (const file of await commandFiles()) {
      file.define(addCommand(program, file.name), {
        terminal,
        signal: stop.signal,
        finish: (result) => {
          code = result;
        },
      });
    }
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error, terminal);
  }
}

/** The command of this name; of a name with two words the first is a group, which is made when it is first met. */
function addCommand(parent: Command, name: string): Command {
  const [first = '', ...rest] = name.split(' ');
  const known = rest.length === 0 ? undefined : parent.commands.find((command) => command.name() === first);
  const command = known ?? parent.command(first).exitOverride().showHelpAfterError('(see --help for examples)');
  return rest.length === 0 ? command : addCommand(command.description(groups[first] ?? ''), rest.join(' '));
}

async function commandFiles(): Promise<readonly CommandFile[]> {
  const files = await discover<CommandFile>(new URL('./', import.meta.url), 'command');
  const order = ['investigate', 'ingest', 'detect', 'report'];
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return files.toSorted((a, b) => place(a.name) - place(b.name));
}

function exitCodeOf(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Fault) {
    terminal.complain(`${error.code}: ${harmless(error.located)}\n${harmless(error.hint)}`);
    return error.code === 'interrupted' ? 130 : 3;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = stack.split('\n').map(harmless).join('\n');
  terminal.complain(`This is a bug of snowfence. Please report it with these lines:\n${lines}`);
  return 70;
}
