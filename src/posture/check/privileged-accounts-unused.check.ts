import { sql } from '../../store/sql.ts';
import { type Check, needsRoles, needsUse, needsUsers } from '../check.ts';
import { eligibleRole, roleAssignment, roleId, usedAt, user } from '../graph-record.ts';

const days = 30;

/** Accounts for emergencies are seldom used: what is known of them is whether a test of them is logged, so they are named too. */
const check: Check = {
  check: 'privileged-accounts-unused',
  title: `No enabled administrator is unused for ${days} days`,
  lesson: 'forgotten-accounts',
  severity: 'high',
  risk: 'An administrator whom nobody misses is the best account to take over: nobody sees that it is used again.',
  incident:
    'The intruder looked for identities with power that nobody looked after. CISA asks to remove the accounts of staff who have left.',
  references: [
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa24-057a',
    'https://learn.microsoft.com/en-us/entra/id-governance/privileged-identity-management/pim-how-to-configure-security-alerts',
  ],
  fix: {
    portal:
      'Entra admin center > Roles and administrators > the role > Assignments > Remove; an account for emergencies stays, is tried every 90 days and raises an alert when it is used',
    command: 'Remove-MgRoleManagementDirectoryRoleAssignment -UnifiedRoleAssignmentId <assignment id>',
  },
  needs: [needsUsers, needsRoles, needsUse],
  objects: sql`
    select u.tenantId, 'user' as type, u.id, u.name,
      case when lastUsed is null then 'never used' || coalesce(', made ' || strftime(createdDateTime, '%Y-%m-%d'), '')
        else 'last used ' || strftime(lastUsed, '%Y-%m-%d') end || ', '
        || case when a.isActive then 'holds ' else 'may activate ' end || array_to_string(a.roles, ', ') as because,
      u.file_id, u.record
    from fact_user u join fact_admin a on a.tenantId = u.tenantId and a.id = u.id
    where u.accountEnabled is distinct from false and (idleDays > ${days} or (lastUsed is null and createdDateTime is null))`,
  examples: [
    {
      name: 'two that are not used; one in use; one unused without a privileged role; one made last week',
      records: [
        user('u1', usedAt('2026-09-01T00:00:00Z')),
        user('u2'),
        user('u3', usedAt('2026-11-20T00:00:00Z')),
        user('u4', usedAt('2026-09-01T00:00:00Z')),
        user('u5', { createdDateTime: '2026-11-20T00:00:00Z' }),
        roleAssignment('u1', roleId.globalAdministrator),
        eligibleRole('u2', roleId.exchangeAdministrator),
        roleAssignment('u3', roleId.globalAdministrator),
        roleAssignment('u4', roleId.messageCenterReader),
        roleAssignment('u5', roleId.globalAdministrator),
      ],
      verdict: 'not-met',
      objects: ['u1', 'u2'],
    },
    {
      name: 'all in use',
      records: [user('u3', usedAt('2026-11-20T00:00:00Z')), roleAssignment('u3', roleId.globalAdministrator)],
      verdict: 'met',
    },
    {
      name: 'administrators without their sign-in times say nothing',
      records: [user('u1'), roleAssignment('u1', roleId.globalAdministrator)],
      verdict: 'not-examined',
    },
  ],
};

export default check;
