import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { auditExample, signInExample } from './example-record.ts';
import { madeAccounts, placesOfActs } from './place-of-act.ts';
import { isSecondFactorStep } from './story/operation.ts';

/** Where the enrolment came from, compared with the places of the account's earlier sign-ins. */
const enrolment = placesOfActs(sql`
  select file_id, record, time, ip, coalesce(case when actorType = 'user' then principal end, lower(targets[1].name)) as principal
  from scoped_activity where ${isSecondFactorStep} and ip is not null and coalesce(lower(result), 'success') not in ('failure', 'failed', 'false')`);

const strange = sql`
  with enrolled as (
    select * from (${enrolment}) where principal not in (select principal from (${madeAccounts}) where principal is not null)
  )
  select *, not exists (select 1 from enrolled o where o.principal = e.principal and o.time < e.time - interval 1 hour) as isFirst from enrolled e
  where there = 0 and (guesses > 0 or before > 0 and not coalesce(isSameCountry, false))`;

function enrolled(id: string, minute: number, user: string, ip: string) {
  const name = `${user}@frostline.example`;
  return auditExample(id, minute, 'User registered security info.', { UserId: name, ObjectId: name, ClientIP: ip });
}

const analysis: Analysis = {
  detection: 'security-info-from-strange-source',
  title: 'A second factor was enrolled from where the account had never been',
  description:
    'A phone, app or key was added to an account from a network that none of its earlier successful sign-ins used, after wrong passwords from networks that never let it in, or from another country. Scanners, which try every name, do not count.',
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
      || case when max(guesses) > 0 then '; ' || max(guesses) || case when max(guesses) = 1 then ' wrong password' else ' wrong passwords' end || ' from networks that never let it in, in the 30 days before' else '' end
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
      name: 'at home, where the address changes and the owner mistypes',
      fires: false,
      records: [
        ...[0, 60, 120].map((minute) =>
          signInExample(`home-own-${minute}`, minute, 'ned', 0, {
            ipAddress: `192.0.2.${minute}`,
            autonomousSystemNumber: 64500,
            location: { countryOrRegion: 'NO' },
          }),
        ),
        ...[2000, 2001].map((minute) =>
          signInExample(`home-office-${minute}`, minute, 'ned', minute === 2000 ? 50126 : 0, {
            ipAddress: '198.51.100.8',
            autonomousSystemNumber: 64510,
            location: { countryOrRegion: 'NO' },
          }),
        ),
        enrolled('factor-3', 4010, 'ned', '192.0.2.201'),
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
