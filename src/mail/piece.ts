import type { Content } from './readable-content.ts';

/** Who wrote or got a message. */
export interface MailAddress {
  /** In lower case; what is written in place of one, such as an Exchange distinguished name, as it stands. */
  readonly address: string;
  /** Display name, '' if there is none. */
  readonly name: string;
}

/** What a message says of itself. */
export interface MessageHead {
  /** `Message-ID` without angle brackets, '' if it has none. */
  readonly messageId: string;
  /** Ids of `In-Reply-To` and `References`, without angle brackets, oldest first. */
  readonly references: readonly string[];
  readonly from: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly bcc: readonly MailAddress[];
  readonly subject: string;
  /** ISO 8601 in UTC; '' if it does not say or the date makes no sense. */
  readonly sent: string;
  /** Folder in the mailbox it lay in, such as `Inbox/Tickets`; '' if unknown. */
  readonly folder: string;
}

/** Why something was not examined. A closed set: `messages.json` counts by it. */
export const unreadReasons = [
  'encrypted',
  'image',
  'audio-or-video',
  'vault',
  'program',
  'unknown-format',
  'damaged',
  'too-large',
  'too-deep',
  'too-many',
] as const;

export type UnreadReason = (typeof unreadReasons)[number];

/** Key material that is a credential by itself, however it is called. */
export interface KeyMaterial {
  /** `pfx`, `java-keystore`, `private-key` (PEM or DER, any algorithm), `ssh-private-key`, `putty-key`, `pgp-private-key`, `keepass` … */
  readonly format: string;
  /** Opens only with a passphrase. */
  readonly isProtected: boolean;
  /** SHA-1 thumbprints of certificates in it, upper-case hex, as Entra shows them; empty if they cannot be seen from outside. */
  readonly thumbprints: readonly string[];
  /** What a passphrase can be tried on. */
  readonly bytes: Buffer;
}

/**
 * What a reader finds in some bytes, in the order in which it stands there. `place` says where within the whole, in words that a
 * responder finds again: `body`, `hidden text`, `sheet Servers`, `page 3`, `Inbox/Tickets, message 17`.
 */
export type Piece =
  /** Text as a reader of the document sees it: one line break a line, cells of a table row parted by tabs. */
  | { readonly kind: 'text'; readonly place: string; readonly text: string }
  /** Bytes inside, which have a format of their own. */
  | {
      readonly kind: 'part';
      readonly place: string;
      /** File name as given inside, '' if none. Untrusted: never a path to write to. */
      readonly name: string;
      /** In lower case without parameters, '' if it does not say. */
      readonly mediaType: string;
      readonly bytes: Buffer;
    }
  /** The same, for bytes that are too many for memory: never within a message, and gone when the next piece is asked for. */
  | {
      readonly kind: 'file';
      readonly place: string;
      readonly name: string;
      readonly mediaType: string;
      readonly content: Content;
    }
  /** A message with what is in it. */
  | { readonly kind: 'message'; readonly place: string; readonly head: MessageHead; readonly pieces: readonly Piece[] }
  | { readonly kind: 'key'; readonly place: string; readonly key: KeyMaterial }
  /** Something that is there and was not looked into. */
  | {
      readonly kind: 'unread';
      readonly place: string;
      readonly name: string;
      readonly reason: UnreadReason;
      /** What exactly, for a person. */
      readonly detail: string;
    };
