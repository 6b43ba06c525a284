import { type Case, openCase } from '../case/open-case.ts';
import type { CommandContext } from './command.ts';
import { type CaseOptions, type LimitOptions, limitsOf } from './options.ts';

/** Does `work` on the case that the options name; Ctrl-C stops the statement that runs, and the case is closed whatever comes. */
export async function withCase(
  { signal }: CommandContext,
  options: LimitOptions & CaseOptions,
  create: boolean,
  work: (opened: Case) => Promise<void>,
): Promise<void> {
  const opened = await openCase(options.case, { ...limitsOf(options), keyFile: options.keyFile, create });
  const stop = (): void => opened.store.interrupt();
  signal.addEventListener('abort', stop);
  try {
    await work(opened);
  } finally {
    signal.removeEventListener('abort', stop);
    opened.close();
  }
}
