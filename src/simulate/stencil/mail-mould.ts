import { folderPart, folders, mailClientPart, mailClients, messagesPart } from '../habit/deed.ts';
import type { Workload } from '../population/workload.ts';
import type { GraphActivity, SignIn, UnifiedAudit } from '../record.ts';
import { graphActivity } from '../scenario/make-graph-activity.ts';
import { applicationMailAccess, mailSync, ownerMailAccess } from '../scenario/make-mailbox-audit.ts';
import type { TenantName } from './sign-in-mould.ts';
import { accountOf, anyChance, placeOf, workloadSignInOf } from './sign-in-mould.ts';
import { outcome } from '../habit/outcome.ts';
import type { SlotName, Texts } from './slot.ts';

/** As Exchange writes down the three ways of reading one's own mail, and the ids of the programs. */
const clients = {
  outlook: { ClientInfoString: 'Client=MSExchangeRPC', ClientAppId: 'd3590ed6-52b3-4102-aeff-aad2292ab01c' },
  web: { ClientInfoString: 'Client=OWA;Action=ViaProxy', ClientAppId: '9199bf20-a13f-4107-85dc-02114787ef48' },
  phone: { ClientInfoString: 'Client=REST;Client=RESTSystem;;', ClientAppId: '27922004-5251-4030-b22d-91ecd9a37ea4' },
} as const;

/** The owner reads messages, or Outlook takes a folder as a whole. */
export function ownMailAccessOf(code: number, tenant: TenantName, texts: Texts): UnifiedAudit {
  const mailbox = accountOf(texts, tenant);
  const messages = messagesPart(code);
  const folder = folders[folderPart(code)] ?? folders[0];
  const client = clients[mailClients[mailClientPart(code)] ?? 'outlook'];
  if (messages === 0) {
    const signIn = { ipAddress: texts.ip, sessionId: texts.sessionId } as SignIn;
    const record = mailSync(anyChance(), { time: timeOf(texts), mailbox, folder, signIn });
    const id = folderId(texts);
    return {
      ...record,
      Id: texts.id,
      ...client,
      Item: { Id: id, ParentFolder: { Id: id, Name: folder.slice(1), Path: folder } },
    };
  }
  return {
    ...ownerMailAccess(anyChance(), timeOf(texts), mailbox, placeOf(texts)),
    Id: texts.id,
    ...client,
    SessionId: texts.sessionId,
    ...reading(texts, messages, folder, tenant),
  };
}

/** An application reads a mailbox with rights of its own. */
export function workloadMailAccessOf(
  code: number,
  workload: Workload,
  keyId: string,
  tenant: TenantName,
  texts: Texts,
): UnifiedAudit {
  const messages = messagesPart(code);
  const folder = folders[folderPart(code)] ?? folders[0];
  const record = applicationMailAccess(anyChance(), {
    time: timeOf(texts),
    application: workload,
    signIn: tokenOf(workload, keyId, tenant, texts),
    api: workload.resource,
    clientInfo:
      workload.paths.length === 0
        ? 'Client=WebServices;ExchangeServicesClient/15.0;'
        : 'Client=REST;Client=RESTSystem;;',
    mailbox: accountOf(texts, tenant),
    folder,
    messages,
  });
  return { ...record, Id: texts.id, ...reading(texts, messages, folder, tenant) };
}

/** A request of an application to Microsoft Graph. */
export function graphActivityOf(
  workload: Workload,
  path: string,
  keyId: string,
  tenant: TenantName,
  texts: Texts,
): GraphActivity {
  const record = graphActivity(anyChance(), {
    time: timeOf(texts),
    application: workload,
    signIn: tokenOf(workload, keyId, tenant, texts),
    method: 'GET',
    path,
    roles: workload.roles,
    userAgent: workload.userAgent,
  });
  return {
    ...record,
    requestId: texts.id,
    operationId: texts.id,
    clientRequestId: texts.requestId,
    durationMs: Number(texts.duration),
    responseSizeBytes: Number(texts.size),
  };
}

/** The sign-in that gave the token, as far as a use of the token tells of it. */
function tokenOf(workload: Workload, keyId: string, tenant: TenantName, texts: Texts): SignIn {
  return workloadSignInOf(workload, keyId, outcome.plain, tenant, { ...texts, time: texts.issued });
}

const timeOf = (texts: Texts): string => `${texts.time}Z`;
const folderId = (texts: Texts): string => `LgAAAAB${texts.folderId}AAAB`;

function reading(texts: Texts, messages: number, path: string, { domain }: TenantName) {
  const items = Array.from({ length: messages }, (_, index) => ({
    InternetMessageId: `<${itemText(texts, `item${index}`)}@${domain}>`,
    SizeInBytes: Number(itemText(texts, `itemSize${index}`)),
  }));
  return { Folders: [{ FolderItems: items, Id: folderId(texts), Path: path }], OperationCount: messages };
}

function itemText(texts: Texts, name: SlotName): string {
  return texts[name] ?? '';
}
