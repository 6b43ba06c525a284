import { sql } from '../../store/sql.ts';
import { someOf } from '../application-question.ts';
import { graph, permission, servicePrincipal } from '../application-record.ts';
import { type Check, needsPermissions, needsServicePrincipals } from '../check.ts';

const check: Check = {
  check: 'powerful-applications-disabled',
  title: 'No disabled application keeps permissions',
  lesson: 'privileged-applications',
  severity: 'low',
  risk: 'Whoever may change applications enables it again with one request, and has all of its permissions without anybody having to consent.',
  incident: 'Not known to have been used in this intrusion. It is how an old application becomes one that works.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/disable-user-sign-in-portal',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/manage-application-permissions',
  ],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > Review permissions > revoke all; delete it when nobody has asked for it in 30 days',
    command:
      'Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> | ForEach-Object { Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId $_.Id }',
  },
  needs: [needsPermissions, needsServicePrincipals],
  objects: sql`
    select p.tenantId, 'servicePrincipal' as type, p.id, p.name, 'disabled, and holds ' || ${someOf(sql`w.what`)} as because, p.file_id, p.record
    from fact_service_principal p join fact_power w on w.tenantId = p.tenantId and w.id = p.id
    where p.accountEnabled = false and w.rank >= 2 and not p.isMicrosoft`,
  examples: [
    {
      name: 'a disabled one with power, one without, one that is enabled',
      records: [
        graph,
        servicePrincipal('old-archive', { accountEnabled: false }),
        permission('old-archive', 'Mail.Read'),
        servicePrincipal('old-portal', { accountEnabled: false }),
        permission('old-portal', 'MailboxSettings.Read'),
        servicePrincipal('archive'),
        permission('archive', 'Mail.Read'),
      ],
      verdict: 'not-met',
      objects: ['old-archive'],
    },
    {
      name: 'enabled ones are for other checks',
      records: [graph, servicePrincipal('archive'), permission('archive', 'Mail.Read')],
      verdict: 'met',
    },
    {
      name: 'permissions are not there',
      records: [graph, servicePrincipal('old-archive', { accountEnabled: false })],
      verdict: 'not-examined',
    },
  ],
};

export default check;
