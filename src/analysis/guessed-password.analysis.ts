import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { attemptsOfFailingOrigins, guessCodes, passwordRightCodes } from './attempt.ts';
import { signInExample } from './example-record.ts';

const accountsAtLeast = 3;

const analysis: Analysis = {
  detection: 'guessed-password',
  title: 'A password was guessed: right from an origin that failed at other accounts',
  description: `An address, or a client by its user agent and application, that failed at ${accountsAtLeast} or more other accounts within a day signed in to this one or was stopped only after the password. Counted only where this origin fails more accounts than it lets in.`,
  severity: 'critical',
  techniques: ['T1078.004', 'T1110.003'],
  next: 'Treat the account as taken: disable it or reset its password and sessions, then read everything that it did since this moment.',
  falsePositives: [
    'A shared gateway where several people mistype and others sign in; look whether the account used this address before.',
  ],
  references: ['https://attack.mitre.org/techniques/T1110/003/', 'https://attack.mitre.org/techniques/T1078/004/'],
  logs: ['sign-in', 'non-interactive-sign-in', 'adfs-sign-in', 'unified-audit'],
  query: sql`
    with judged as (
      select *,
        count(distinct principal) filter (errorCode in ${guessCodes}) over around as failed,
        count(distinct principal) filter (errorCode = 0) over around as welcome
      from ${attemptsOfFailingOrigins(accountsAtLeast, 2)}
      window around as (partition by origin order by time range between interval 24 hours preceding and interval 24 hours following)
    )
    select distinct principal as key, source_table, file_id, record from judged
    where (errorCode = 0 or errorCode in ${passwordRightCodes}) and failed >= ${accountsAtLeast} and failed > 2 * welcome`,
  examples: [
    {
      name: 'the fifth account opens',
      fires: true,
      records: [
        ...['ada', 'ben', 'cem', 'dia'].map((user, index) => signInExample(`wrong-${user}`, index * 40, user, 50126)),
        signInExample('right', 200, 'eva', 0),
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
