import type { Instant } from '../../shape/instant.ts';
import type { Random } from '../random.ts';
import type { SignIn, UnifiedAudit } from '../record.ts';
import { tenant } from '../tenant.ts';
import type { Account } from './account.ts';
import type { Application, Resource } from './application.ts';
import { microsoftGraph } from './application.ts';
import type { Place } from './place.ts';

const server = 'YT2PR01MB4821 (15.20.7159.020)';

/** Messages of a mailbox bound by an application, aggregated as Exchange does. */
export function applicationMailAccess(
  random: Random,
  details: {
    readonly time: Instant;
    readonly application: Application;
    /** The sign-in that gave the token, which both name. */
    readonly signIn: SignIn;
    readonly api: Resource;
    readonly clientInfo: string;
    readonly mailbox: Account;
    readonly folder: string;
    readonly messages: number;
    readonly isThrottled?: boolean;
  },
): UnifiedAudit {
  const { application, signIn, mailbox, api } = details;
  return {
    ...mailbound(random, details.time, mailbox, details.folder, details.messages, details.isThrottled ?? false),
    UserKey: application.servicePrincipalId,
    UserType: 5,
    UserId: mailbox.userPrincipalName,
    // Through Graph the API acts for the client, through EWS the client itself.
    AppId: api === microsoftGraph ? api.appId : application.appId,
    ClientAppId: application.appId,
    AppAccessContext: {
      APIId: api.appId,
      ClientAppId: application.appId,
      IssuedAtTime: signIn.createdDateTime.slice(0, 19),
      UniqueTokenId: signIn.uniqueTokenIdentifier,
    },
    ActorInfoString: `${details.clientInfo}[AppId=${application.appId}];`,
    ClientIPAddress: signIn.ipAddress,
    ClientInfoString: details.clientInfo,
    ExternalAccess: false,
    InternalLogonType: 0,
    LogonType: 0,
    TokenTenantId: tenant.id,
  };
}

/** The owner reads own mail with Outlook. */
export function ownerMailAccess(random: Random, time: Instant, mailbox: Account, place: Place): UnifiedAudit {
  return {
    ...mailbound(random, time, mailbox, '\\Inbox', random.integer(1, 3), false),
    UserKey: `1003${mailbox.id.slice(24).toUpperCase()}`,
    UserType: 0,
    UserId: mailbox.userPrincipalName,
    AppId: '00000002-0000-0ff1-ce00-000000000000',
    ClientAppId: 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
    ClientIPAddress: place.ipAddress,
    ClientInfoString: 'Client=MSExchangeRPC',
    ExternalAccess: false,
    InternalLogonType: 0,
    LogonType: 0,
    SessionId: random.uuid(),
  };
}

function mailbound(
  random: Random,
  time: Instant,
  mailbox: Account,
  path: string,
  messages: number,
  throttled: boolean,
) {
  return {
    CreationTime: time.slice(0, 19),
    Id: random.uuid(),
    Operation: 'MailItemsAccessed',
    OrganizationId: tenant.id,
    RecordType: 50,
    ResultStatus: 'Succeeded',
    Version: 1,
    Workload: 'Exchange',
    MailboxGuid: mailbox.mailboxGuid,
    MailboxOwnerUPN: mailbox.userPrincipalName,
    OrganizationName: tenant.domain,
    OriginatingServer: server,
    OperationProperties: [
      { Name: 'MailAccessType', Value: 'Bind' },
      { Name: 'IsThrottled', Value: throttled ? 'True' : 'False' },
    ],
    Folders: [
      {
        FolderItems: Array.from({ length: messages }, () => ({
          InternetMessageId: `<${random.hex(16)}@${tenant.domain}>`,
          SizeInBytes: random.integer(4_000, 900_000),
        })),
        Id: `LgAAAAB${random.hex(24)}AAAB`,
        Path: path,
      },
    ],
    OperationCount: messages,
  };
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
  const organisation = `CANPR01A004.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/${tenant.domain}`;
  return {
    CreationTime: details.time.slice(0, 19),
    Id: random.uuid(),
    Operation: 'New-InboxRule',
    OrganizationId: tenant.id,
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
    OrganizationName: tenant.domain,
    OriginatingServer: server,
    Parameters: [
      { Name: 'AlwaysDeleteOutlookRulesBlob', Value: 'False' },
      { Name: 'Force', Value: 'False' },
      ...(by === mailbox ? [] : [{ Name: 'Mailbox', Value: mailbox.userPrincipalName }]),
      ...Object.entries(details.parameters).map(([Name, Value]) => ({ Name, Value })),
    ],
    SessionId: random.uuid(),
  };
}
