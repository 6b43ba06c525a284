import type { Columns } from './columns.ts';

/**
 * What `scan` found in mail. No table holds a secret: a credential is a keyed fingerprint, a redaction and the places where it
 * stands; the texts stay in the evidence.
 */
export const mailTables: Readonly<Record<string, Columns>> = {
  /** Files that were scanned, those among them that hold no message, too. */
  mail_file: {
    file_id: 'INTEGER',
    reader: 'VARCHAR',
    messages: 'BIGINT',
    /** Parts whose text was searched: bodies, attachments, members of archives, at any depth. */
    parts: 'BIGINT',
    characters: 'BIGINT',
  },
  /** Messages, numbered from 1 in the order of their file; `parent` is the message in which one lies, at any depth. */
  message: {
    file_id: 'INTEGER',
    message: 'BIGINT',
    parent: 'BIGINT',
    place: 'VARCHAR',
    /** Without angle brackets; null if it has none. */
    messageId: 'VARCHAR',
    /** Ids of the messages that it answers or belongs to. */
    references: 'VARCHAR[]',
    subject: 'VARCHAR',
    sent: 'TIMESTAMP',
    folder: 'VARCHAR',
    sender: 'VARCHAR',
    /** Everybody it was sent to, in lower case. */
    recipients: 'VARCHAR[]',
  },
  /** What is there and was not examined, and why. */
  part_unread: {
    file_id: 'INTEGER',
    message: 'BIGINT',
    part: 'VARCHAR',
    name: 'VARCHAR',
    reason: 'VARCHAR',
    detail: 'VARCHAR',
  },
  /** Every value that was found, as it was found. `part` says where in the message, `start` and `length` in characters of its text. */
  secret_place: {
    file_id: 'INTEGER',
    /** 0 in a file that is no message. */
    message: 'BIGINT',
    part: 'VARCHAR',
    start: 'BIGINT',
    length: 'BIGINT',
    kind: 'VARCHAR',
    /** Keyed hash of the value. */
    fingerprint: 'VARCHAR',
    redaction: 'VARCHAR',
    /** Whose it is and what it opens, as this place says; null if it does not. */
    account: 'VARCHAR',
    host: 'VARCHAR',
  },
  /** A credential, however often it was found: one value of one account. */
  credential: {
    id: 'VARCHAR',
    kind: 'VARCHAR',
    fingerprint: 'VARCHAR',
    redaction: 'VARCHAR',
    /** The host if its places agree on one, else the product. */
    system: 'VARCHAR',
    account: 'VARCHAR',
    severity: 'VARCHAR',
    firstSent: 'TIMESTAMP',
  },
  /** Where each credential stands. */
  credential_place: {
    credential: 'VARCHAR',
    file_id: 'INTEGER',
    message: 'BIGINT',
    part: 'VARCHAR',
    start: 'BIGINT',
    length: 'BIGINT',
  },
  /** What we know about each kind that was found. */
  credential_kind: {
    kind: 'VARCHAR',
    /** Gives way to other kinds. */
    isGeneric: 'BOOLEAN',
    title: 'VARCHAR',
    system: 'VARCHAR',
    severity: 'VARCHAR',
    owner: 'VARCHAR',
    lifetime: 'VARCHAR',
    reset: 'VARCHAR',
    command: 'VARCHAR',
    proof: 'VARCHAR',
    references: 'VARCHAR[]',
  },
  /** Keys and stores of keys among the parts, by the fingerprint of their bytes. `openedBy` is the fingerprint of the passphrase. */
  key_material: {
    file_id: 'INTEGER',
    message: 'BIGINT',
    part: 'VARCHAR',
    fingerprint: 'VARCHAR',
    format: 'VARCHAR',
    isProtected: 'BOOLEAN',
    thumbprints: 'VARCHAR[]',
    openedBy: 'VARCHAR',
  },
  /** Mails that somebody says were stolen, one row an entry of their metadata, and what became of each in the scanned mail. */
  exposed_mail: {
    file_id: 'INTEGER',
    record: 'BIGINT',
    messageId: 'VARCHAR',
    sender: 'VARCHAR',
    recipients: 'VARCHAR[]',
    subject: 'VARCHAR',
    sent: 'TIMESTAMP',
    mailbox: 'VARCHAR',
    /** `matched`, `ambiguous` (several messages fit equally) or `not-found`. */
    state: 'VARCHAR',
    /** From 0 to 1: 1 by message id, else the weight of what agrees. */
    confidence: 'DOUBLE',
    /** What agrees, such as `message id` or `sender, subject, time`. */
    by: 'VARCHAR',
  },
  /** Scanned messages that were exposed, one row a reason. */
  exposed_message: {
    file_id: 'INTEGER',
    message: 'BIGINT',
    /** `metadata`, `mail access` (our own logs), `copy` (the same message elsewhere) or `thread` (quoted in, or answer to, one that was). */
    reason: 'VARCHAR',
    because: 'VARCHAR',
    confidence: 'DOUBLE',
    metadata_file: 'INTEGER',
    metadata_record: 'BIGINT',
  },
  /** Who or what in the tenant a credential signs in as; none for what other systems take. */
  credential_identity: {
    credential: 'VARCHAR',
    /** `user` or `application`. */
    type: 'VARCHAR',
    /** User principal name, or application id; in lower case. */
    id: 'VARCHAR',
    /** Object id in the directory, null if no export has it. */
    objectId: 'VARCHAR',
    /** Since when it was exposed: when the first message with it was sent. */
    since: 'TIMESTAMP',
  },
  /** What logs and directory say of the reset of each credential. */
  credential_proof: {
    credential: 'VARCHAR',
    /** `verified`, `half-done`, `contradicted`, `unproven` (the logs reach it and show nothing), `not-covered` or `elsewhere` (another system's). */
    verdict: 'VARCHAR',
    because: 'VARCHAR',
    /** When what proves it happened. */
    time: 'TIMESTAMP',
    file_id: 'INTEGER',
    record: 'BIGINT',
  },
  /** What an exposed identity did since, by log, against what it did before. */
  hunt_trace: {
    type: 'VARCHAR',
    id: 'VARCHAR',
    since: 'TIMESTAMP',
    log: 'VARCHAR',
    before: 'BIGINT',
    after: 'BIGINT',
    first: 'TIMESTAMP',
    last: 'TIMESTAMP',
    /** What it had not shown before: addresses, countries, user agents, applications or resources, operations. */
    newAddresses: 'VARCHAR[]',
    newCountries: 'VARCHAR[]',
    newAgents: 'VARCHAR[]',
    newTargets: 'VARCHAR[]',
    newOperations: 'VARCHAR[]',
    /** What the log has of this tenant at all: outside of it nothing can be said. */
    coveredFrom: 'TIMESTAMP',
    coveredTo: 'TIMESTAMP',
  },
};
