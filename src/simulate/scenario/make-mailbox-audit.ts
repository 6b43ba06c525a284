import type { Instant } from '../../shape/instant.ts';
import type { Random } from '../random.ts';
import type { SignIn, UnifiedAudit } from '../record.ts';
import type { Account } from './account.ts';
import type { Application, Client, Resource } from './application.ts';
import { microsoftGraph, outlook } from './application.ts';
import type { Place } from './place.ts';

const server = 'YT2PR01MB4821 (15.20.7159.020)';

interface Reading {
  readonly time: Instant;
  readonly mailbox: Account;
  /** As a path: `\Inbox`. */
  readonly folder: string;
  readonly messages: number;
  readonly isThrottled?: boolean;
}

/** Messages of a mailbox bound by an application of its own right, aggregated as Exchange does. */
export function applicationMailAccess(
  random: Random,
  details: Reading & {
    readonly application: Application;
    /** The sign-in that gave the token, which both name. */
    readonly signIn: SignIn;
    readonly api: Resource;
    readonly clientInfo: string;
  },
): UnifiedAudit {
  const { application, mailbox } = details;
  return {
    ...bound(random, details),
    UserKey: application.servicePrincipalId,
    UserType: 5,
    UserId: mailbox.userPrincipalName,
    ...tokenOf(details),
    TokenTenantId: mailbox.tenantId,
  };
}

/** The same with the rights that the owner of the mailbox gave the application. */
export function delegatedMailAccess(
  random: Random,
  details: Reading & {
    readonly application: Client;
    readonly signIn: SignIn;
    readonly api: Resource;
    readonly clientInfo: string;
  },
): UnifiedAudit {
  return {
    ...bound(random, details),
    ...ownerOf(details.mailbox),
    ...tokenOf(details),
    SessionId: details.signIn.sessionId ?? '',
  };
}

/** The owner reads own mail with Outlook. */
export function ownerMailAccess(random: Random, time: Instant, mailbox: Account, place: Place): UnifiedAudit {
  return {
    ...bound(random, { time, mailbox, folder: '\\Inbox', messages: random.integer(1, 3) }),
    ...ownerOf(mailbox),
    AppId: '00000002-0000-0ff1-ce00-000000000000',
    ClientAppId: outlook.appId,
    ClientIPAddress: place.ipAddress,
    ClientInfoString: 'Client=MSExchangeRPC',
    SessionId: random.uuid(),
  };
}

/**
 * Outlook on a desktop takes a folder as a whole; the record names the folder and no message.
 * Source: https://learn.microsoft.com/purview/audit-log-investigate-accounts
 */
export function mailSync(
  random: Random,
  details: Omit<Reading, 'messages'> & { readonly signIn: SignIn },
): UnifiedAudit {
  const { mailbox, folder, signIn } = details;
  const id = `LgAAAAB${random.hex(24)}AAAB`;
  return {
    ...mailbound(random, details, 'Sync'),
    RecordType: 2,
    ...ownerOf(mailbox),
    AppId: '00000002-0000-0ff1-ce00-000000000000',
    ClientAppId: outlook.appId,
    ClientIPAddress: signIn.ipAddress,
    ClientInfoString: 'Client=MSExchangeRPC',
    SessionId: signIn.sessionId ?? '',
    Item: { Id: id, ParentFolder: { Id: id, Name: folder.slice(1), Path: folder } },
  };
}

function ownerOf(mailbox: Account) {
  return {
    UserKey: `1003${mailbox.id.slice(24).toUpperCase()}`,
    UserType: 0,
    UserId: mailbox.userPrincipalName,
    ExternalAccess: false,
    InternalLogonType: 0,
    LogonType: 0,
  };
}

function tokenOf(details: {
  readonly application: Client;
  readonly signIn: SignIn;
  readonly api: Resource;
  readonly clientInfo: string;
}) {
  const { application, signIn, api, clientInfo } = details;
  return {
    // Through Graph the API acts for the client, through EWS the client itself.
    AppId: api === microsoftGraph ? api.appId : application.appId,
    ClientAppId: application.appId,
    AppAccessContext: {
      ...(signIn.sessionId === null ? {} : { AADSessionId: signIn.sessionId }),
      APIId: api.appId,
      ClientAppId: application.appId,
      IssuedAtTime: signIn.createdDateTime.slice(0, 19),
      UniqueTokenId: signIn.uniqueTokenIdentifier,
    },
    ActorInfoString: `${clientInfo}[AppId=${application.appId}];`,
    ClientIPAddress: signIn.ipAddress,
    ClientInfoString: clientInfo,
    ExternalAccess: false,
    InternalLogonType: 0,
    LogonType: 0,
  };
}

function bound(random: Random, reading: Reading) {
  return {
    ...mailbound(random, reading, 'Bind'),
    Folders: [
      {
        FolderItems: Array.from({ length: reading.messages }, () => ({
          InternetMessageId: `<${random.hex(16)}@${domainOf(reading.mailbox)}>`,
          SizeInBytes: random.integer(4_000, 900_000),
        })),
        Id: `LgAAAAB${random.hex(24)}AAAB`,
        Path: reading.folder,
      },
    ],
    OperationCount: reading.messages,
  };
}

function mailbound(random: Random, reading: Omit<Reading, 'messages'>, access: 'Bind' | 'Sync') {
  const { mailbox } = reading;
  return {
    CreationTime: reading.time.slice(0, 19),
    Id: random.uuid(),
    Operation: 'MailItemsAccessed',
    OrganizationId: mailbox.tenantId,
    RecordType: 50,
    ResultStatus: 'Succeeded',
    Version: 1,
    Workload: 'Exchange',
    MailboxGuid: mailbox.mailboxGuid,
    MailboxOwnerUPN: mailbox.userPrincipalName,
    OrganizationName: domainOf(mailbox),
    OriginatingServer: server,
    OperationProperties: [
      { Name: 'MailAccessType', Value: access },
      { Name: 'IsThrottled', Value: reading.isThrottled === true ? 'True' : 'False' },
    ],
  };
}

function domainOf({ userPrincipalName }: Account): string {
  return userPrincipalName.slice(userPrincipalName.indexOf('@') + 1);
}

/** An inbox rule made in a mailbox, one's own or somebody else's. */
export function newInboxRule(
  random: Random,
  details: {
    readonly time: Instant;
    readonly by: Account;
    readonly place: Place;
    readonly mailbox: Account;
    readonly parameters: Readonly<Record<string, string>>;
  },
): UnifiedAudit {
  const { by, mailbox } = details;
  const organisation = `CANPR01A004.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/${domainOf(mailbox)}`;
  const isOwn = by.userPrincipalName === mailbox.userPrincipalName;
  return {
    CreationTime: details.time.slice(0, 19),
    Id: random.uuid(),
    Operation: 'New-InboxRule',
    OrganizationId: mailbox.tenantId,
    RecordType: 1,
    ResultStatus: 'True',
    UserKey: `1003${by.id.slice(24).toUpperCase()}`,
    UserType: 2,
    Version: 1,
    Workload: 'Exchange',
    ClientIP: `${details.place.ipAddress}:${random.integer(20_000, 60_000)}`,
    ObjectId: `${organisation}/${mailbox.id}\\${details.parameters['Name'] ?? ''}`,
    UserId: by.userPrincipalName,
    AppId: '00000002-0000-0ff1-ce00-000000000000',
    AppPoolName: 'MSExchangeOWAAppPool',
    ClientAppId: '',
    ExternalAccess: false,
    OrganizationName: domainOf(mailbox),
    OriginatingServer: server,
    Parameters: [
      { Name: 'AlwaysDeleteOutlookRulesBlob', Value: 'False' },
      { Name: 'Force', Value: 'False' },
      ...(isOwn ? [] : [{ Name: 'Mailbox', Value: mailbox.userPrincipalName }]),
      ...Object.entries(details.parameters).map(([Name, Value]) => ({ Name, Value })),
    ],
    SessionId: random.uuid(),
  };
}
