import { sql } from '../../store/sql.ts';
import type { Check } from '../check.ts';
import { eligibleRole, roleId } from '../graph-record.ts';
import { globalAdministrator, notificationRule, rolePolicy, ruleOfRoles, rulesOf } from '../role-policy.ts';

const rule = 'notification_admin_enduser_assignment';

const check: Check = {
  check: 'global-administrator-activation-alerts',
  title: 'Somebody is told when Global Administrator is activated',
  lesson: 'privileged-roles',
  severity: 'medium',
  risk: 'Whoever has taken over an account that may become Global Administrator does so at night, and nobody knows before the morning.',
  incident: 'Most of what the intruder did was allowed. What helps is that somebody sees it happen.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/id-governance/privileged-identity-management/pim-email-notifications',
  ],
  scuba: ['MS.AAD.7.8'],
  fix: {
    portal:
      'Entra admin center > Identity governance > Privileged Identity Management > Microsoft Entra roles > Settings > the role > Edit > Notification > when eligible members activate this role: a monitored address under "Role activation alert"',
    command:
      "Update-MgPolicyRoleManagementPolicyRule -UnifiedRoleManagementPolicyId <id> -UnifiedRoleManagementPolicyRuleId Notification_Admin_EndUser_Assignment -BodyParameter @{ '@odata.type' = '#microsoft.graph.unifiedRoleManagementPolicyNotificationRule'; id = 'Notification_Admin_EndUser_Assignment'; notificationRecipients = @('soc@example.com') }",
  },
  needs: [rulesOf('Global Administrator', sql`roleId = ${globalAdministrator}`, rule)],
  objects: sql`
    select tenantId, 'role' as type, id || coalesce('/' || groupName, '') as id, name, 'nobody is named for the mail when it is activated' as because, file_id, record
    from (${ruleOfRoles(rule, 'notificationrecipients')}) where roleId = ${globalAdministrator} and len("values") = 0`,
  examples: [
    {
      name: 'nobody for it, nobody for another role either',
      records: [
        rolePolicy(roleId.globalAdministrator, [notificationRule('Notification_Admin_EndUser_Assignment', [])]),
        rolePolicy(roleId.exchangeAdministrator, [notificationRule('Notification_Admin_EndUser_Assignment', [])]),
      ],
      verdict: 'not-met',
      objects: [roleId.globalAdministrator],
    },
    {
      name: 'somebody',
      records: [
        rolePolicy(roleId.globalAdministrator, [
          notificationRule('Notification_Admin_EndUser_Assignment', ['soc@frostline.example']),
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
