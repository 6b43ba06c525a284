import { sql } from '../../store/sql.ts';
import type { Check } from '../check.ts';
import { eligibleRole, roleId } from '../graph-record.ts';
import { highlyPrivilegedRoles, notificationRule, rolePolicy, ruleOfRoles, rulesOf } from '../role-policy.ts';

const rules = ['notification_admin_admin_assignment', 'notification_admin_admin_eligibility'] as const;
const [active, eligible] = rules;

/** As CISA: only recipients that are named count, because those by default are the administrators themselves. */
const check: Check = {
  check: 'role-assignment-alerts',
  title: 'Somebody is told when a privileged role is given',
  lesson: 'privileged-roles',
  severity: 'medium',
  risk: 'Somebody makes himself an administrator on a Saturday night and nobody hears of it before Monday.',
  incident: 'The intruder gave rights to accounts and applications of his own for weeks before anybody looked.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/id-governance/privileged-identity-management/pim-email-notifications',
  ],
  scuba: ['MS.AAD.7.7'],
  fix: {
    portal:
      'Entra admin center > Identity governance > Privileged Identity Management > Microsoft Entra roles > Settings > the role > Edit > Notification: a monitored address under both "Role assignment alert"',
    command:
      "Update-MgPolicyRoleManagementPolicyRule -UnifiedRoleManagementPolicyId <id> -UnifiedRoleManagementPolicyRuleId Notification_Admin_Admin_Assignment -BodyParameter @{ '@odata.type' = '#microsoft.graph.unifiedRoleManagementPolicyNotificationRule'; id = 'Notification_Admin_Admin_Assignment'; notificationRecipients = @('soc@example.com') }   # and Notification_Admin_Admin_Eligibility",
  },
  needs: [rulesOf('privileged roles', sql`roleId in ${highlyPrivilegedRoles}`, active)],
  objects: sql`
    select tenantId, 'role' as type, id || coalesce('/' || groupName, '') as id, name, because, file_id, record from (
      select *, 'nobody is named for the mail when it is given' as because from (${ruleOfRoles(active, 'notificationrecipients')})
      union all select *, 'nobody is named for the mail when somebody is made eligible' from (${ruleOfRoles(eligible, 'notificationrecipients')})
    ) where roleId in ${highlyPrivilegedRoles} and len("values") = 0`,
  examples: [
    {
      name: 'nobody for one of both; somebody for both; nobody for a role that is not privileged',
      records: [
        rolePolicy(roleId.globalAdministrator, [
          notificationRule('Notification_Admin_Admin_Assignment', ['soc@frostline.example']),
          notificationRule('Notification_Admin_Admin_Eligibility', []),
        ]),
        rolePolicy(roleId.exchangeAdministrator, [
          notificationRule('Notification_Admin_Admin_Assignment', ['soc@frostline.example']),
          notificationRule('Notification_Admin_Admin_Eligibility', ['soc@frostline.example']),
        ]),
        rolePolicy(roleId.messageCenterReader, [notificationRule('Notification_Admin_Admin_Assignment', [])]),
      ],
      verdict: 'not-met',
      objects: [roleId.globalAdministrator],
    },
    {
      name: 'somebody for both',
      records: [
        rolePolicy(roleId.exchangeAdministrator, [
          notificationRule('Notification_Admin_Admin_Assignment', ['soc@frostline.example']),
          notificationRule('Notification_Admin_Admin_Eligibility', ['soc@frostline.example']),
        ]),
      ],
      verdict: 'met',
    },
    {
      name: 'eligible roles without the rules of PIM say nothing',
      records: [eligibleRole('u1', roleId.globalAdministrator)],
      verdict: 'not-examined',
    },
  ],
};

export default check;
