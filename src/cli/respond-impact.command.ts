import { describeDirectory } from '../directory/describe-directory.ts';
import { assessImpact, type GroupImpact, type Impact } from '../response/impact/impact.ts';
import { findIdentities } from '../response/proof/identity.ts';
import type { CommandFile } from './command.ts';
import { addCaseOption, addJsonOption, addLimitOptions, type CaseOptions, type LimitOptions } from './options.ts';
import { tableLines } from './table.ts';
import { harmless } from './terminal.ts';
import { exitCodeAfterScan } from './scanned-mail.ts';
import { withCase } from './with-case.ts';

interface Options extends LimitOptions, CaseOptions {
  readonly json?: boolean;
}

const shownAtMost = 40;

const command: CommandFile = {
  name: 'respond impact',
  define(command, context) {
    const { terminal, finish } = context;
    addJsonOption(addLimitOptions(addCaseOption(command)))
      .description('What the exposed credentials put at risk: by credential, by system and by correspondent')
      .addHelpText(
        'after',
        '\nExamples:\n  $ snowfence respond impact --case ./case\n  $ snowfence respond impact --case ./case --json',
      )
      .action((options: Options) =>
        withCase(context, options, false, async (opened) => {
          await describeDirectory(opened.store);
          await findIdentities(opened.store);
          const impact = await assessImpact(opened);
          if (options.json === true) terminal.printJson(impact);
          else for (const line of impactLines(impact)) terminal.print(harmless(line));
          finish(await exitCodeAfterScan(opened.store, terminal, 0));
        }),
      );
  },
};

export default command;

function impactLines({ credentials, systems, correspondents }: Impact): string[] {
  const rows = credentials.map((one) => [
    one.id,
    one.kind,
    one.account ?? '',
    one.severity,
    one.verdict ?? one.state,
    `${one.exposedMessages} of ${one.messages}`,
    String(one.people),
    [...one.identities, ...one.powers].join(', '),
  ]);
  return [
    ...shown(
      'Credentials',
      ['id', 'kind', 'account', 'severity', 'state', 'stolen mail', 'people', 'signs in as, may'],
      rows,
    ),
    '',
    ...shown('Systems', groupHead, systems.map(groupRow)),
    '',
    ...shown('Correspondents', groupHead, correspondents.map(groupRow)),
  ];
}

const groupHead = ['', 'credentials', 'open', 'worst', 'messages', 'stolen', 'first sent'];

function groupRow({ name, credentials, open, worst, messages, exposedMessages, firstSent }: GroupImpact): string[] {
  return [
    name,
    ...[credentials, open].map(String),
    worst,
    ...[messages, exposedMessages].map(String),
    firstSent?.slice(0, 10) ?? '',
  ];
}

function shown(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const more = rows.length - shownAtMost;
  return [
    title,
    ...tableLines([head, ...rows.slice(0, shownAtMost)]),
    ...(more > 0 ? [`and ${more} more: --json has them`] : []),
  ];
}
