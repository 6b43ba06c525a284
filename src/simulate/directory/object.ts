import type { Instant } from '../../shape/instant.ts';
import type { AppRole, Resource } from '../scenario/application.ts';

/** One record as an answer of Microsoft Graph or Exchange has it. */
export type DirectoryRecord = Readonly<Record<string, unknown>>;

export interface User {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  isEnabled: boolean;
  isGuest: boolean;
  isSynchronised: boolean;
  createdDateTime: Instant;
  /** Of the last attempt of the user themselves, also one that failed. */
  lastSignIn: Instant | null;
  lastNonInteractiveSignIn: Instant | null;
  lastSuccessfulSignIn: Instant | null;
  lastPasswordChange: Instant;
  /** `Accepted` or `PendingAcceptance` of guests. */
  invitation: string | null;
  /** What is registered as second factor, in the words of `userRegistrationDetails`; the first is the default. */
  methods: readonly string[];
  isMfaCapable: boolean;
  hasMailbox: boolean;
  /** Whether it is logged when they read their own mail. */
  isReadingLogged: boolean;
  /** Got in with IMAP, SMTP or ActiveSync in the simulated time. */
  readonly usesOldProtocol: boolean;
  /** Where mail to them goes as well. */
  forwarding: string | null;
}

/** Somebody or something that is a member, an owner or the holder of a role. */
export interface Reference {
  readonly type: 'user' | 'group' | 'servicePrincipal';
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName?: string;
}

export interface Credential {
  readonly type: 'secret' | 'certificate';
  readonly keyId: string;
  readonly displayName: string;
  readonly start: Instant;
  readonly end: Instant;
}

interface FederatedCredential {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
}

/** The registration of an application, in the tenant that it is of. */
export interface Registration {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly createdDateTime: Instant;
  isMultiTenant: boolean;
  readonly owners: Reference[];
  readonly credentials: Credential[];
  readonly federated: FederatedCredential[];
}

export interface ServicePrincipal {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly ownerTenantId: string;
  readonly createdDateTime: Instant;
  isEnabled: boolean;
  isMultiTenant: boolean;
  /** Null without a verified publisher. */
  publisher: string | null;
  readonly owners: Reference[];
  readonly credentials: Credential[];
  readonly appRoles: { readonly resource: Resource; readonly role: AppRole; readonly since: Instant }[];
  /** `userId` null for everybody; scopes space separated. */
  readonly consents: { readonly resource: Resource; readonly userId: string | null; scopes: string }[];
}

export interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly isForRoles: boolean;
  readonly members: Reference[];
  readonly owners: Reference[];
}

export interface RoleHolding {
  readonly holder: Reference;
  readonly roleId: string;
  readonly state: 'active' | 'eligible';
  /** Null for what was not given through Privileged Identity Management. */
  readonly since: Instant | null;
  /** Null for good. */
  readonly until: Instant | null;
  readonly assignmentType: 'Assigned' | 'Activated';
}

export interface MailboxPermission {
  readonly mailbox: string;
  readonly trustee: string;
  readonly right: 'FullAccess' | 'SendAs';
}

export interface RoleGroup {
  readonly name: string;
  readonly roles: readonly string[];
  readonly members: string[];
}

/** A management role of Exchange given to a user or an application itself. */
export interface ManagementRole {
  readonly role: string;
  readonly assignee: string;
  readonly type: 'User' | 'ServicePrincipal';
  readonly scope: string | null;
}

/** An application whose permissions for mail hold for the mailboxes of a group only. */
export interface AccessPolicy {
  readonly appId: string;
  readonly scope: string;
}
