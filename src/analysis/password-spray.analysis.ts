import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { signInExample } from './example-record.ts';

const names = ['ada', 'ben', 'cem', 'dia', 'eva', 'fay'];

/** One finding a campaign of the kind `spray`; how campaigns are found is told in docs/spray.md. */
const analysis: Analysis = {
  detection: 'password-spray',
  title: 'Passwords sprayed over several accounts',
  description:
    'Wrong passwords at several accounts from sources that are strange to them and that nobody explained by getting in afterwards: with a client, application, address or network in common that hardly anybody gets in with, or more of them in an hour, day, week, month or longer than the rest of the time lets expect. The address is not needed: it may be another one for each attempt.',
  severity: 'high',
  techniques: ['T1110.003'],
  next: 'Reset the accounts whose password is known and look at what they did since; then block what the attempts have in common, such as a protocol without a second factor.',
  falsePositives: [
    'An old program with passwords that fit no more, at many people at once.',
    'A gateway that is new to everybody, on the day of a forced password change.',
  ],
  references: [
    'https://attack.mitre.org/techniques/T1110/003/',
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
  ],
  logs: ['sign-in', 'non-interactive-sign-in', 'adfs-sign-in', 'unified-audit'],
  query: sql`
    select a.campaign as key, source_table, file_id, record from strange_attempt a
    join campaign c on c.campaign = a.campaign and c.kind = 'spray'`,
  reasons: sql`select key, why from campaign_reason join campaign on campaign = key and kind = 'spray'`,
  examples: [
    {
      name: 'six accounts from one address',
      fires: true,
      records: names.map((user, index) =>
        signInExample(`spray-${user}`, index * 40, user, 50126, { userAgent: `Agent${'abcdef'[index]}` }),
      ),
    },
    {
      name: 'six accounts in six days, each time from another address',
      fires: true,
      records: names.map((user, index) =>
        signInExample(`spread-${user}`, index * 1440, user, 50126, {
          ipAddress: `198.51.100.${index}`,
          authenticationProtocol: 'ropc',
          userAgent: 'python-requests/2.31',
        }),
      ),
    },
    {
      name: 'one person who forgot the password',
      fires: false,
      records: [0, 1, 2, 3, 4, 5, 6].map((minute) =>
        signInExample(`forgot-${minute}`, minute, 'ada', 50126, { ipAddress: '192.0.2.1', userAgent: 'A' }),
      ),
    },
    {
      name: 'an office: six mistype, eight get in',
      fires: false,
      records: [
        ...names.map((user, index) =>
          signInExample(`office-${user}`, index, user, 50126, { ipAddress: '192.0.2.9', userAgent: 'B' }),
        ),
        ...[...names, 'gus', 'hal'].map((user, index) =>
          signInExample(`office-in-${user}`, 10 + index, user, 0, { ipAddress: '192.0.2.9', userAgent: 'B' }),
        ),
      ],
    },
    {
      name: 'a common browser that lets most people in',
      fires: false,
      records: names.flatMap((user, index) => [
        signInExample(`common-${user}`, index * 1440, user, 50126, { ipAddress: `192.0.2.${index}` }),
        signInExample(`common-in-${user}`, index * 1440 + 1, user, 0, { ipAddress: `192.0.2.${index}` }),
      ]),
    },
  ],
};

export default analysis;
