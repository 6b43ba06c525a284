import type { Command } from 'commander';
import { writeNotices } from '../report/notice/write-notices.ts';
import {
  type Correspondence,
  layCorrespondence,
  readCorrespondents,
} from '../response/correspondent/correspondence.ts';
import { ownDomains } from '../response/correspondent/own-domain.ts';
import { appendSteps, readJournal } from '../response/journal/append.ts';
import { fold } from '../response/register/fold.ts';
import { Fault } from '../shape/fault.ts';
import type { Instant } from '../shape/instant.ts';
import type { Store } from '../store/store.ts';
import type { CommandFile } from './command.ts';
import { collect, parseTime } from './options.ts';
import { addHandOption, type HandOptions, handOf, parseText } from './respond-options.ts';
import { tableLines } from './table.ts';
import { harmless } from './terminal.ts';
import { withCase } from './with-case.ts';
import { amountText, countText } from './wording.ts';

interface Options extends HandOptions {
  readonly out?: string;
  readonly list?: boolean;
  readonly told?: string;
  readonly at?: Instant;
  readonly note?: string;
  readonly ownDomain: string[];
}

const command: CommandFile = {
  name: 'respond notify',
  define(command, context) {
    const { terminal, finish } = context;
    addHandOption(command)
      .description('Prepare word to those whose mail with you was read, and keep the register of who was told')
      .option('--out <dir>', 'write a folder for each correspondent: lists of the messages and a letter to adapt')
      .option('--list', 'list the correspondents, and when they were told')
      .option('--told <correspondent>', 'write down that this one was told')
      .option('--at <time>', 'when (UTC); now without it', parseTime)
      .option('--note <text>', 'how, such as by telephone', parseText)
      .option(
        '--own-domain <domain>',
        'a domain of your own, beside those of the tenants in the case; may be given more than once',
        collect,
        [],
      )
      .addHelpText(
        'after',
        `
Correspondents are the domains of addresses other than your own; of public mail providers, each address is one.

Examples:
  $ snowfence respond notify --out ./letters --own-domain frostline.example --case ./case
  $ snowfence respond notify --told contoso.example --at 2024-02-01T10:00:00Z --by nora --case ./case
  $ snowfence respond notify --list --own-domain frostline.example --case ./case`,
      )
      .action((options: Options) => {
        checkOptions(options, command);
        return withCase(context, options, false, async (opened) => {
          const { store } = opened;
          if (options.told !== undefined) {
            const domain = await knownCorrespondent(store, options.told.toLowerCase(), options.ownDomain);
            const hand = handOf(options);
            const at = options.at ?? hand.now;
            if (at > hand.now)
              throw new Fault('step-refused', `${at} lies in the future`, { hint: 'Give --at an earlier time.' });
            const values = { domain, at, ...(options.note === undefined ? {} : { note: options.note }) };
            const entries = await appendSteps(opened, [{ action: 'told', credentials: [], values }], hand);
            if (options.json === true) terminal.printJson({ entries });
            else terminal.print(harmless(`${domain} was told at ${at}`));
          } else {
            const laid = await layCorrespondence(store, await ownDomains(store, options.ownDomain));
            const listed =
              options.out === undefined
                ? await readCorrespondents(store)
                : await writeNotices(store, options.out, laid.basis);
            const { tellings } = fold(await readJournal(opened));
            const rows = listed.map((one) => ({
              ...one,
              told: tellings.filter(({ domain }) => domain === one.correspondent),
            }));
            if (options.json === true) terminal.printJson({ ...laid, out: options.out, correspondents: rows });
            else {
              const texts = rows.map(({ correspondent, messages, credentials, told }) => [
                harmless(correspondent),
                countText(messages),
                countText(credentials),
                harmless(told.map(({ at, by }) => `${at.slice(0, 16).replace('T', ' ')} by ${by}`).join(', ')),
              ]);
              const head = ['correspondent', 'messages', 'credentials', 'told (UTC)'];
              for (const line of tableLines([head, ...texts], [1, 2])) terminal.print(line);
              terminal.note(basisText(laid));
            }
          }
          finish(0);
        });
      });
  },
};

export default command;

function checkOptions({ out, list, told, at, note }: Options, command: Command): void {
  const asked = [out, list, told].filter((option) => option !== undefined).length;
  if (asked !== 1) command.error('error: give one of --out, --list and --told');
  if (told === undefined && (at !== undefined || note !== undefined))
    command.error('error: --at and --note belong to --told');
}

/** @throws Fault `object-unknown` if no message is from or to this one. */
async function knownCorrespondent(store: Store, name: string, own: readonly string[]): Promise<string> {
  await layCorrespondence(store, own);
  const correspondents = await readCorrespondents(store);
  if (correspondents.some(({ correspondent }) => correspondent === name)) return name;
  throw new Fault('object-unknown', `no message is from or to ${name}`, {
    hint: 'List the correspondents with: snowfence respond notify --list --case DIR',
  });
}

/** Which messages this is about, so that nobody takes it for more or less. */
function basisText({ basis, messages, unusable }: Correspondence): string {
  const what =
    basis === 'exposed'
      ? `${amountText(messages, 'message')} that logs say were accessed`
      : `all ${amountText(messages, 'scanned message')}, because the case does not say which were accessed`;
  return unusable === 0
    ? what
    : `${what}; ${amountText(unusable, 'address', 'addresses')} without a usable domain left out`;
}
