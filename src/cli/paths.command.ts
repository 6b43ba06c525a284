import { findPaths, type PathOutcome, type PathSet } from '../case/find-paths.ts';
import { writeOpenGraph } from '../case/write-open-graph.ts';
import { hasDirectory } from '../directory/describe-directory.ts';
import type { CommandFile } from './command.ts';
import { addJsonOption, addLimitOptions, collect, type LimitOptions, parseAmount } from './options.ts';
import { cutLines, pathSetLines } from './path-lines.ts';
import { harmless } from './terminal.ts';
import { withCase } from './with-case.ts';
import { amountText } from './wording.ts';

interface PathsOptions extends LimitOptions {
  readonly case: string;
  readonly from?: string;
  readonly to?: string;
  readonly shortest?: boolean;
  readonly cut?: boolean;
  readonly without: string[];
  readonly limit?: number;
  readonly opengraph?: string;
  readonly json?: boolean;
}

const command: CommandFile = {
  name: 'paths',
  define(command, context) {
    const { terminal, finish } = context;
    addJsonOption(addLimitOptions(command.requiredOption('--case <dir>', 'folder of the case')))
      .option('--from <object>', 'where paths begin: an id, user principal name, or name or id of an application')
      .option('--to <object>', 'where they end: mailboxes, global-admin, or an object; both ends without it')
      .option('--shortest', 'fewest steps first, instead of least cost')
      .option('--cut', 'also name the few edges whose removal cuts most principals off')
      .option(
        '--without <edge>',
        'what if this is removed: an edge such as owns-application, FROM>TO, or an object',
        collect,
        [],
      )
      .option('--limit <number>', 'paths for each end; 1000 without it', parseAmount)
      .option('--opengraph <file>', 'also write the whole graph for BloodHound (OpenGraph JSON)')
      .description(
        'Who can become whom: the paths from ordinary accounts and applications to mailboxes and Global Administrator',
      )
      .addHelpText(
        'after',
        `
Examples:
  $ snowfence paths --case ./case                               # to all mailboxes and to Global Administrator
  $ snowfence paths --case ./case --to mailboxes --cut
  $ snowfence paths --case ./case --from test@frostline.example # everything that it reaches
  $ snowfence paths --case ./case --to ceo@frostline.example --json
  $ snowfence paths --case ./case --to mailboxes --without owns-application`,
      )
      .action((options: PathsOptions) =>
        withCase(context, options, false, async ({ store }) => {
          const outcome = await findPaths(store, {
            from: options.from,
            to: options.to,
            preference: options.shortest === true ? 'shortest' : 'cheapest',
            without: options.without,
            cuts: options.cut === true,
            ...(options.limit === undefined ? {} : { limit: options.limit }),
            onProgress: (step) => terminal.progress(() => step),
          });
          if (options.opengraph !== undefined) await writeOpenGraph(store, options.opengraph);
          if (options.json === true) {
            terminal.printJson(outcome.sets.flatMap(({ paths }) => paths));
            for (const line of [...outcome.sets.flatMap(leftLines), ...missingLines(outcome.missing)])
              terminal.complain(line);
          } else {
            for (const line of outcomeLines(outcome)) terminal.print(line);
          }
          if (!(await hasDirectory(store))) {
            terminal.complain(
              'nothing-examined: The case has no export of a directory.\nRead exports of users, applications, roles and permissions with `snowfence ingest`; docs/sources.md lists what can be read.',
            );
            finish(3);
            return;
          }
          finish(0);
        }),
      );
  },
};

export default command;

function outcomeLines({ sets, removed, missing }: PathOutcome): string[] {
  return [
    ...(removed === 0 ? [] : ['', `Without ${amountText(removed, 'edge')} that were taken out:`]),
    ...sets.flatMap((set) => ['', ...pathSetLines(set), ...cutLines(set), ...leftLines(set)]),
    ...missingLines(missing),
  ];
}

/** What paths cannot be known, because it was not exported. */
function missingLines(missing: PathOutcome['missing']): string[] {
  const lines = Object.entries(missing).map(([tenant, what]) => `           ${harmless(tenant)}: ${what.join(', ')}`);
  return lines.length === 0
    ? []
    : ['', 'Not seen   Paths through these are unknown, because their exports are not in the case:', ...lines];
}

/** Said where there are more paths than were asked for. */
function leftLines({ name, paths, counts, direction }: PathSet): string[] {
  if (direction === 'from' && paths.length >= Object.values(counts).reduce((sum, count) => sum + count, 0)) return [];
  const principals = (counts['user'] ?? 0) + (counts['servicePrincipal'] ?? 0) + (counts['external'] ?? 0);
  const all = direction === 'from' ? Object.values(counts).reduce((sum, count) => sum + count, 0) : principals;
  return paths.length <= 1 || paths.length >= all
    ? []
    : [`${amountText(all - paths.length, 'more path')} ${direction} ${harmless(name)}: give a larger --limit`];
}
