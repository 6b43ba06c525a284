import { Fault } from './fault.ts';

/** @throws Fault `interrupted` if the signal says so. */
export function stopIfAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new Fault('interrupted', 'stopped on request', {
    hint: 'Run the same command again to go on: what was finished is kept.',
  });
}
