import { sql } from '../../store/sql.ts';
import { dayOf, someOf, whoseApplication } from '../application-question.ts';
import { graph, permission, servicePrincipal } from '../application-record.ts';
import { type Check, needsPermissions, needsServicePrincipals } from '../check.ts';

const check: Check = {
  check: 'test-applications-with-power',
  title: 'No application that is named like a test has power',
  lesson: 'forgotten-accounts',
  severity: 'high',
  risk: 'What was made to try something out is looked after by nobody. Its secrets lie in scripts and notes, and its permissions were never taken back.',
  incident: 'The door from the test tenant into the corporate one was a legacy test application with high permissions.',
  references: [
    'https://msrc.microsoft.com/blog/2024/01/microsoft-actions-following-attack-by-nation-state-actor-midnight-blizzard/',
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
  ],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > the application > Properties > Delete, and its app registration',
    command:
      'Update-MgServicePrincipal -ServicePrincipalId <id> -AccountEnabled:$false   # then Remove-MgServicePrincipal',
  },
  needs: [needsPermissions, needsServicePrincipals],
  objects: sql`
    select p.tenantId, 'servicePrincipal' as type, p.id, p.name,
      'named like a test' || coalesce(', made ' || ${dayOf(sql`p.createdDateTime`)}, '') || ', and holds ' || ${someOf(sql`w.what`)} || ${whoseApplication} as because,
      p.file_id, p.record
    from fact_service_principal p join fact_power w on w.tenantId = p.tenantId and w.id = p.id
    where p.isTestNamed and w.rank >= 2 and not p.isMicrosoft`,
  examples: [
    {
      name: 'a test with power, one without, and a name that only has the letters',
      records: [
        graph,
        servicePrincipal('a1', { displayName: 'Legacy mail test', createdDateTime: '2018-04-05T00:00:00Z' }),
        permission('a1', 'Mail.Read'),
        servicePrincipal('a2', { displayName: 'Test portal' }),
        permission('a2', 'MailboxSettings.Read'),
        servicePrincipal('a3', { displayName: 'Contest Manager' }),
        permission('a3', 'Mail.Read'),
      ],
      verdict: 'not-met',
      objects: ['a1'],
    },
    {
      name: 'a name that only has the letters',
      records: [graph, servicePrincipal('a3', { displayName: 'Attestation' }), permission('a3', 'Mail.Read')],
      verdict: 'met',
    },
    {
      name: 'permissions are not there',
      records: [graph, servicePrincipal('a1', { displayName: 'Legacy mail test' })],
      verdict: 'not-examined',
    },
  ],
};

export default check;
