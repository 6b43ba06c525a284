import type { ExposureCounts } from '../exposure/match-exposed.ts';
import type { MetadataMapping } from '../exposure/read-metadata.ts';
import type { ScanOutcome } from '../scan/scan-mail.ts';
import { harmless } from './terminal.ts';
import { amountText, countText } from './wording.ts';

/** What a scan read and found. */
export function scanLines({
  scanned,
  known,
  total,
  unread,
  credentials,
  keysOpened,
  keysUntried,
}: ScanOutcome): string[] {
  return [
    `${amountText(scanned, 'file')} scanned, ${countText(known)} known already`,
    `In the case: ${amountText(total.messages, 'message')}, ${amountText(total.parts, 'part')} with text, ${amountText(credentials, 'credential')}`,
    ...(keysOpened === 0 ? [] : [`${amountText(keysOpened, 'key')} opened with a passphrase from the same mail`]),
    ...(keysUntried === 0 ? [] : [`${amountText(keysUntried, 'key')} could not be tried with every passphrase`]),
    ...(total.unread === 0
      ? []
      : [
          `${amountText(total.unread, 'part')} not examined, ${countText(total.damaged)} damaged; ${countText(unread)} of them in this run: messages.json says which and why`,
        ]),
  ];
}

const silentAtMost = 20;

/** Files of which nothing could be read: told always, because they are holes in the evidence. */
export function silentLines({ silent }: ScanOutcome): string[] {
  const more = silent.length - silentAtMost;
  return [
    ...silent.slice(0, silentAtMost).map(({ path, reason }) => `nothing read ${harmless(`${path}: ${reason}`)}`),
    ...(more > 0 ? [`nothing read of ${amountText(more, 'more file')}: messages.json has them`] : []),
  ];
}

/** How metadata was understood, for whoever has to confirm it. */
export function mappingLines({ file, records, rejected, columns, mapping }: MetadataMapping): string[] {
  const used = new Set([...mapping.values()].flat());
  const others = columns.map(({ name }) => name).filter((name) => !used.has(name));
  return [
    `metadata  ${harmless(file)}: ${amountText(records, 'entry', 'entries')}${rejected === 0 ? '' : `, ${countText(rejected)} rejected`}`,
    ...[...mapping].map(([role, names]) => `  ${role.padEnd(11)} ${names.map(harmless).join(', ')}`),
    ...(others.length === 0 ? [] : [`  not used    ${others.map(harmless).join(', ')}`]),
  ];
}

/** Which of the stolen mail was found. */
export function exposureLines({ matched, ambiguous, notFound, messages }: ExposureCounts): string[] {
  if (matched + ambiguous + notFound + messages === 0) return [];
  return [
    `Stolen mail: ${countText(matched)} found, ${countText(ambiguous)} ambiguous, ${countText(notFound)} not found; ${amountText(messages, 'message')} exposed in all`,
  ];
}
