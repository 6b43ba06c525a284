import { report } from '../case/investigate.ts';
import { type Proof, verifyResets } from '../response/proof/verify-resets.ts';
import type { CommandFile } from './command.ts';
import { addHandOption, type HandOptions, handOf } from './respond-options.ts';
import { tableLines } from './table.ts';
import { harmless } from './terminal.ts';
import { exitCodeAfterScan } from './scanned-mail.ts';
import { withCase } from './with-case.ts';
import { amountText } from './wording.ts';

const meanings: Readonly<Record<Proof['verdict'], string>> = {
  contradicted: 'said to be done, and the logs say otherwise',
  'half-done': 'begun: the exposed value still opens something',
  unproven: 'the logs reach it and show nothing',
  'not-covered': 'no log in the case reaches it',
  elsewhere: 'of another system, which Microsoft 365 does not log',
  verified: 'proved',
};

const command: CommandFile = {
  name: 'respond verify',
  define(command, context) {
    const { terminal, finish } = context;
    addHandOption(command)
      .description('Prove resets by the logs and directories of the case; ends with 1 if a claim is contradicted')
      .addHelpText(
        'after',
        `
Read audit logs, service principal sign-ins and a newer export of the directory into the case before.

Examples:
  $ snowfence ingest ./logs ./directory --case ./case
  $ snowfence respond verify --case ./case`,
      )
      .action((options: HandOptions) =>
        withCase(context, options, false, async (opened) => {
          const proofs = await verifyResets(opened, handOf(options));
          await report(opened);
          if (options.json === true) terminal.printJson(proofs);
          else for (const line of proofLines(proofs)) terminal.print(harmless(line));
          const code = proofs.some(({ verdict }) => verdict === 'contradicted') ? 1 : 0;
          finish(await exitCodeAfterScan(opened.store, terminal, code));
        }),
      );
  },
};

export default command;

function proofLines(proofs: readonly Proof[]): string[] {
  const counts = Object.entries(meanings).flatMap(([verdict, meaning]) => {
    const count = proofs.filter((proof) => proof.verdict === verdict).length;
    return count === 0 ? [] : [`${amountText(count, 'credential')} ${verdict}: ${meaning}`];
  });
  const open = proofs.filter(({ verdict }) => verdict !== 'verified');
  const rows = open.map(({ credential, kind, account, verdict, because }) => [
    credential,
    kind,
    account ?? '',
    verdict,
    because,
  ]);
  return [
    ...(rows.length === 0 ? [] : [...tableLines([['id', 'kind', 'account', 'proof', 'because'], ...rows]), '']),
    ...counts,
  ];
}
