import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { guessCodes } from './attempt.ts';
import { signInExample } from './example-record.ts';

const accountsAtLeast = 5;

/**
 * A spray that stays below every limit per hour and changes its address with each attempt still has a client: user
 * agent, application and protocol. Over the whole time such a client fails at several accounts and lets hardly anybody in.
 */
const analysis: Analysis = {
  detection: 'slow-password-spray',
  title: 'Passwords sprayed slowly: a client that fails at account after account',
  description: `One client, by user agent, application and protocol, failed at ${accountsAtLeast} or more accounts over the whole time and let in less than a quarter as many.`,
  severity: 'medium',
  techniques: ['T1110.003'],
  next: 'Look at each account that this client did get into; block the protocol if it is password grant or legacy authentication.',
  falsePositives: [
    'Scanners on the internet that try every tenant; an old program that nobody’s password fits any more.',
  ],
  references: [
    'https://attack.mitre.org/techniques/T1110/003/',
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
  ],
  logs: ['sign-in', 'non-interactive-sign-in', 'adfs-sign-in', 'unified-audit'],
  query: sql`
    with suspect as (
      select origin from origin where kind = 'client' group by origin
      having count(distinct principal) filter (errorCode in ${guessCodes}) >= ${accountsAtLeast}
        and count(distinct principal) filter (errorCode in ${guessCodes}) > 4 * count(distinct principal) filter (errorCode = 0)
    )
    select origin as key, source_table, file_id, record from origin semi join suspect using (origin) where errorCode in ${guessCodes}`,
  examples: [
    {
      name: 'six accounts in six days, each time from another address',
      fires: true,
      records: ['ada', 'ben', 'cem', 'dia', 'eva', 'fay'].map((user, index) =>
        signInExample(`slow-${user}`, index * 1440, user, 50126, {
          ipAddress: `198.51.100.${index}`,
          authenticationProtocol: 'ropc',
        }),
      ),
    },
    {
      name: 'a common browser that lets most people in',
      fires: false,
      records: ['ada', 'ben', 'cem', 'dia', 'eva', 'fay'].flatMap((user, index) => [
        signInExample(`common-${user}`, index * 1440, user, 50126, { ipAddress: `192.0.2.${index}` }),
        signInExample(`common-in-${user}`, index * 1440 + 1, user, 0, { ipAddress: `192.0.2.${index}` }),
      ]),
    },
  ],
};

export default analysis;
