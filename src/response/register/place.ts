import type { Instant } from '../../shape/instant.ts';
import { sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/** Where a credential stands in the evidence. */
export type CredentialPlace = {
  file: string;
  sha256: string;
  record: number;
  part: string;
  messageId: string | null;
  subject: string | null;
  sent: Instant | null;
  folder: string | null;
  sender: string | null;
  recipients: string[] | null;
};

/** All places of a credential, by time, file and record; each part once. */
export function readPlaces(store: Store, id: string): Promise<CredentialPlace[]> {
  return store.rows<CredentialPlace>(sql`
    select distinct e.path as file, e.sha256, p.message as record, p.part, m.messageId as "messageId", m.subject, iso(m.sent) as sent,
      m.folder, m.sender, m.recipients
    from credential_place p join evidence_file e using (file_id) left join message m using (file_id, message)
    where p.credential = ${id} order by sent nulls last, file, record, part`);
}

/** Everybody who sent or got one of these messages, sorted. */
export function seenBy(places: readonly CredentialPlace[]): string[] {
  const people = places.flatMap(({ sender, recipients }) => [
    ...(sender === null ? [] : [sender]),
    ...(recipients ?? []),
  ]);
  return [...new Set(people.map((person) => person.toLowerCase()))].toSorted();
}
