import { sql } from '../../store/sql.ts';
import { limitedByPolicy, permissionsWith } from '../application-question.ts';
import { exchange, graph, permission, servicePrincipal } from '../application-record.ts';
import { type Check, needsPermissions, needsServicePrincipals } from '../check.ts';

const check: Check = {
  check: 'applications-read-all-mail',
  title: 'No application may read the mail of all mailboxes',
  lesson: 'privileged-applications',
  severity: 'critical',
  risk: 'Whoever has a credential of the application reads the mail of everybody, without a password, a second factor or a sign-in of a user.',
  incident:
    'The intruder read mail for weeks as an application, with full_access_as_app. Each of these permissions would have done as well.',
  references: [
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
    'https://learn.microsoft.com/en-us/graph/auth-limit-mailbox-access',
  ],
  fix: {
    portal:
      'Entra admin center > Enterprise applications > the application > Permissions > Review permissions > revoke it; give it back in Exchange for the mailboxes it needs',
    command:
      "Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId <id> -AppRoleAssignmentId <assignment id>   # then New-ManagementRoleAssignment -App <id> -Role 'Application Mail.Read' -CustomResourceScope <scope>",
  },
  needs: [needsPermissions, needsServicePrincipals],
  // IMAP and POP open the mailboxes on which the application has been given FullAccess; the rest opens all.
  objects: permissionsWith(['mail-read'], {
    condition: sql`f.value <> 'full_access_as_app' and not ${limitedByPolicy}`,
    remark: sql`case when f.value in ('IMAP.AccessAsApp', 'POP.AccessAsApp') then ' (the mailboxes that gave it FullAccess)' else '' end`,
  }),
  examples: [
    {
      name: 'one reads all mail, one by IMAP, one headers only, one with full_access_as_app is for another check',
      records: [
        graph,
        exchange,
        servicePrincipal('archive'),
        permission('archive', 'Mail.Read'),
        servicePrincipal('scanner'),
        permission('scanner', 'IMAP.AccessAsApp'),
        servicePrincipal('statistics'),
        permission('statistics', 'Mail.ReadBasic.All'),
        servicePrincipal('legacy'),
        permission('legacy', 'full_access_as_app'),
      ],
      verdict: 'not-met',
      objects: ['archive', 'scanner'],
    },
    {
      name: 'sending is not reading',
      records: [graph, servicePrincipal('mailer'), permission('mailer', 'Mail.Send')],
      verdict: 'met',
    },
    { name: 'permissions are not there', records: [graph, servicePrincipal('archive')], verdict: 'not-examined' },
  ],
};

export default check;
