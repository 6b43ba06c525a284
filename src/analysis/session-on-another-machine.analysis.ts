import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { signInExample } from './example-record.ts';
import { movedSessions } from './story/session.ts';
import { networkOf } from './story/network.ts';

/** Moved, and to a network where the account was never before the session began. */
const stolen = sql`
  with moved as (select * from (${movedSessions})),
  known as (
    select distinct principal, ${networkOf(sql`autonomousSystemNumber`, sql`ip`)} as network
    from scoped_sign_in s where errorCode = 0 and principal in (select principal from moved)
      and not exists (select 1 from moved m where m.file_id = s.file_id and m.record = s.record)
  )
  select * from moved anti join known using (principal, network)`;

const analysis: Analysis = {
  detection: 'session-on-another-machine',
  title: 'A session went on from another machine and network',
  description:
    'Sign-ins with the identifier of a session that had begun on another machine, from a network where the account was not otherwise: as when a token was stolen.',
  severity: 'high',
  techniques: ['T1539', 'T1550.004'],
  next: 'Revoke all sessions of the account, reset its password, and read what was done with this session.',
  falsePositives: ['A session that a browser profile or a remote desktop carries to another machine.'],
  references: [
    'https://attack.mitre.org/techniques/T1550/004/',
    'https://learn.microsoft.com/entra/identity/devices/concept-tokens-microsoft-entra-id',
  ],
  logs: ['sign-in', 'non-interactive-sign-in'],
  query: sql`select principal as key, 'sign_in' as source_table, file_id, record from (${stolen})`,
  reasons: sql`
    select principal as key, 'The session began ' || strftime(min(begun), '%Y-%m-%d %H:%M') || ' UTC on another machine; '
      || count(*) || case when count(*) = 1 then ' sign-in' else ' sign-ins' end || ' with it came from '
      || count(distinct network) || case when count(distinct network) = 1 then ' network' else ' networks' end || ' that the account does not use otherwise.' as why
    from (${stolen}) group by principal`,
  examples: [
    {
      name: 'another system in another network',
      fires: true,
      records: [
        signInExample('token-own', 0, 'pia', 0, {
          sessionId: 'session-pia',
          ipAddress: '192.0.2.9',
          autonomousSystemNumber: 64500,
          deviceDetail: { operatingSystem: 'MacOs', browser: 'Safari 17', deviceId: 'dev-1' },
        }),
        signInExample('token-elsewhere', 300, 'pia', 0, {
          sessionId: 'session-pia',
          ipAddress: '203.0.113.9',
          autonomousSystemNumber: 64511,
          isInteractive: false,
          deviceDetail: { operatingSystem: 'Windows10', browser: 'Chrome 119', deviceId: '' },
        }),
      ],
    },
    {
      name: 'a browser and a program of one machine',
      fires: false,
      records: [
        ['Edge 121.0.0', '192.0.2.9', 64500],
        ['Rich Client 4.47', '203.0.113.9', 64511],
      ].map(([browser, ipAddress, autonomousSystemNumber], index) =>
        signInExample(`program-${index}`, index * 300, 'rhea', 0, {
          sessionId: 'session-rhea',
          ipAddress,
          autonomousSystemNumber,
          deviceDetail: { operatingSystem: 'Windows10', browser, deviceId: 'dev-3' },
        }),
      ),
    },
    {
      name: 'the same machine on a train',
      fires: false,
      records: [0, 300].map((minute) =>
        signInExample(`train-${minute}`, minute, 'quin', 0, {
          sessionId: 'session-quin',
          ipAddress: minute === 0 ? '192.0.2.9' : '203.0.113.9',
          autonomousSystemNumber: minute === 0 ? 64500 : 64511,
          deviceDetail: { operatingSystem: 'MacOs', browser: 'Safari 17', deviceId: 'dev-2' },
        }),
      ),
    },
  ],
};

export default analysis;
