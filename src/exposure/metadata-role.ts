/** What a column of somebody's metadata may say of a mail. */
export const metadataRoles = ['message-id', 'sender', 'recipients', 'subject', 'sent', 'mailbox'] as const;

export type MetadataRole = (typeof metadataRoles)[number];

/** What the values of one column look like, as shares of those that are not empty. */
export type ColumnLook = {
  /** As in the file; of nested JSON with points, such as `from.emailAddress.address`. */
  readonly name: string;
  readonly values: number;
  /** `<…@…>` or, without brackets, a local part that no person has. */
  readonly messageIds: number;
  readonly addresses: number;
  readonly times: number;
  /** Distinct values among all. */
  readonly distinct: number;
  /** Values with a blank in them. */
  readonly words: number;
};

/** Names in the languages of the exports that we know; they decide only where the values leave it open. */
const names: Readonly<Record<MetadataRole, RegExp>> = {
  'message-id': /message.?id|internet.?message|nachrichten.?id/i,
  sender: /sender|from(?!at)|absender|^von$|exp[ée]diteur|remitente|отправител|відправник/i,
  recipients: /recipient|^to\b|torecip|^cc$|^bcc$|empf[äa]nger|^an$|destinat|получател|одержувач|отримувач/i,
  subject: /subject|betreff|objet|asunto|^тема/i,
  sent: /sent|date|time|datum|gesendet|received|enviado|envoi|дата/i,
  mailbox: /mailbox|postfach|boîte|buz[oó]n|account|owner|userprincipal|^user$/i,
};

/**
 * Which column says what. Columns of ids, times and addresses are known by their values; names part senders from recipients. More
 * than one column may hold recipients.
 */
export function mapColumns(columns: readonly ColumnLook[]): Map<MetadataRole, string[]> {
  const mapped = new Map<MetadataRole, string[]>();
  const taken = new Set<string>();
  const take = (role: MetadataRole, score: (column: ColumnLook) => number, isMany = false): void => {
    const ranked = columns
      .filter(({ name, values }) => values > 0 && !taken.has(name))
      .map((column) => ({ column, score: score(column) }))
      .filter((one) => one.score >= 1)
      .toSorted((a, b) => b.score - a.score || (a.column.name < b.column.name ? -1 : 1));
    const chosen = (isMany ? ranked : ranked.slice(0, 1)).map(({ column }) => column.name);
    if (chosen.length === 0) return;
    mapped.set(role, chosen);
    for (const name of chosen) taken.add(name);
  };
  const named = (role: MetadataRole, { name }: ColumnLook): number =>
    names[role].test(lastPart(name)) || names[role].test(name) ? 1 : 0;
  take('message-id', (column) =>
    column.messageIds < 0.5 ? 0 : column.messageIds + column.distinct / 2 + named('message-id', column),
  );
  take('sender', (column) => (column.addresses < 0.5 ? 0 : column.addresses / 2 + named('sender', column)));
  take('mailbox', (column) => (column.addresses < 0.5 ? 0 : column.addresses / 2 + named('mailbox', column)));
  take(
    'recipients',
    (column) => (column.addresses < 0.5 ? 0 : column.addresses / 2 + named('recipients', column)),
    true,
  );
  take('sent', (column) =>
    column.times < 0.8 ? 0 : column.times + named('sent', column) + (/sent|gesendet/i.test(column.name) ? 0.5 : 0),
  );
  take(
    'subject',
    (column) => named('subject', column) + (column.addresses < 0.2 && column.times < 0.2 ? column.words / 2 : -1),
  );
  return mapped;
}

function lastPart(name: string): string {
  return name.split('.').at(-1) ?? name;
}
