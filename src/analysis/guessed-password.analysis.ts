import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { signInExample } from './example-record.ts';

const analysis: Analysis = {
  detection: 'guessed-password',
  title: 'A password was guessed: right from a source that failed before',
  description:
    'A sign-in with a right password, let in or stopped only after it, that belongs to a spray; or by an agent or address that failed at three or more other accounts within a day; or from a very strange source at an account that was under a slow attack.',
  severity: 'critical',
  techniques: ['T1078.004', 'T1110.003'],
  next: 'Treat the account as taken: disable it or reset its password and sessions, then read everything that it did since this moment.',
  falsePositives: [
    'A shared gateway where several people mistype and others sign in; look whether the account used this address before.',
  ],
  references: ['https://attack.mitre.org/techniques/T1110/003/', 'https://attack.mitre.org/techniques/T1078/004/'],
  logs: ['sign-in', 'non-interactive-sign-in', 'adfs-sign-in', 'unified-audit'],
  query: sql`select distinct principal as key, source_table, file_id, record from opened join judged using (id)`,
  reasons: sql`
    select principal as key, 'The password was right at ' || strftime(min(time), '%Y-%m-%d %H:%M') || ' UTC'
      || case when bool_or(outcome = 'success') then ' and the sign-in succeeded' else ', the sign-in was stopped only after it' end
      || ', from ' || coalesce(arg_min(network, time), 'an unknown network') || ' with ' || coalesce(arg_min(client, time), 'an unknown client')
      || case when max(j.score) > ln(2) then '; a stranger is ' || exp(max(j.score))::bigint || ' times likelier to come like this than the account''s user' else '' end
      || coalesce('. It belongs to the spray "' || any_value(n.name) || '".', '.') as why
    from opened o join judged j using (id) left join campaign_name n on n.campaign = o.campaign group by principal`,
  examples: [
    {
      name: 'the fifth account opens',
      fires: true,
      records: [
        ...['gro', 'hua', 'ivo', 'jon'].map((user, index) =>
          signInExample(`wrong-${user}`, index * 40, user, 50126, { ipAddress: '198.51.100.2', userAgent: 'E' }),
        ),
        signInExample('right', 200, 'kim', 0, { ipAddress: '198.51.100.2', userAgent: 'E' }),
      ],
    },
    {
      name: 'right, but multi-factor authentication is asked for',
      fires: true,
      records: [
        ...['ada', 'ben', 'cem', 'dia'].map((user, index) =>
          signInExample(`wrong2-${user}`, index * 40, user, 50126, { ipAddress: '198.51.100.3', userAgent: 'C' }),
        ),
        signInExample('right2', 200, 'eva', 50076, { ipAddress: '198.51.100.3', userAgent: 'C' }),
      ],
    },
    {
      name: 'a person mistypes and then gets in',
      fires: false,
      records: [
        ...[0, 1, 2].map((minute) =>
          signInExample(`own-${minute}`, minute, 'ada', 50126, { ipAddress: '192.0.2.1', userAgent: 'D' }),
        ),
        signInExample('own-in', 5, 'ada', 0, { ipAddress: '192.0.2.1', userAgent: 'D' }),
      ],
    },
  ],
};

export default analysis;
