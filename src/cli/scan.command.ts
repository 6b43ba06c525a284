import { createInterface } from 'node:readline/promises';
import { InvalidArgumentError } from 'commander';
import { type MetadataRole, metadataRoles } from '../exposure/metadata-role.ts';
import type { MetadataMapping } from '../exposure/read-metadata.ts';
import { requirePaths } from '../ingest/collect-files.ts';
import type { CommandFile } from './command.ts';
import { tellUnreadable } from './narration.ts';
import { addCaseOption, addJsonOption, addLimitOptions, collect, type LimitOptions } from './options.ts';
import { exposureLines, mappingLines, scanLines, silentLines } from './scan-lines.ts';
import { withCase } from './with-case.ts';
import { amountText, countText } from './wording.ts';

interface Options extends LimitOptions {
  readonly case: string;
  readonly json?: boolean;
  readonly secretRules: string[];
  readonly metadata: string[];
  readonly map: ReadonlyMap<MetadataRole, string[]>;
  readonly yes?: boolean;
}

const command: CommandFile = {
  name: 'scan',
  define(command, context) {
    const { terminal, signal, finish } = context;
    addJsonOption(addLimitOptions(addCaseOption(command)))
      .argument('[path...]', 'mail: EML, MBOX, MSG, PST, OST, Graph messages, archives and folders of them')
      .option(
        '--metadata <file>',
        'CSV or JSON that says which mail was stolen; may be given more than once',
        collect,
        [],
      )
      .option('--map <role=column>', `column of the metadata for ${metadataRoles.join(', ')}`, parseMap, new Map())
      .option('--yes', 'take the metadata as it was understood, without asking')
      .option(
        '--secret-rules <file>',
        'rules of your own in the form of gitleaks; may be given more than once',
        collect,
        [],
      )
      .description('Find every credential in mail and its attachments; no value leaves the evidence')
      .addHelpText(
        'after',
        `
Writes credentials.json and messages.json into the folder of the case. A scan that was stopped goes on where it was.

Examples:
  $ snowfence scan ./mail --case ./case
  $ snowfence scan mailbox.pst export.zip --case ./case --secret-rules ./our-gitleaks.toml
  $ snowfence scan ./mail --metadata ./from-microsoft.csv --map message-id=MsgId --case ./case`,
      )
      .action(async (paths: string[], options: Options) => {
        if (paths.length === 0 && options.metadata.length === 0)
          command.error('error: name mail to scan, or --metadata');
        await requirePaths([...paths, ...options.metadata]);
        // Readers of mail are many: other commands do not wait for them.
        const { scan } = await import('../case/scan.ts');
        await withCase(context, options, true, async (opened) => {
          const mustAsk = process.stdin.isTTY && options.yes !== true && options.json !== true;
          const confirm = async (mapping: MetadataMapping): Promise<boolean> => {
            for (const line of mappingLines(mapping)) terminal.note(line);
            return !mustAsk || ask('Take it so? Otherwise say n and use --map [Y/n] ');
          };
          const outcome = await scan(opened, paths, {
            signal,
            rules: options.secretRules,
            workers: options.threads,
            metadata: options.metadata,
            metadataOptions: { map: options.map, confirm },
            onProgress: ({ filesDone, filesTotal, bytesDone, bytesTotal }) =>
              terminal.progress(
                () =>
                  `${Math.floor((100 * bytesDone) / Math.max(1, bytesTotal))} %  ${countText(filesDone)} of ${amountText(filesTotal, 'file')}`,
              ),
          });
          if (outcome.scan !== undefined) {
            tellUnreadable(terminal, outcome.scan.unreadable);
            for (const line of silentLines(outcome.scan)) terminal.complain(line);
          }
          if (options.json === true) {
            const mappings = outcome.mappings.map((mapping) => ({
              ...mapping,
              mapping: Object.fromEntries(mapping.mapping),
            }));
            terminal.printJson({ case: options.case, ...outcome, mappings });
          } else {
            for (const line of [
              ...(outcome.scan === undefined ? [] : scanLines(outcome.scan)),
              ...exposureLines(outcome.exposure),
            ])
              terminal.print(line);
          }
          // Nothing that could be read is nothing that was examined: silence would sound like good news.
          finish(
            outcome.scan !== undefined &&
              outcome.scan.scanned + outcome.scan.known > 0 &&
              outcome.scan.total.parts === 0
              ? 3
              : 0,
          );
        });
      });
  },
};

export default command;

async function ask(question: string): Promise<boolean> {
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return !/^n/i.test((await asked.question(question)).trim());
  } finally {
    asked.close();
  }
}

function parseMap(value: string, before: ReadonlyMap<MetadataRole, string[]>): ReadonlyMap<MetadataRole, string[]> {
  const [role = '', ...rest] = value.split('=');
  const found = metadataRoles.find((one) => one === role);
  const column = rest.join('=');
  if (found === undefined || column === '')
    throw new InvalidArgumentError(
      `Give a role and a column, such as message-id=MsgId. The roles are ${metadataRoles.join(', ')}.`,
    );
  return new Map([...before, [found, [...(before.get(found) ?? []), column]]]);
}
