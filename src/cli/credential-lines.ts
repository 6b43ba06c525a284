import type { Entry } from '../response/journal/entry.ts';
import type { Application } from '../response/obligation/clocks.ts';
import { countdown } from '../response/obligation/countdown.ts';
import type { Obligation } from '../response/obligation/obligation.ts';
import type { CredentialPlace } from '../response/register/place.ts';
import type { Item } from '../response/register/select.ts';

/** Everything that is known about one credential. */
export interface ToldCredential {
  readonly credential: Item;
  readonly places: readonly CredentialPlace[];
  readonly seenBy: readonly string[];
  readonly history: readonly Entry[];
  readonly obligations: readonly Obligation[];
}

/** The same as lines for a terminal; texts in them come from the evidence. */
export function credentialLines(told: ToldCredential, { directive, now }: Application): string[] {
  const { credential, places, seenBy, history, obligations } = told;
  const { standing } = credential;
  const facts: [string, string][] = [
    ['Kind', `${credential.title} (${credential.kind})`],
    ['System', credential.system],
    ['Account', credential.account],
    ['Severity', credential.severity],
    ['State', standing.state + (standing.entered === undefined ? ', not in the journal yet' : '')],
    ['Owner', standing.owner ?? (credential.answers === '' ? '' : `nobody yet; usually ${credential.answers}`)],
    ['First sent', credential.firstSent ?? ''],
    ['Valid', credential.lifetime],
    ['Reset', credential.reset],
    ['Command', credential.command],
    ['Proof', credential.proof],
  ];
  return [
    credential.id,
    ...facts.filter(([, text]) => text !== '').map(([name, text]) => `  ${name.padEnd(11)}${text}`),
    '',
    'Places',
    ...places.map((place) => `  ${placeText(place)}`),
    '',
    'Seen by',
    ...(seenBy.length === 0 ? ['  not known'] : seenBy.map((person) => `  ${person}`)),
    '',
    `Due by ${directive.title}`,
    ...obligations.map((obligation) => `  ${obligation.clause.id}: ${obligationText(obligation, now)}`),
    '',
    'History',
    ...(history.length === 0 ? ['  nothing written yet'] : history.map((entry) => `  ${entryText(entry)}`)),
  ];
}

function placeText({ file, record, part, messageId, sent, subject }: CredentialPlace): string {
  const message = [sent, messageId === null ? null : `<${messageId}>`, subject].filter((text) => text !== null);
  return `${file}, record ${record}, ${part}${message.length === 0 ? '' : `: ${message.join(' ')}`}`;
}

function obligationText({ due, done, isLate, clause }: Obligation, now: string): string {
  if (done !== undefined) return `done ${done}${isLate ? `, late: it was due ${due ?? ''}` : ''}`;
  return due === undefined ? `not known when: it runs from "${clause.due.text}"` : `${due}, ${countdown(due, now)}`;
}

function entryText({ time, actor, action, values }: Entry): string {
  const details = Object.entries(values).map(([name, value]) => `${name} ${value}`);
  return `${time} ${actor}: ${action}${details.length === 0 ? '' : ` (${details.join('; ')})`}`;
}
