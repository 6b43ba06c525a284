import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { auditExample, signInExample } from './example-record.ts';
import { isSecondFactorStep } from './story/operation.ts';
import { networkOf } from './story/network.ts';

/** Where the enrolment came from, compared with the places of the account's earlier sign-ins. */
const judged = sql`
  with enrolled as (
    select file_id, record, time, ip, coalesce(case when actorType = 'user' then principal end, lower(targets[1].name)) as principal
    from scoped_activity where ${isSecondFactorStep} and ip is not null and coalesce(lower(result), 'success') not in ('failure', 'failed', 'false')
  ), made as (
    select lower(coalesce(list_filter(flatten(list_transform(targets, lambda t: t.properties)), lambda p: p.name = 'UserPrincipalName')[1].new, targets[1].name)) as principal
    from scoped_activity where operation = 'Add user'
  ), seen as (
    select principal, time, ip, ${networkOf(sql`autonomousSystemNumber`, sql`ip`)} as network, country, errorCode
    from attempt where principal in (select principal from enrolled)
  ), placed as (
    select e.*, coalesce((select any_value(s.network) from seen s where s.ip = e.ip), ${networkOf(sql`null`, sql`e.ip`)}) as network
    from enrolled e where e.principal not in (select principal from made where principal is not null)
  )
  select p.file_id, p.record, p.principal, p.time, p.network,
    count(*) filter (s.errorCode = 0 and s.time < p.time - interval 1 day) as before,
    count(*) filter (s.errorCode = 0 and s.time < p.time - interval 1 day and s.network = p.network) as there,
    count(*) filter (s.errorCode = 50126 and s.time between p.time - interval 30 days and p.time and s.network <> p.network) as guesses,
    bool_or(s.errorCode = 0 and s.time < p.time - interval 1 day and s.country = (select any_value(o.country) from seen o where o.ip = p.ip)) as isSameCountry,
    not exists (select 1 from placed o where o.principal = p.principal and o.time < p.time - interval 1 hour) as isFirst
  from placed p left join seen s on s.principal = p.principal
  group by p.file_id, p.record, p.principal, p.time, p.network, p.ip`;

const strange = sql`
  select * from (${judged})
  where there = 0 and (guesses > 0 or before > 0 and not coalesce(isSameCountry, false))`;

function enrolled(id: string, minute: number, user: string, ip: string) {
  const name = `${user}@frostline.example`;
  return auditExample(id, minute, 'User registered security info.', { UserId: name, ObjectId: name, ClientIP: ip });
}

const analysis: Analysis = {
  detection: 'security-info-from-strange-source',
  title: 'A second factor was enrolled from where the account had never been',
  description:
    'A phone, app or key was added to an account from a network that none of its earlier successful sign-ins used, after wrong passwords from other networks or from another country.',
  severity: 'high',
  techniques: ['T1098.005', 'T1556.006'],
  next: 'Ask the person over a channel that you trust whether they added it. If not, remove the method, reset password and sessions, and read what the account did since.',
  falsePositives: ['A new phone set up on a journey.'],
  references: [
    'https://attack.mitre.org/techniques/T1098/005/',
    'https://learn.microsoft.com/entra/architecture/security-operations-user-accounts',
  ],
  logs: ['directory-audit', 'unified-audit'],
  needs: [
    ['directory-audit', 'unified-audit'],
    ['sign-in', 'non-interactive-sign-in', 'unified-audit'],
  ],
  query: sql`select principal as key, 'activity' as source_table, file_id, record from (${strange})`,
  reasons: sql`
    select principal as key, 'Enrolled from ' || any_value(network) || ', where none of '
      || max(before) || ' earlier successful sign-ins of the account came from'
      || case when max(guesses) > 0 then '; ' || max(guesses) || case when max(guesses) = 1 then ' wrong password' else ' wrong passwords' end || ' from other networks in the 30 days before' else '' end
      || case when bool_or(isFirst) then '; it is the first enrolment of the account in the evidence.' else '.' end as why
    from (${strange}) group by principal`,
  examples: [
    {
      name: 'after guesses, from a network that the account never used',
      fires: true,
      records: [
        ...[0, 60, 120].map((minute) =>
          signInExample(`factor-own-${minute}`, minute, 'lea', 0, {
            ipAddress: '192.0.2.9',
            autonomousSystemNumber: 64500,
          }),
        ),
        signInExample('factor-guess', 2000, 'lea', 50126, { ipAddress: '198.51.100.8', autonomousSystemNumber: 64510 }),
        signInExample('factor-in', 4000, 'lea', 0, { ipAddress: '203.0.113.9', autonomousSystemNumber: 64511 }),
        enrolled('factor-1', 4010, 'lea', '203.0.113.9'),
      ],
    },
    {
      name: 'a new phone at the usual place',
      fires: false,
      records: [
        ...[0, 60, 120].map((minute) =>
          signInExample(`phone-own-${minute}`, minute, 'max', 0, {
            ipAddress: '192.0.2.9',
            autonomousSystemNumber: 64500,
          }),
        ),
        signInExample('phone-wrong', 3990, 'max', 50126, { ipAddress: '192.0.2.9', autonomousSystemNumber: 64500 }),
        enrolled('factor-2', 4010, 'max', '192.0.2.9'),
      ],
    },
  ],
};

export default analysis;
