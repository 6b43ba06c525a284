import { sql } from '../../store/sql.ts';
import { type Check, needsRegistration, needsUse, needsUsers } from '../check.ts';
import { registrationDetails, usedAt, user } from '../graph-record.ts';

const graceDays = 14;
const recentDays = 30;

/** Accounts that never registered are all in `mfa-never-registered`; here are those that are in use without it. */
const check: Check = {
  check: 'mfa-registration-unfinished',
  title: `Whoever works with an account for more than ${graceDays} days has a second factor that works`,
  lesson: 'self-enrolment',
  severity: 'high',
  risk: 'Somebody signs in there with the password alone, today. The enrolment is open for as long as it takes, and the first who completes it owns the account.',
  incident:
    'An account that could be signed in to without a second factor was the first step. An enrolment that nobody completes has to expire.',
  references: [
    'https://cloud.google.com/blog/topics/threat-intelligence/apt29-continues-targeting-microsoft',
    'https://learn.microsoft.com/en-us/entra/id-protection/howto-identity-protection-configure-mfa-policy',
  ],
  fix: {
    portal:
      'Entra admin center > Protection > Identity Protection > Multifactor authentication registration policy: on for all users; then Authentication methods > User registration details to see who is left',
    command:
      'Get-MgReportAuthenticationMethodUserRegistrationDetail -Filter "isMfaRegistered eq false"   # then Update-MgUser -UserId <id> -AccountEnabled:$false until it is done in person',
  },
  needs: [needsUsers, needsUse, needsRegistration],
  objects: sql`
    select u.tenantId, 'user' as type, u.id, u.name,
      case when r.isMfaRegistered then 'registered ' || coalesce(nullif(array_to_string(r.methods, ', '), ''), 'something') || ', which policy does not accept'
        else 'never registered' end || ', last used ' || strftime(u.lastUsed, '%Y-%m-%d')
        || coalesce(', made ' || strftime(u.createdDateTime, '%Y-%m-%d'), '') as because, r.file_id, r.record
    from fact_user u join fact_registration r on r.tenantId = u.tenantId and r.userId = u.id
    where u.accountEnabled is distinct from false and not u.isGuest
      and (u.createdDateTime is null or u.createdDateTime < u.taken - to_days(${graceDays}))
      and u.lastUsed >= u.taken - to_days(${recentDays})
      and (r.isMfaRegistered = false or (r.isMfaRegistered and r.isMfaCapable = false))`,
  examples: [
    {
      name: 'in use without a second factor or with one that is not accepted; unused; new; complete',
      records: [
        user('u1', usedAt('2026-11-20T00:00:00Z')),
        registrationDetails('u1', []),
        user('u2', usedAt('2026-11-20T00:00:00Z')),
        registrationDetails('u2', ['mobilePhone'], { isMfaCapable: false }),
        user('u3', usedAt('2024-11-20T00:00:00Z')),
        registrationDetails('u3', []),
        user('u4', { ...usedAt('2026-11-20T00:00:00Z'), createdDateTime: '2026-11-19T00:00:00Z' }),
        registrationDetails('u4', []),
        user('u5', usedAt('2026-11-20T00:00:00Z')),
        registrationDetails('u5', ['microsoftAuthenticatorPush']),
      ],
      verdict: 'not-met',
      objects: ['u1', 'u2'],
    },
    {
      name: 'complete',
      records: [user('u5', usedAt('2026-11-20T00:00:00Z')), registrationDetails('u5', ['microsoftAuthenticatorPush'])],
      verdict: 'met',
    },
    {
      name: 'without sign-in times nothing is said',
      records: [user('u1'), registrationDetails('u1', [])],
      verdict: 'not-examined',
    },
  ],
};

export default check;
