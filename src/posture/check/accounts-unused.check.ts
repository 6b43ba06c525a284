import { sql } from '../../store/sql.ts';
import { type Check, needsUse, needsUsers } from '../check.ts';

const days = 90;

const check: Check = {
  check: 'accounts-unused',
  title: `No enabled account is unused for ${days} days or was never used`,
  lesson: 'forgotten-accounts',
  severity: 'medium',
  risk: 'Nobody misses an account that nobody uses: its password is old, its second factor was never set up, and what it does is not noticed.',
  incident: 'The account that the spray opened belonged to a legacy test tenant that nobody had cleaned up.',
  references: [
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa24-057a',
    'https://learn.microsoft.com/en-us/entra/identity/monitoring-health/howto-manage-inactive-user-accounts',
  ],
  fix: {
    portal: 'Entra admin center > Users > the user > Edit properties > Account enabled: off; delete after 30 days',
    command: 'Update-MgUser -UserId <id> -AccountEnabled:$false',
  },
  needs: [needsUsers, needsUse],
  objects: sql`
    select tenantId, 'user' as type, id, name,
      case when lastUsed is null then 'enabled and never used' || coalesce(', made ' || strftime(createdDateTime, '%Y-%m-%d'), '')
        else 'enabled, last used ' || strftime(lastUsed, '%Y-%m-%d') || case when isUseByLog then ' (by log)' else '' end end
        || case when isTestNamed then ', named like a test account' else '' end as because,
      file_id, record
    from fact_user where accountEnabled is distinct from false and (idleDays > ${days} or (lastUsed is null and createdDateTime is null))`,
  examples: [
    {
      name: 'one that was last used two years ago, one never, one yesterday, one new, one disabled',
      records: [
        user('u1', '2024-11-01T00:00:00Z', '2017-01-01T00:00:00Z'),
        user('u2', undefined, '2017-01-01T00:00:00Z'),
        user('u3', '2026-11-24T00:00:00Z', '2017-01-01T00:00:00Z'),
        user('u4', undefined, '2026-11-20T00:00:00Z'),
        { ...user('u5', '2024-11-01T00:00:00Z', '2017-01-01T00:00:00Z'), accountEnabled: false },
      ],
      verdict: 'not-met',
      objects: ['u1', 'u2'],
    },
    {
      name: 'one at which somebody guesses, in vain',
      records: [
        {
          ...user('u1', undefined, '2017-01-01T00:00:00Z'),
          signInActivity: {
            lastSignInDateTime: '2026-11-24T00:00:00Z',
            lastSuccessfulSignInDateTime: '2024-11-01T00:00:00Z',
          },
        },
      ],
      verdict: 'not-met',
      objects: ['u1'],
    },
    { name: 'all in use', records: [user('u3', '2026-11-24T00:00:00Z', '2017-01-01T00:00:00Z')], verdict: 'met' },
    {
      name: 'users without their sign-in times say nothing',
      records: [user('u1', undefined, '2017-01-01T00:00:00Z')],
      verdict: 'not-examined',
    },
  ],
};

function user(
  id: string,
  lastSignInDateTime: string | undefined,
  createdDateTime: string,
): Readonly<Record<string, unknown>> {
  return {
    id,
    userPrincipalName: `${id}@frostline.example`,
    displayName: id,
    accountEnabled: true,
    createdDateTime,
    ...(lastSignInDateTime === undefined ? {} : { signInActivity: { lastSignInDateTime } }),
  };
}

export default check;
