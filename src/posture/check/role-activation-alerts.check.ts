import { sql } from '../../store/sql.ts';
import type { Check } from '../check.ts';
import { roleId } from '../graph-record.ts';
import {
  globalAdministrator,
  highlyPrivilegedRoles,
  notificationRule,
  rolePolicy,
  ruleOfRoles,
  rulesOf,
} from '../role-policy.ts';

const rule = 'notification_admin_enduser_assignment';
const isAsked = sql`roleId in ${highlyPrivilegedRoles} and roleId <> ${globalAdministrator}`;

const check: Check = {
  check: 'role-activation-alerts',
  title: 'Somebody is told when a privileged role other than Global Administrator is activated',
  lesson: 'privileged-roles',
  severity: 'medium',
  risk: 'Whoever has taken over an administrator activates his role like every day. Only somebody who knows that he is on leave would wonder.',
  incident: 'Most of what the intruder did was allowed. What helps is that somebody sees it happen.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/id-governance/privileged-identity-management/pim-email-notifications',
  ],
  scuba: ['MS.AAD.7.9'],
  fix: {
    portal:
      'Entra admin center > Identity governance > Privileged Identity Management > Microsoft Entra roles > Settings > the role > Edit > Notification > when eligible members activate this role: a monitored address under "Role activation alert"',
    command:
      "Update-MgPolicyRoleManagementPolicyRule -UnifiedRoleManagementPolicyId <id> -UnifiedRoleManagementPolicyRuleId Notification_Admin_EndUser_Assignment -BodyParameter @{ '@odata.type' = '#microsoft.graph.unifiedRoleManagementPolicyNotificationRule'; id = 'Notification_Admin_EndUser_Assignment'; notificationRecipients = @('soc@example.com') }",
  },
  needs: [rulesOf('privileged roles', isAsked, rule)],
  objects: sql`
    select tenantId, 'role' as type, id || coalesce('/' || groupName, '') as id, name, 'nobody is named for the mail when it is activated' as because, file_id, record
    from (${ruleOfRoles(rule, 'notificationrecipients')}) where ${isAsked} and len("values") = 0`,
  examples: [
    {
      name: 'nobody for one role, somebody for another, nobody for Global Administrator',
      records: [
        rolePolicy(roleId.exchangeAdministrator, [notificationRule('Notification_Admin_EndUser_Assignment', [])]),
        rolePolicy(roleId.userAdministrator, [
          notificationRule('Notification_Admin_EndUser_Assignment', ['soc@frostline.example']),
        ]),
        rolePolicy(roleId.globalAdministrator, [notificationRule('Notification_Admin_EndUser_Assignment', [])]),
      ],
      verdict: 'not-met',
      objects: [roleId.exchangeAdministrator],
    },
    {
      name: 'somebody',
      records: [
        rolePolicy(roleId.userAdministrator, [
          notificationRule('Notification_Admin_EndUser_Assignment', ['soc@frostline.example']),
        ]),
      ],
      verdict: 'met',
    },
    {
      name: 'the rules of another role say nothing',
      records: [
        rolePolicy(roleId.globalAdministrator, [notificationRule('Notification_Admin_EndUser_Assignment', [])]),
      ],
      verdict: 'not-examined',
    },
  ],
};

export default check;
