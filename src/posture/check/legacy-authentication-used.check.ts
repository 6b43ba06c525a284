import { literal, sql, trusted } from '../../store/sql.ts';
import { type Check, logged } from '../check.ts';
import { user } from '../graph-record.ts';
import { signIn } from '../log-record.ts';

/** Names of old clients in the sign-in log. ActiveSync with a modern token has the same name: `legacy-authentication-blocked` tells. */
const clients = trusted(
  `(${[
    'authenticated smtp',
    'autodiscover',
    'exchange activesync',
    'exchange online powershell',
    'exchange web services',
    'imap',
    'imap4',
    'mapi',
    'mapi over http',
    'offline address book',
    'other clients',
    'outlook anywhere (rpc over http)',
    'pop',
    'pop3',
    'reporting web services',
    'smtp',
    'universal outlook',
  ]
    .map((name) => literal(name).text)
    .join(', ')})`,
);

const check: Check = {
  check: 'legacy-authentication-used',
  title: 'Nobody signed in with a protocol that knows no second factor',
  lesson: 'legacy-authentication',
  severity: 'medium',
  risk: 'What still works for a printer or an old program works for a spray. As long as somebody needs it, nobody turns it off.',
  incident: 'A spray goes where it is not asked for a second factor.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-block-legacy-authentication',
    'https://learn.microsoft.com/en-us/entra/identity/monitoring-health/workbook-legacy-authentication',
  ],
  fix: {
    portal:
      'Entra admin center > Sign-in logs > filter Client app: legacy authentication clients: move each to a modern client, then block the rest with conditional access',
    command:
      'Set-CASMailbox -Identity <address> -ImapEnabled $false -PopEnabled $false -SmtpClientAuthenticationDisabled $true',
  },
  needs: [logged('sign-in logs', 'sign-in', 'non-interactive-sign-in')],
  objects: sql`
    with used as (
      select coalesce(userId, principal) as id, max(principal) as principal, max(resourceTenantId) as resourceTenantId, list(distinct clientAppUsed order by clientAppUsed) as clients,
        count(*) as number, max(time) as last, min(file_id) as file_id, arg_min(record, file_id * 1e12 + record) as record
      from sign_in where errorCode = 0 and coalesce(userId, principal) is not null and (lower(clientAppUsed) in ${clients} or starts_with(lower(clientAppUsed), 'other clients'))
      group by all
    ), named as (select tenantId, id, userPrincipalName, name from fact_user where userPrincipalName is not null)
    select t.tenantId, 'user' as type, coalesce(u.id, n.id, s.id) as id, coalesce(u.name, n.name, s.principal, s.id) as name,
      s.number || case when s.number = 1 then ' sign-in with ' else ' sign-ins with ' end || array_to_string(s.clients, ', ') || ', last ' || strftime(s.last, '%Y-%m-%d') as because, s.file_id, s.record
    from used s
    left join named u on u.id = s.id left join named n on u.id is null and n.userPrincipalName = s.principal
    -- Of whom no tenant in the case knows, the tenant is the one that the sign-in went to, or the only one.
    join settled_tenant t on t.tenantId = coalesce(u.tenantId, n.tenantId, (select min(k.tenantId) from settled_tenant k where k.tenantId = s.resourceTenantId),
      (select min(k.tenantId) from settled_tenant k having count(*) = 1))`,
  examples: [
    {
      name: 'with success and without, and with a modern client',
      records: [
        user('u1'),
        user('u2'),
        user('u3'),
        signIn('s1', '2026-11-20T08:00:00Z', { clientAppUsed: 'IMAP4' }),
        signIn('s2', '2026-11-21T08:00:00Z', { clientAppUsed: 'Authenticated SMTP' }),
        signIn('s3', '2026-11-21T09:00:00Z', {
          userId: 'u2',
          userPrincipalName: 'u2@frostline.example',
          clientAppUsed: 'IMAP4',
          status: { errorCode: 50_126, failureReason: 'Invalid username or password.', additionalDetails: null },
        }),
        signIn('s4', '2026-11-21T10:00:00Z', { userId: 'u3', userPrincipalName: 'u3@frostline.example' }),
        signIn('s5', '2026-11-21T10:00:00Z', {
          userId: 'u9',
          userPrincipalName: 'u9@frostline.example',
          clientAppUsed: 'POP3',
        }),
      ],
      verdict: 'not-met',
      objects: ['u1', 'u9'],
    },
    {
      name: 'only modern clients',
      records: [user('u1'), signIn('s4', '2026-11-21T10:00:00Z', { clientAppUsed: 'Mobile Apps and Desktop clients' })],
      verdict: 'met',
    },
    { name: 'a directory without logs says nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
