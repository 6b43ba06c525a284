import { sql } from '../store/sql.ts';
import type { Analysis } from './analysis.ts';
import { signInExample } from './example-record.ts';

const everyDay = (user: string, days: number) =>
  Array.from({ length: days }, (_, day) =>
    signInExample(`${user}-guess-${day}`, day * 1440, user, 50126, {
      ipAddress: `198.51.${day}.7`,
      userAgent: `Agent${'abcdefghijk'[day]}`,
      authenticationProtocol: 'ropc',
      appId: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
      autonomousSystemNumber: 65_000 + day,
    }),
  );

const analysis: Analysis = {
  detection: 'account-under-slow-attack',
  title: 'One account is guessed at again and again, slowly',
  description:
    'Wrong passwords from sources strange to the account, on more days than its past and the tenant let expect. Counted by a sequential test; accounts that nobody looks after (not used for 30 days, one factor only, named like test or service accounts, old protocols) need fewer.',
  severity: 'medium',
  techniques: ['T1110.001', 'T1110.003'],
  next: 'Ask the person whether a device of theirs has an old password; if not, change the password, require a second factor or disable the account, and look at the accounts that were tried from the same networks.',
  falsePositives: ['A device or service with an old password in a place where the person never signs in.'],
  references: ['https://attack.mitre.org/techniques/T1110/'],
  logs: ['sign-in', 'non-interactive-sign-in', 'adfs-sign-in', 'unified-audit'],
  query: sql`
    select distinct r.principal as key, source_table, file_id, record from judged j
    join account_run r on r.account_key = j.account_key and j.time between r.first and r.last
    where outcome = 'wrong' and not isExplained and (isStrange or isUnknown)`,
  reasons: sql`
    select principal as key, 'Wrong passwords from strange sources on ' || sum(days) || ' days between ' || strftime(min(first), '%Y-%m-%d') || ' and ' || strftime(max(last), '%Y-%m-%d')
      || ', ' || sum(guesses) || ' in all. Evidence for an attack: ' || format('{:.1f}', max(score)) || ', needed ' || format('{:.1f}', min(needed))
      || case when bool_or(isNeglected) then ', less than for others because nobody seems to look after the account.' else '.' end as why
    from account_run group by principal`,
  examples: [
    { name: 'a test account, every day from another network', fires: true, records: everyDay('legacy-test', 10) },
    { name: 'two days only', fires: false, records: everyDay('hanna', 2) },
  ],
};

export default analysis;
