import { sql } from '../../store/sql.ts';
import { type Check, needsRegistration, needsUsers } from '../check.ts';
import { guest, registrationDetails, user } from '../graph-record.ts';

const check: Check = {
  check: 'mfa-never-registered',
  title: 'Every enabled account has registered a second factor',
  lesson: 'self-enrolment',
  severity: 'high',
  risk: 'Whoever guesses the password of such an account is asked to set up the second factor, and sets up his own. From then on the account is his, and multifactor authentication keeps its owner out.',
  incident:
    'The same group guessed the password of an account that had never been set up, enrolled its own device and so came into a VPN.',
  references: [
    'https://cloud.google.com/blog/topics/threat-intelligence/apt29-continues-targeting-microsoft',
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa24-057a',
    'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-authentication-methods-activity',
  ],
  fix: {
    portal:
      'Entra admin center > Users > the user > disable it if nobody uses it; else hand a Temporary Access Pass over in person (Authentication methods > Add) and let him register with it',
    command: 'New-MgUserAuthenticationTemporaryAccessPassMethod -UserId <id> -LifetimeInMinutes 60 -IsUsableOnce',
  },
  needs: [needsUsers, needsRegistration],
  objects: sql`
    select u.tenantId, 'user' as type, u.id, u.name, 'no second factor registered'
      || case when len(r.methods) > 0 then ' (only ' || array_to_string(r.methods, ', ') || ')' else '' end
      || coalesce(', last used ' || strftime(u.lastUsed, '%Y-%m-%d'), case when u.knowsUse then ', never used' else '' end) as because, r.file_id, r.record
    from fact_user u join fact_registration r on r.tenantId = u.tenantId and r.userId = u.id
    where u.accountEnabled is distinct from false and not u.isGuest and r.isMfaRegistered = false`,
  examples: [
    {
      name: 'nothing, only an address for the reset of the password, a disabled one, one with the authenticator, a guest',
      records: [
        user('u1'),
        registrationDetails('u1', []),
        user('u2'),
        registrationDetails('u2', ['email'], { isMfaRegistered: false, isMfaCapable: false }),
        user('u3', { accountEnabled: false }),
        registrationDetails('u3', []),
        user('u4'),
        registrationDetails('u4', ['microsoftAuthenticatorPush']),
        guest('g1'),
        registrationDetails('g1', []),
      ],
      verdict: 'not-met',
      objects: ['u1', 'u2'],
    },
    {
      name: 'all registered',
      records: [user('u4'), registrationDetails('u4', ['microsoftAuthenticatorPush'])],
      verdict: 'met',
    },
    { name: 'users without what they registered say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
