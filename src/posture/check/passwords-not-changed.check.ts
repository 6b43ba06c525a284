import { sql } from '../../store/sql.ts';
import { type Check, exported } from '../check.ts';
import { guest, user } from '../graph-record.ts';

const years = 3;

/** Nobody should change a good password for its age. One of years ago is older than today's rules for passwords, and may be in lists. */
const check: Check = {
  check: 'passwords-not-changed',
  title: `No enabled account has a password from more than ${years} years ago`,
  lesson: 'forgotten-accounts',
  severity: 'low',
  risk: 'An old password was chosen before weak ones were banned and may be in every list of stolen ones since. A spray tries those first.',
  incident: 'The test account was opened with a password that could be guessed.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/authentication/concept-password-ban-bad',
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa24-057a',
  ],
  fix: {
    portal:
      'Entra admin center > Users > the user > Reset password; better: a method without a password, and disable what is not used',
    command: 'Update-MgUser -UserId <id> -PasswordProfile @{ ForceChangePasswordNextSignIn = $true }',
  },
  needs: [
    exported(
      'users with the time of their last change of password (lastPasswordChangeDateTime)',
      'user',
      sql`lastPasswordChange is not null`,
    ),
  ],
  objects: sql`
    select tenantId, 'user' as type, id, name, 'password from ' || strftime(lastPasswordChange, '%Y-%m-%d')
      || case when isTestNamed then ', named like a test account' else '' end as because, file_id, record
    from fact_user where not isGuest and accountEnabled is distinct from false and lastPasswordChange < taken - to_years(${years})`,
  examples: [
    {
      name: 'an old one, one of last year, an old one of a disabled account and of a guest',
      records: [
        user('u1', { lastPasswordChangeDateTime: '2018-05-06T00:00:00Z' }),
        user('u2', { lastPasswordChangeDateTime: '2025-11-06T00:00:00Z' }),
        user('u3', { lastPasswordChangeDateTime: '2018-05-06T00:00:00Z', accountEnabled: false }),
        guest('g1', { lastPasswordChangeDateTime: '2018-05-06T00:00:00Z' }),
      ],
      verdict: 'not-met',
      objects: ['u1'],
    },
    {
      name: 'one of last year',
      records: [user('u2', { lastPasswordChangeDateTime: '2025-11-06T00:00:00Z' })],
      verdict: 'met',
    },
    { name: 'users without that time say nothing', records: [user('u1')], verdict: 'not-examined' },
  ],
};

export default check;
