import { sql } from '../../store/sql.ts';
import type { Check } from '../check.ts';
import { eligibleRole, roleId } from '../graph-record.ts';
import { approvalRule, globalAdministrator, rolePolicy, ruleOfRoles, rulesOf } from '../role-policy.ts';

const rule = 'approval_enduser_assignment';

const check: Check = {
  check: 'global-administrator-activation-approval',
  title: 'Nobody becomes Global Administrator without the approval of another',
  lesson: 'privileged-roles',
  severity: 'high',
  risk: 'Whoever takes over an account that may activate the role does so himself and can do everything a minute later.',
  incident: 'A second pair of eyes is what an intruder with a stolen account does not have.',
  references: [
    'https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md',
    'https://learn.microsoft.com/en-us/entra/id-governance/privileged-identity-management/pim-how-to-change-default-settings',
  ],
  scuba: ['MS.AAD.7.6'],
  fix: {
    portal:
      'Entra admin center > Identity governance > Privileged Identity Management > Microsoft Entra roles > Settings > Global Administrator > Edit > Require approval to activate',
    command:
      "Update-MgPolicyRoleManagementPolicyRule -UnifiedRoleManagementPolicyId <id> -UnifiedRoleManagementPolicyRuleId Approval_EndUser_Assignment -BodyParameter @{ '@odata.type' = '#microsoft.graph.unifiedRoleManagementPolicyApprovalRule'; id = 'Approval_EndUser_Assignment'; setting = @{ isApprovalRequired = $true; approvalStages = @(@{ primaryApprovers = @(<approvers>) }) } }",
  },
  needs: [rulesOf('Global Administrator', sql`roleId = ${globalAdministrator}`, rule)],
  objects: sql`
    select tenantId, 'role' as type, id || coalesce('/' || groupName, '') as id, name, 'can be activated without approval' as because, file_id, record
    from (${ruleOfRoles(rule, 'setting.isapprovalrequired')}) where roleId = ${globalAdministrator} and lower("values"[1]) = 'false'`,
  examples: [
    {
      name: 'no approval for it, none for another role',
      records: [
        rolePolicy(roleId.globalAdministrator, [approvalRule(false)]),
        rolePolicy(roleId.exchangeAdministrator, [approvalRule(false)]),
      ],
      verdict: 'not-met',
      objects: [roleId.globalAdministrator],
    },
    {
      name: 'approval for it, none for another role',
      records: [
        rolePolicy(roleId.globalAdministrator, [approvalRule(true)]),
        rolePolicy(roleId.exchangeAdministrator, [approvalRule(false)]),
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
