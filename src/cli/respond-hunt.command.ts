import { huntIdentities, type Trace } from '../response/hunt/traces.ts';
import type { CommandFile } from './command.ts';
import { addCaseOption, addJsonOption, addLimitOptions, type CaseOptions, type LimitOptions } from './options.ts';
import { exitCodeAfterScan } from './scanned-mail.ts';
import { harmless } from './terminal.ts';
import { withCase } from './with-case.ts';
import { amountText, countText } from './wording.ts';

interface Options extends LimitOptions, CaseOptions {
  readonly json?: boolean;
}

const shownAtMost = 5;

const command: CommandFile = {
  name: 'respond hunt',
  define(command, context) {
    const { terminal, finish } = context;
    addJsonOption(addLimitOptions(addCaseOption(command)))
      .description('What every exposed user and application did since, against before, and what the logs do not reach')
      .addHelpText(
        'after',
        '\nExamples:\n  $ snowfence respond hunt --case ./case\n  $ snowfence respond hunt --case ./case --json',
      )
      .action((options: Options) =>
        withCase(context, options, false, async ({ store }) => {
          const traces = await huntIdentities(store);
          if (options.json === true) terminal.printJson(traces);
          else for (const line of huntLines(traces)) terminal.print(harmless(line));
          const code = await exitCodeAfterScan(store, terminal, traces.length === 0 ? 3 : 0);
          if (traces.length === 0)
            terminal.complain(
              'nothing was hunted: no credential names an account or application, or the case has no logs',
            );
          finish(code);
        }),
      );
  },
};

export default command;

/** Identity by identity; logs without a record of it are told in one line, with how far they reach. */
function huntLines(traces: readonly Trace[]): string[] {
  const identities = [...new Set(traces.map(({ type, id }) => `${type} ${id}`))];
  return identities.flatMap((identity) => {
    const own = traces.filter(({ type, id }) => `${type} ${id}` === identity);
    const since = own[0]?.since ?? null;
    const active = own.filter(({ after }) => after > 0);
    const uncovered = own.filter(({ isCovered }) => !isCovered);
    return [
      `${identity}, exposed ${since ?? 'at a time that no message says'}`,
      ...(active.length === 0 ? ['  no record since, in what the logs reach'] : active.flatMap(traceLines)),
      ...(uncovered.length === 0
        ? []
        : [
            `  not reached back to the exposure: ${uncovered.map(({ log, coveredFrom }) => `${log} (from ${coveredFrom.slice(0, 10)})`).join(', ')}`,
          ]),
    ];
  });
}

function traceLines(trace: Trace): string[] {
  const { log, before, after, first, last, newAddresses, newCountries, newAgents, newTargets, newOperations } = trace;
  const news: [string, string[]][] = [
    ['addresses', newAddresses],
    ['countries', newCountries],
    ['programs', newAgents],
    ['targets', newTargets],
    ['operations', newOperations],
  ];
  return [
    `  ${log}: ${amountText(after, 'record')} from ${first ?? ''} to ${last ?? ''}, ${countText(before)} before`,
    ...news.filter(([, values]) => values.length > 0).map(([what, values]) => `    new ${what}: ${listed(values)}`),
  ];
}

function listed(values: readonly string[]): string {
  const more = values.length - shownAtMost;
  return `${values.slice(0, shownAtMost).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
