import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { exchange, graph, permission, permissionId, servicePrincipal } from '../example-records.ts';

/** What an application access policy limits; of Exchange Web Services only in part. */
const limited = sql`f.value in ('Mail.Read', 'Mail.ReadWrite')`;
const webServices = sql`f.value = 'full_access_as_app'`;

const edge: Edge = {
  edge: 'application-full-access-mail',
  title: 'opens every mailbox as an application',
  cost: 0,
  why: 'An application permission for mail is valid for all mailboxes of the tenant, without a user who signs in, unless an application access policy limits it. Such a policy limits Mail.Read and Mail.ReadWrite; full_access_as_app only in part. IMAP and POP open what Exchange gave the application besides, and migration and eDiscovery ask for more than the permission.',
  abuse: 'Whoever has a credential of the application gets a token and reads all mail over EWS or Graph.',
  close: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > revoke; or limit it with RBAC for Applications',
    command: 'Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>',
  },
  references: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference',
    'https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac',
    'https://learn.microsoft.com/en-us/powershell/module/exchange/new-applicationaccesspolicy',
    'https://learn.microsoft.com/en-us/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth',
  ],
  // A policy with DenyAccess keeps an application from some mailboxes; all others stay open.
  rows: sql`
    with restricted as (
      select distinct p.tenantId, p.id from now_service_principal p
      join now_application_access_policy a on a.tenantId = p.tenantId and a.appId = p.appId where lower(a.right) = 'restrictaccess'
    )
    select f.tenantId, f.principalId as "from", ${nodeOf('mailboxes', sql`f.tenantId`)} as "to",
      'holds ' || f.value || ' on ' || coalesce(f.resourceName, f.resourceAppId)
        || case when r.id is not null and ${webServices} then '; an application access policy limits it only partly' else '' end as because,
      case when f.value in ('IMAP.AccessAsApp', 'POP.AccessAsApp', 'Mailbox.Migration', 'eDiscovery.ReadWrite.All') then 3
        when r.id is not null and ${webServices} then 2 end as cost,
      f.file_id, f.record
    from fact_permission f left join restricted r on r.tenantId = f.tenantId and r.id = f.principalId
    where list_contains(f.power, 'mail-read') and not (r.id is not null and ${limited})`,
  examples: [
    {
      name: 'the role of the incident, and one that only sends',
      records: [
        exchange,
        permission('a1', permissionId.exchangeFullAccessAsApp, 'exchange'),
        permission('a2', permissionId.exchangeMailSend, 'exchange'),
      ],
      edges: ['a1 -> mailboxes:unknown tenant'],
    },
    {
      name: 'access policies: to some mailboxes, which EWS heeds in part only; away from some; and IMAP, which has no policy',
      records: [
        exchange,
        graph,
        ...['p1', 'p2', 'p3', 'p4'].map((id) => servicePrincipal(id)),
        permission('p1', permissionId.mailRead),
        permission('p2', permissionId.mailRead),
        permission('p3', permissionId.exchangeFullAccessAsApp, 'exchange'),
        permission('p4', permissionId.exchangeImapAccessAsApp, 'exchange'),
        permission('p5', permissionId.mailReadBasic),
        { AppId: 'app-p1', AccessRight: 'RestrictAccess', ScopeName: 'Rooms', Identity: '1' },
        { AppId: 'app-p2', AccessRight: 'DenyAccess', ScopeName: 'Board', Identity: '2' },
        { AppId: ['app-p3', 'app-p4'], AccessRight: 'RestrictAccess', ScopeName: 'Rooms', Identity: '3' },
      ],
      edges: ['p2 -> mailboxes:unknown tenant', 'p3 -> mailboxes:unknown tenant', 'p4 -> mailboxes:unknown tenant'],
    },
  ],
};

export default edge;
