import { sql } from '../../store/sql.ts';
import { type Edge, nodeOf } from '../edge.ts';
import { exchangeRoleRows } from '../exchange.ts';

const to = nodeOf('mailboxes', sql`r.tenantId`);

const edge: Edge = {
  edge: 'exchange-role-opens-mail',
  title: 'opens every mailbox by a role of Exchange',
  cost: 0,
  why: 'Some roles of Exchange open all mailboxes, unless a scope limits them: those for applications by themselves, ApplicationImpersonation for whoever held it until Microsoft took it away in 2025. Mail Recipients lets its holder give himself full access.',
  abuse:
    'The holder reads mail over Graph or EWS, or gives himself or another account full access to the mailboxes that he wants.',
  close: {
    portal:
      'Exchange admin center > Roles > Admin roles > the role group > Permissions; assignments to applications only by the command',
    command:
      'Remove-ManagementRoleAssignment -Identity <assignment>; or Set-ManagementRoleAssignment -Identity <assignment> -CustomResourceScope <scope>',
  },
  references: [
    'https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac',
    'https://learn.microsoft.com/en-us/exchange/client-developer/exchange-web-services/impersonation-and-ews-in-exchange',
    'https://learn.microsoft.com/en-us/powershell/module/exchange/add-mailboxpermission',
  ],
  // Mailbox Import Export and Mailbox Search open nothing in Exchange Online: their cmdlets are for servers, or retired since 2020.
  // People hold roles for applications only to give them away, as Organization Management does ApplicationImpersonation.
  rows: sql`
    select *, 0 as cost from (${exchangeRoleRows(
      to,
      sql`r.type = 'servicePrincipal'`,
      'application mail.read',
      'application mail.readwrite',
      'application mail full access',
      'application exchange full access',
      'application ews.accessasapp',
    )})
    union all select *, 0 from (${exchangeRoleRows(to, sql`r.roleGroup is distinct from 'organization management'`, 'applicationimpersonation')})
    union all select *, 1 from (${exchangeRoleRows(to, sql`true`, 'mail recipients')})`,
  examples: [
    {
      name: 'applications: one for all mailboxes, one for some, one that only sends',
      records: [
        application('app1', 'Archive'),
        application('app2', 'Room reader'),
        application('app3', 'Newsletter'),
        assignment('Application Mail.Read', 'p-app1', 'ServicePrincipal'),
        { ...assignment('Application Mail.Read', 'p-app2', 'ServicePrincipal'), CustomResourceScope: 'Rooms only' },
        assignment('Application Mail.Send', 'p-app3', 'ServicePrincipal'),
      ],
      edges: ['p-app1 -> mailboxes:unknown tenant'],
    },
    {
      name: 'a service account, two role groups; roles that open nothing, the right to give, a scope',
      records: [
        { id: 'u1', userPrincipalName: 'svc-backup@frostline.example', displayName: 'Backup' },
        { id: 'u2', userPrincipalName: 'gil@frostline.example', displayName: 'Gil' },
        assignment('ApplicationImpersonation', 'svc-backup', 'User'),
        assignment('Mailbox Import Export', 'gil', 'User'),
        assignment('Mailbox Search', 'Discovery Management', 'RoleGroup'),
        assignment('Mail Recipients', 'Recipient Management', 'RoleGroup'),
        { ...assignment('Mail Recipients', 'Branch', 'RoleGroup'), CustomRecipientWriteScope: 'Branch office' },
        { Name: 'Branch', Roles: ['Mail Recipients'], Members: [], RoleGroupType: 'Standard' },
        {
          Name: 'Organization Management',
          Roles: ['ApplicationImpersonation', 'Application Mail.Read'],
          Members: [],
          RoleGroupType: 'Standard',
        },
      ],
      edges: [
        'exchange-group:unknown tenant:recipient management -> mailboxes:unknown tenant',
        'u1 -> mailboxes:unknown tenant',
      ],
    },
  ],
};

function application(AppId: string, DisplayName: string): Record<string, unknown> {
  return { AppId, ObjectId: `p-${AppId}`, DisplayName, Sid: 'S-1-5-21-1', ExchangeVersion: '0.20 (15.0.0.0)' };
}

function assignment(Role: string, RoleAssigneeName: string, RoleAssigneeType: string): Record<string, unknown> {
  return { Role, RoleAssigneeName, RoleAssigneeType, Enabled: true, RecipientWriteScope: 'Organization' };
}

export default edge;
