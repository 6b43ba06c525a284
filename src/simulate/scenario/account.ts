import type { Client } from '../population/client.ts';
import type { Place } from './place.ts';

/** A mailbox and sign-in, with the machine that its owner has. */
export interface Account extends Client {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly tenantId: string;
  readonly office: Place;
  readonly home: Place;
  readonly deviceId: string;
  readonly mailboxGuid: string;
}

/** A directory role. */
export interface Role {
  readonly templateId: string;
  readonly displayName: string;
  readonly wellKnownName: string;
}
